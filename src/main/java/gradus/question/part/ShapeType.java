package gradus.question.part;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TensorValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The shape of an array: {@code 28x28x8}, {@code 28×28×8}, {@code (28, 28, 8)}. */
record ShapeType() implements PartType {
    static final PartDeclaration DECLARATION =
            PartDeclaration.keyed("shape", List.of(), (fields, surroundings) -> new ShapeType());

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_AXES = 20;
    private static final String SEPARATORS = "x×X*·✕⨯,";
    private static final Pattern TIMES =
            Pattern.compile("\\\\(?:times|cdot|ast)(?![A-Za-z])|(?<![A-Za-z])by(?![A-Za-z])");
    private static final Pattern AROUND =
            Pattern.compile("\\\\(?:left|right|,|;|:|!| |quad)(?![A-Za-z])|\\\\[()\\[\\]]|[{}$]");
    /** What a program calls the shape that it prints: {@code x.shape = }. */
    private static final Pattern NAMED =
            Pattern.compile("\\s*[A-Za-z][\\w.()]{0,40}\\s*(?:={1,2}|:)(?=\\s*(?:[(\\[]|torch|tf|Size|Tensor))");

    private static final Pattern SIZE =
            Pattern.compile("\\s*(?:torch\\.|tf\\.)?(?:Size|TensorShape)\\s*\\(([^()]*|\\([^()]*\\))\\)\\s*");

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public Control control() {
        return Control.numberLine("x");
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.notation(response, MAX_LENGTH, text -> new Answer.Plain(axes(ofSigns(PlainText.of(text)))));
    }

    /** LaTeX's times signs as signs, its delimiters and a library's words around a shape as spaces, each in its place. */
    private static PlainText ofSigns(PlainText typed) {
        String text = typed.text();
        if (text.indexOf('\\') < 0
                && text.indexOf('$') < 0
                && text.indexOf('{') < 0
                && text.indexOf("by") < 0
                && text.indexOf('S') < 0
                && text.indexOf('=') < 0
                && text.indexOf(':') < 0) {
            return typed;
        }
        StringBuilder signs = new StringBuilder(text);
        Matcher times = TIMES.matcher(text);
        while (times.find()) {
            blank(signs, times.start(), times.end());
            signs.setCharAt(times.start(), '×');
        }
        Matcher around = AROUND.matcher(text);
        while (around.find()) {
            blank(signs, around.start(), around.end());
        }
        Matcher name = NAMED.matcher(text);
        if (name.lookingAt()) {
            blank(signs, 0, name.end());
        }
        Matcher size = SIZE.matcher(signs);
        if (size.matches()) {
            blank(signs, 0, size.start(1));
            blank(signs, size.end(1), text.length());
        }
        return signs.toString().isBlank() ? typed : typed.withSameLength(signs.toString());
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static TensorValue axes(PlainText typed) throws Unreadable {
        String text = typed.text();
        int from = NumberReader.start(text, 0, text.length());
        int to = NumberReader.end(text, from, text.length());
        to = to - 1 > from && text.charAt(to - 1) == '.' ? NumberReader.end(text, from, to - 1) : to;
        char open = text.charAt(from);
        if (open == '(' || open == '[') {
            if (text.charAt(to - 1) != (open == '(' ? ')' : ']') || to - from == 1) {
                throw Unreadable.at(typed.originalOffset(from), "grading.bracket-not-closed");
            }
            from = NumberReader.start(text, from + 1, to);
            to = NumberReader.end(text, from, to - 1);
            if (to - 1 > from && text.charAt(to - 1) == ',') {
                to = NumberReader.end(text, from, to - 1);
            }
        }
        String separators = separators(text.substring(from, to));
        List<Double> axes = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || separators.indexOf(text.charAt(i)) >= 0) {
                axes.add(axis(typed, start, i));
                start = i + 1;
            }
        }
        if (axes.size() > MAX_AXES) {
            throw Unreadable.at(0, "grading.shape-expected");
        }
        return TensorValue.exactly(
                Tensor.vector(axes.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Spaces separate where nothing else does. */
    private static String separators(String text) {
        return text.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0) ? SEPARATORS : " ";
    }

    private static double axis(PlainText typed, int from, int to) throws Unreadable {
        String text = typed.text();
        int start = NumberReader.start(text, from, to);
        int stop = NumberReader.end(text, start, to);
        boolean digits = start < stop && IntStream.range(start, stop).allMatch(i -> Character.isDigit(text.charAt(i)));
        double axis = digits ? PlainDecimal.read(text, start, stop) : Double.NaN;
        if (Double.isNaN(axis)) {
            throw Unreadable.at(typed.originalOffset(Math.min(start, to)), "grading.shape-expected");
        }
        return axis;
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Plain(shape(expect.evaluate(variant.scope())));
    }

    private static TensorValue shape(Value value) {
        if (value instanceof TextValue text) {
            try {
                return axes(PlainText.of(text.text()));
            } catch (Unreadable why) {
                throw new ExpressionException(0, why.reason());
            }
        }
        boolean vector = value instanceof TensorValue tensor && MatrixType.isVector(tensor.tensor());
        if (vector || value.isNumeric() && value.asTensor().size() == 1) {
            return TensorValue.exactly(Tensor.vector(value.asTensor().cells()));
        }
        throw new ExpressionException(0, Message.of("grading.key-not-shape", value.kind()));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Tensor student = MatrixType.tensor(given);
        Tensor right = MatrixType.tensor(key);
        if (student.equals(right)) {
            return Comparison.of(true);
        }
        String wrong = IntStream.range(0, student.size())
                .filter(i -> i >= right.size() || student.cells()[i] != right.cells()[i])
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(", "));
        return Comparison.different(
                student.size() == right.size()
                        ? Message.of("grading.shape-wrong-numbers", wrong)
                        : Message.of("grading.shape-other-length", student.size()),
                null);
    }

    @Override
    public String print(Answer answer, Part part) {
        return joined(answer, "x");
    }

    @Override
    public String changed(Answer answer, Part part) {
        return print(answer, part) + "x2";
    }

    @Override
    public String display(Answer answer, Part part) {
        return "$" + joined(answer, " \\times ") + "$";
    }

    private static String joined(Answer answer, String separator) {
        return Arrays.stream(MatrixType.tensor(answer).cells())
                .mapToObj(axis -> axis == Math.rint(axis) && Math.abs(axis) < 1e15
                        ? Long.toString((long) axis)
                        : Double.toString(axis))
                .collect(Collectors.joining(separator));
    }
}
