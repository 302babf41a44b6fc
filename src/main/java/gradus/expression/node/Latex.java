package gradus.expression.node;

import gradus.expression.function.LibraryFunction;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** LaTeX of names, calls and products. */
public final class Latex {
    private static final Set<String> ACCENTS = Set.of("hat", "bar", "tilde");

    private Latex() {}

    /** A name with its accent over the leading letters and the rest as one subscript: {@code w0_new}, {@code v_hat}. */
    public static String name(String name) {
        String[] parts = name.split("_");
        if (parts.length == 0 || parts[0].isEmpty()) {
            return "\\mathrm{" + name.replace("_", "\\_") + "}";
        }
        int letters = parts[0].length();
        while (letters > 1 && Character.isDigit(parts[0].charAt(letters - 1))) {
            letters--;
        }
        String base = plain(parts[0].substring(0, letters));
        List<String> subscripts = new ArrayList<>();
        if (letters < parts[0].length()) {
            subscripts.add(parts[0].substring(letters));
        }
        for (String part : List.of(parts).subList(1, parts.length)) {
            if (ACCENTS.contains(part)) {
                base = "\\" + part + "{" + base + "}";
            } else {
                subscripts.add(plain(part));
            }
        }
        return subscripts.isEmpty() ? base : base + "_{" + String.join(",", subscripts) + "}";
    }

    /** Typeset letters with a further index: {@code v} becomes {@code v_{t}}, {@code w_{1}} becomes {@code w_{1,t}}. */
    static String indexed(String latex, String index) {
        boolean subscripted =
                latex.endsWith("}") && latex.contains("_{") && latex.lastIndexOf("_{") > latex.lastIndexOf("\\hat{");
        return subscripted ? latex.substring(0, latex.length() - 1) + "," + index + "}" : latex + "_{" + index + "}";
    }

    private static String plain(String word) {
        if (Names.isGreekName(word) && !word.equals("omicron")) {
            return "\\" + word;
        }
        if (word.length() == 2 && word.charAt(0) == 'd') {
            return word;
        }
        return word.length() == 1 ? word : "\\mathrm{" + word.replace("_", "\\_") + "}";
    }

    /** The base of a superscript, in braces where it has a superscript already. */
    static String belowSuperscript(Node node, int outer) {
        return node instanceof TransposeNode ? "{" + node.latex(outer) + "}" : node.latex(outer);
    }

    /** The base of a subscript, in braces where it has a subscript already. */
    static String beforeSubscript(Node node, int outer) {
        String latex = node.latex(outer);
        boolean subscripted = node instanceof IndexNode || (node instanceof NameNode && latex.contains("_{"));
        return subscripted ? "{" + latex + "}" : latex;
    }

    /** The sign between two factors: a space where they cannot be misread side by side. */
    static String times(String right) {
        return !right.isEmpty() && Character.isDigit(right.charAt(0)) ? " \\cdot " : " \\, ";
    }

    static String call(CallNode call) {
        String template = call.function().nature().latex();
        if (template == null) {
            return call(call.function(), named(call));
        }
        List<Node> arguments = call.children();
        String filled = template;
        for (int i = arguments.size(); i > 0; i--) {
            filled = filled.replace("#" + i, arguments.get(i - 1).latex(Node.POSTFIX));
        }
        return filled.replace("#", arguments.stream().map(Node::latex).collect(Collectors.joining(", ")));
    }

    /** A call with its arguments in LaTeX already. */
    static String call(LibraryFunction function, String arguments) {
        String template = function.nature().latex();
        return template == null
                ? word(function.name()) + "\\left(" + arguments + "\\right)"
                : template.replace("#", arguments);
    }

    /** A function's name upright; of a derivative that of the function with a prime. */
    private static String word(String function) {
        String name = function.replace("_", "\\_");
        return function.endsWith("_prime")
                ? "\\mathrm{" + name.substring(0, name.length() - "\\_prime".length()) + "}'"
                : "\\mathrm{" + name + "}";
    }

    private static String named(CallNode call) {
        List<String> arguments = new ArrayList<>();
        call.rest().forEach(node -> arguments.add(node.latex()));
        boolean skipped = call.function().many();
        for (int i = 0; i < call.named().length; i++) {
            Node node = call.named()[i];
            if (node == null) {
                skipped = true;
            } else {
                String name =
                        "\\text{" + call.function().parameters().get(i).name().replace("_", "\\_") + "}=";
                arguments.add((skipped ? name : "") + node.latex());
            }
        }
        return String.join(", ", arguments);
    }
}
