package gradus.expression.node;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function that an argument of a listing names, or its derivative: {@code hidden(Z1)}, {@code hidden'(Z1)} where
 * {@code hidden="relu"}.
 */
public record ChosenFunctionNode(int at, NameNode chooser, boolean derivative, Node argument) implements Node {
    @Override
    public Value evaluate(Run run) {
        return called(chooser.evaluate(run)).evaluate(run);
    }

    /** The call that a text makes of this. */
    public Node called(Value word) {
        LibraryFunction function =
                word instanceof TextValue text ? Library.forListings().meant(text.text()) : null;
        LibraryFunction meant = function == null ? null : derivative ? derivativeOf(function) : function;
        if (meant == null || !isActivation(meant)) {
            throw ExpressionException.of(
                    at,
                    "maths.unknown-word",
                    chooser.name(),
                    word instanceof TextValue text ? text.text() : word.kind(),
                    known());
        }
        @Nullable Node[] named = new Node[meant.parameters().size()];
        named[0] = argument;
        return new CallNode(at, meant, List.of(), named, -1);
    }

    private @Nullable LibraryFunction derivativeOf(LibraryFunction function) {
        String name = function.nature().derivative();
        return name == null ? null : Library.forListings().named(name);
    }

    /** Whether a function can be chosen as a layer's: it takes one number to one number and has no further needs. */
    private static boolean isActivation(LibraryFunction function) {
        boolean one = function.parameters().size() >= 1
                && function.parameters().stream().skip(1).noneMatch(parameter -> parameter.preset() == null);
        return one
                && !function.many()
                && (function.group() == Group.ACTIVATION || function.group() == Group.ELEMENTWISE);
    }

    private String known() {
        return Library.forListings().functions().stream()
                .filter(function -> function.group() == Group.ACTIVATION
                        && function.nature().derivative() != null)
                .map(LibraryFunction::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<Node> children() {
        return List.of(argument);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new ChosenFunctionNode(at, chooser, derivative, children.get(0));
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        return chooser.text() + (derivative ? "'" : "") + "(" + argument.text() + ")";
    }

    @Override
    public String latex() {
        return chooser.latex() + (derivative ? "'" : "") + "\\left(" + argument.latex() + "\\right)";
    }
}
