package gradus.question.format;

import gradus.message.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What KaTeX would refuse in the formulas of a text, told by the offset: pairs, environments, commands, scripts. */
final class LatexCheck {
    private static final Pattern HOLE = Pattern.compile("\\{\\{.*?}}+", Pattern.DOTALL);
    private static final Pattern DOUBLE = Pattern.compile("(?<!\\\\)([\\^_])(?:\\{[^{}]*}|[A-Za-z0-9])\\s*(\\1)");
    private static final Set<String> DEFINING =
            Set.of("def", "gdef", "edef", "xdef", "let", "newcommand", "renewcommand", "providecommand");

    /** Something that is open: {@code {}, {@code \left} or an environment. */
    private record Open(String what, int at) {}

    private final String text;
    private final BiConsumer<Integer, Message> tell;
    private final Set<String> defined = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private LatexCheck(String text, BiConsumer<Integer, Message> tell) {
        this.text = text;
        this.tell = tell;
    }

    static void of(String source, BiConsumer<Integer, Message> tell) {
        // what is filled in stands as digits, as long as it was, so that offsets hold
        String text =
                HOLE.matcher(source).replaceAll(hole -> "1".repeat(hole.group().length()));
        Formulas formulas = new Formulas(text);
        formulas.alone().forEach(start -> tell.accept(start, Message.of("question.dollar-alone")));
        for (Formulas.Span span : formulas.spans()) {
            new LatexCheck(text.substring(0, span.to()), tell).run(span.from());
        }
    }

    private void run(int from) {
        at = from;
        while (at < text.length()) {
            char next = text.charAt(at);
            switch (next) {
                case '\\' -> command();
                case '{' -> open.push(new Open("{", at++));
                case '}' -> close("{", "}", at++);
                case '%' -> at = endOfLine();
                case '&' -> column();
                case '^', '_' -> script();
                default -> at++;
            }
        }
        open.forEach(left -> tell.accept(left.at(), Message.of("question.latex-unclosed", left.what())));
        Matcher twice = DOUBLE.matcher(text).region(from, text.length());
        while (twice.find()) {
            tell.accept(twice.start(2), Message.of("question.latex-double", twice.group(1)));
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void close(String opening, String closing, int place) {
        Open last = open.peek();
        if (last != null && last.what().equals(opening)) {
            open.pop();
        } else {
            tell.accept(
                    place,
                    last == null
                            ? Message.of("question.latex-unopened", closing)
                            : Message.of("question.latex-crossed", closing, last.what()));
        }
    }

    private void column() {
        if (open.stream().noneMatch(outer -> outer.what().startsWith("\\begin"))) {
            tell.accept(at, Message.of("question.latex-column"));
        }
        at++;
    }

    private void script() {
        int place = at++;
        skipSpaces();
        boolean missing = at == text.length() || "^_&}".indexOf(text.charAt(at)) >= 0;
        if (missing) {
            tell.accept(place, Message.of("question.latex-script", String.valueOf(text.charAt(place))));
        }
    }

    private void command() {
        int place = at++;
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            at = Math.min(at + 1, text.length());
            return;
        }
        String name = text.substring(start, at);
        switch (name) {
            case "left" -> {
                open.push(new Open("\\left", place));
                delimiter(place, name);
            }
            case "right" -> {
                close("\\left", "\\right", place);
                delimiter(place, name);
            }
            case "begin" -> {
                String environment = argument();
                if (!Katex.ENVIRONMENTS.contains(environment)) {
                    tell.accept(place, Nearest.message("question.latex-environment", environment, Katex.ENVIRONMENTS));
                }
                open.push(new Open("\\begin{" + environment + "}", place));
            }
            case "end" -> {
                String environment = argument();
                close("\\begin{" + environment + "}", "\\end{" + environment + "}", place);
            }
            default -> known(name, place);
        }
    }

    private void known(String name, int place) {
        if (DEFINING.contains(name)) {
            Matcher defines = Pattern.compile("\\{?\\\\([a-zA-Z]+)").matcher(text);
            if (defines.find(at)) {
                defined.add(defines.group(1));
            }
        }
        Set<String> commands = Katex.commands();
        if (!commands.isEmpty() && !commands.contains(name) && !defined.contains(name)) {
            Message unknown = Nearest.to(name, commands)
                    .map(near -> Message.of("question.latex-unknown-nearest", "\\" + name, "\\" + near))
                    .orElseGet(() -> Message.of("question.latex-unknown", "\\" + name));
            tell.accept(place, unknown);
        }
    }

    private void delimiter(int place, String name) {
        skipSpaces();
        boolean missing = at == text.length()
                || isLetter(text.charAt(at))
                || Character.isDigit(text.charAt(at))
                || "{}^_&,+-=".indexOf(text.charAt(at)) >= 0;
        if (missing) {
            tell.accept(place, Message.of("question.latex-delimiter", "\\" + name));
        } else if (text.charAt(at) == '\\') {
            at++;
            int start = at;
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            at = at == start ? Math.min(at + 1, text.length()) : at;
        } else {
            at++;
        }
    }

    /** What stands in the braces here; empty where there are none. */
    private String argument() {
        skipSpaces();
        int end = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
        if (end < 0) {
            return "";
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside.strip();
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
