package gradus.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How names, calls and products look in LaTeX. */
final class Latex {
    private Latex() {}

    static String name(String name) {
        for (String accent : List.of("hat", "bar", "tilde")) {
            if (name.endsWith("_" + accent)) {
                return "\\" + accent + "{" + name(name.substring(0, name.length() - accent.length() - 1)) + "}";
            }
        }
        int underscore = name.indexOf('_');
        if (underscore > 0) {
            return name(name.substring(0, underscore)) + "_{" + plain(name.substring(underscore + 1)) + "}";
        }
        int letters = name.length();
        while (letters > 1 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        String word = plain(name.substring(0, letters));
        return letters == name.length() ? word : word + "_{" + name.substring(letters) + "}";
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

    /** The sign between two factors: only a space where they cannot be misread side by side. */
    static String times(String right) {
        return !right.isEmpty() && Character.isDigit(right.charAt(0)) ? " \\cdot " : " \\, ";
    }

    static String call(CallNode call) {
        List<Node> arguments = call.children();
        String first = arguments.isEmpty() ? "" : arguments.get(0).latex();
        String all = arguments.stream().map(Node::latex).collect(Collectors.joining(", "));
        return switch (call.function().name()) {
            case "sqrt" -> "\\sqrt{" + first + "}";
            case "abs" -> "\\left|" + first + "\\right|";
            case "norm" -> "\\left\\|" + first + "\\right\\|";
            case "exp", "ln", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min" ->
                "\\" + call.function().name() + "\\left(" + all + "\\right)";
            case "sigmoid" -> "\\sigma\\left(" + all + "\\right)";
            case "sigmoid_prime" -> "\\sigma'\\left(" + all + "\\right)";
            case "tanh_prime" -> "\\tanh'\\left(" + all + "\\right)";
            case "transpose" -> arguments.get(0).latex(Node.POSTFIX) + "^{\\top}";
            default -> word(call.function().name()) + "\\left(" + named(call) + "\\right)";
        };
    }

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
