package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.function.Call;
import gradus.expression.function.Elementwise;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.MaxMin;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.MathsException;
import gradus.maths.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a library function.
 *
 * @param rest the arguments of a function with any number of them
 * @param named the arguments in the order of the parameters; null for a default
 */
public record CallNode(
        int at,
        LibraryFunction function,
        List<Node> rest,
        @Nullable Node[] named,
        int site) implements Node, Call {
    @Override
    public Value evaluate(Run run) {
        return apply(arguments(run));
    }

    @Override
    public double number(Run run) {
        Node first = named.length > 0 ? named[0] : null;
        if (function.body() instanceof Elementwise elementwise && first != null) {
            return elementwise.number(first.number(run), run, site);
        }
        if (function.body() instanceof MaxMin extremes && rest.size() == 2 && first == null) {
            double a = rest.get(0).number(run);
            double boundA = run.bound();
            double b = rest.get(1).number(run);
            return run.pair(extremes, a, boundA, b, run.bound(), site);
        }
        return Node.super.number(run);
    }

    @Override
    public int at(int parameter) {
        Node node = parameter < 0 ? null : named[parameter];
        return node == null ? at : node.at();
    }

    @Override
    public String letters(int parameter, Scope around) {
        return named[parameter] instanceof NameNode name
                ? Substitution.typeset(name, around).latex()
                : Latex.name(function.parameters().get(parameter).name());
    }

    Value apply(Arguments arguments) {
        try {
            return function.body().apply(arguments);
        } catch (MathsException e) {
            throw new ExpressionException(at, e.problem());
        }
    }

    /** The listing of the function, or null where it is a primitive. */
    public @Nullable Listing listing() {
        return function.body() instanceof Listing listing ? listing : null;
    }

    /** The same call of a function whose listing reads otherwise, as where one line of it is changed. */
    public CallNode withListing(Listing changed) {
        return new CallNode(at, function.withBody(changed), rest, named, site);
    }

    /** Whether this call can show its working. */
    boolean showsSteps() {
        return listing() != null || function.steps() != null;
    }

    /** The worked steps of this call; null where the function has none. */
    @Nullable
    Steps steps(Run run) {
        Listing listing = listing();
        if (listing != null) {
            return new ListingSteps(this, listing, run.scope()).of(arguments(run));
        }
        LibraryFunction.StepsBody steps = function.steps();
        if (steps == null) {
            return null;
        }
        try {
            return steps.of(arguments(run));
        } catch (MathsException e) {
            throw new ExpressionException(at, e.problem());
        }
    }

    /** The values of the arguments; what was not given has its default. */
    public Arguments arguments(Run run) {
        Value[] many = new Value[rest.size()];
        for (int i = 0; i < many.length; i++) {
            many[i] = rest.get(i).evaluate(run);
        }
        @Nullable Value[] values = new Value[named.length];
        for (int i = 0; i < values.length; i++) {
            Node node = named[i];
            values[i] = node == null ? null : node.evaluate(run);
        }
        return new Arguments(this, run, many, values);
    }

    @Override
    public List<Node> children() {
        List<Node> children = new ArrayList<>(rest);
        for (Node node : named) {
            if (node != null) {
                children.add(node);
            }
        }
        return children;
    }

    @Override
    public Range range(Domains domains) {
        Node first = named.length > 0 ? named[0] : null;
        return function.nature().range().apply(first == null ? Range.ALL : first.range(domains));
    }

    @Override
    public Node withChildren(List<Node> children) {
        int next = rest.size();
        @Nullable Node[] others = new Node[named.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = named[i] == null ? null : children.get(next++);
        }
        return new CallNode(at, function, children.subList(0, rest.size()), others, site);
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        List<String> arguments = new ArrayList<>();
        rest.forEach(node -> arguments.add(node.text()));
        boolean skipped = function.many();
        for (int i = 0; i < named.length; i++) {
            Node node = named[i];
            if (node == null) {
                skipped = true;
            } else {
                arguments.add(skipped ? function.parameters().get(i).name() + "=" + node.text() : node.text());
            }
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String latex() {
        return Latex.call(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallNode that && at == that.at && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, function.name());
    }
}
