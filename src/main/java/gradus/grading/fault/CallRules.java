package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.WrongForm;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a call: the wrong forms that its function declares, with the call's own arguments. */
final class CallRules {
    private static final Map<String, Expression> PARSED = new ConcurrentHashMap<>();

    private CallRules() {}

    static List<Changes.Rule> all() {
        return List.of(CallRules::declared);
    }

    private static void declared(Node node, boolean whole, Changes changes) {
        if (!(node instanceof CallNode call)) {
            return;
        }
        Map<String, Node> arguments = new HashMap<>();
        Set<String> given = new HashSet<>();
        fill(call, arguments, given);
        for (WrongForm form : call.function().wrongForms()) {
            Expression instead = parsed(form.instead(), call.function());
            if (arguments.keySet().containsAll(instead.names()) && suits(form, instead, given)) {
                changes.add(
                        FaultKind.of(form.kind()),
                        node,
                        OpenFormula.filled(instead.root(), arguments),
                        form.instead(),
                        1);
            }
        }
    }

    /** A call for fewer arguments than are given here is meant for another call; but an argument may be left out of it. */
    private static boolean suits(WrongForm form, Expression instead, Set<String> given) {
        if (!(instead.root() instanceof CallNode) || form.kind().equals("wrong_axis")) {
            return true;
        }
        return instead.names().containsAll(given) || !given.contains("axis") && !given.contains("b");
    }

    private static void fill(CallNode call, Map<String, Node> arguments, Set<String> given) {
        for (int i = 0; i < call.rest().size(); i++) {
            String name = letter(i);
            arguments.put(name, call.rest().get(i));
            given.add(name);
        }
        for (int i = 0; i < call.named().length; i++) {
            String name = call.function().parameters().get(i).name();
            Node argument = call.named()[i];
            Node value = argument == null
                    ? preset(call.function().parameters().get(i).preset(), arguments)
                    : argument;
            if (value != null) {
                arguments.put(name, value);
            }
            if (argument != null) {
                given.add(name);
            }
        }
    }

    /** What forms call the arguments of a function that takes many. */
    private static String letter(int place) {
        return String.valueOf((char) ('a' + place));
    }

    /** A default, which may be the name of a parameter before it. */
    private static @Nullable Node preset(@Nullable String preset, Map<String, Node> before) {
        if (preset == null || preset.equals("none") || preset.equals("true") || preset.equals("false")) {
            return null;
        }
        return before.containsKey(preset)
                ? before.get(preset)
                : Expression.parse(preset, Vocabulary.author()).root();
    }

    /** A form as it is declared, in which the parameters' names mean the arguments, even one that is a function's elsewhere. */
    private static Expression parsed(String text, LibraryFunction function) {
        Set<String> names = new HashSet<>();
        function.parameters().forEach(parameter -> names.add(parameter.name()));
        if (function.many()) {
            names.addAll(List.of(letter(0), letter(1)));
        }
        return PARSED.computeIfAbsent(
                function.name() + " " + text, key -> Expression.parse(text, Vocabulary.author(names)));
    }
}
