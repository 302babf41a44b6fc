package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gradus.expression.read.Engine;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import gradus.web.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the readers know, repeated as often as an answer has room for it, is read or said to be unreadable. */
class DeepTextTest {
    private static final Path READERS = Path.of("src/main/java/gradus/expression/read");
    private static final Pattern COMMAND = Pattern.compile("\"([A-Za-z]+)\"");
    private static final int SMALL_STACK = 512 * 1024;
    private static final String SMALL = "small";
    private static final int OFTEN = 3000;

    private final Variant variant = Variant.draw(QuestionFile.read("""
                    id: deep
                    title: Deep
                    prompt: Deep.
                    parts:
                      - {id: f, type: formula, symbols: {x: {}, y: {}}, expect: x}
                      - {id: v, type: formula, symbols: {w: {shape: [3, 1]}, x: {shape: [3, 3]}}, examples: rows, expect: x*w}
                      - {id: m, type: matrix, expect: '[[1, 2], [3, 4]]'}
                      - {id: n, type: number, expect: 1.5}
                      - {id: s, type: shape, expect: '[2, 3]'}
                      - {id: t, type: text, points: 1, answer: Any.}
                    """, "deep.yaml"), 1);

    @Test
    void everySignWordAndCommandCanBeRepeatedOnAnyStack() throws IOException, InterruptedException {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        Set<String> texts = texts();
        List<Part> parts = variant.question().parts();
        Thread usual = new Thread(() -> readAll(texts, parts.subList(0, 1), failures));
        Thread small = new Thread(null, () -> readAll(texts, parts, failures), SMALL, SMALL_STACK);
        usual.start();
        small.start();
        usual.join();
        small.join();
        assertEquals(List.of(), failures);
    }

    @Test
    void commandsWithinCommandsAreTooDeepAndSaidToBe() {
        Part formula = variant.question().parts().get(0);
        for (String deep : List.of("\\bar", "\\hat", "\\frac", "\\sqrt", "\\mathrm{", "(", "-", "x^")) {
            String text = deep.repeat(2000) + "x" + (deep.endsWith("{") ? "}".repeat(2000) : "");
            Reading reading = formula.type().read(text.substring(0, Math.min(text.length(), 10_000)), formula, variant);
            Reading.Unreadable unreadable = assertInstanceOf(Reading.Unreadable.class, reading, deep);
            assertEquals(
                    deep.endsWith("{") ? "expression.unclosed" : "expression.too-deep",
                    unreadable.reason().key(),
                    deep);
        }
    }

    private void readAll(Set<String> texts, List<Part> parts, List<String> failures) {
        for (String text : texts) {
            for (Part part : parts) {
                try {
                    Reading reading = part.type().read(text, part, variant);
                    if (reading instanceof Reading.Read read) {
                        part.type().readingNotes(read.answer());
                        Markdown.inline(part.type().display(read.answer(), part));
                    } else if (!Thread.currentThread().getName().equals(SMALL)
                            && reading instanceof Reading.Unreadable unreadable
                            && unreadable.reason().key().equals("grading.too-nested")) {
                        failures.add(part.id() + " has no bound: " + start(text));
                    }
                } catch (RuntimeException | StackOverflowError failed) {
                    failures.add(part.id() + " " + failed + ": " + start(text));
                }
            }
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 60)) + "… of " + text.length();
    }

    private static Set<String> texts() throws IOException {
        Set<String> pieces = new LinkedHashSet<>(List.of(
                "x^{",
                "x_{",
                "x_",
                "1{",
                "1[",
                "1(x>",
                "np.",
                "np.exp(",
                "x.T",
                "x.sum(",
                "x[1]",
                "\\begin{cases}",
                "\\begin{cases}x&",
                "\\begin{matrix}",
                "\\sqrt[",
                "\\sqrt[2]",
                "\\frac{",
                "\\frac1",
                "x'",
                "x ? x : ",
                "x if x>0 else ",
                "not ",
                "x and ",
                "x or ",
                "x>",
                "Σ_i ",
                "Σ_{i=1}^{3} ",
                "Σ",
                "||",
                "x+",
                "x*",
                "x/",
                "x//",
                "x-",
                "x^",
                "x**",
                "x ",
                "-x^",
                "x²",
                "x⁽",
                "f'(",
                "d/dx ",
                "[1,",
                "[[1],",
                "(1,",
                "{1,",
                "1;",
                "1\n",
                "\\text{",
                "\\hat{",
                "$",
                "\\left(",
                "\\left|",
                "\\|",
                "\\{",
                "`",
                "**",
                "*a ",
                "> ",
                "- ",
                "["));
        for (String name : List.of("Lexer", "PlainText", "Letters", "SumSign", "Operands")) {
            Files.readString(READERS.resolve(name + ".java"))
                    .codePoints()
                    .filter(c -> !Character.isLetter(c) || c >= 0x80)
                    .mapToObj(Character::toString)
                    .forEach(pieces::add);
        }
        COMMAND.matcher(Files.readString(READERS.resolve("LatexCommands.java")))
                .results()
                .map(found -> found.group(1))
                .forEach(word -> pieces.addAll(List.of("\\" + word, "\\" + word + "{", word + " ")));
        Engine.library().functions().forEach(function -> {
            String name = function.name();
            pieces.addAll(List.of(name + "(", name + " ", name + "^2 ", name + "²", "\\" + name + " "));
        });
        Set<String> texts = new LinkedHashSet<>();
        for (String piece : pieces) {
            String often = piece.repeat(Math.min(OFTEN, 9_990 / piece.length()));
            texts.addAll(List.of(often, "y = " + often + "x"));
        }
        return texts;
    }
}
