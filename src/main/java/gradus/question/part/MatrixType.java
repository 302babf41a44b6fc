package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Formats.word;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Credit;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Tolerance;
import gradus.question.Variant;
import gradus.question.format.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A vector, matrix or tensor up to rank 4. What a student types is read as rank 2 or more, a list of numbers as a row.
 *
 * @param sizeShown whether the student is shown how many rows and columns there are
 * @param strictOrientation whether a row is wrong where a column is due
 */
record MatrixType(Tolerance tolerance, Credit credit, boolean sizeShown, boolean strictOrientation)
        implements PartType {
    private static final Field<Boolean> SIZE_SHOWN = optional(
            "size", word(Map.of("hidden", false, "shown", true)), "Whether the number of rows and columns is shown");
    static final Field<Boolean> STRICT = optional(
            "orientation",
            word(Map.of("any", false, "strict", true)),
            "Whether a row is wrong where a column is due; any if left out");

    static final PartDeclaration DECLARATION = PartDeclaration.keyed(
            "matrix",
            List.of(SharedFields.TOLERANCE, SharedFields.CREDIT, SIZE_SHOWN, STRICT),
            (fields, surroundings) -> new MatrixType(
                    fields.get(SharedFields.TOLERANCE, Tolerance.DEFAULT),
                    fields.get(SharedFields.CREDIT, Credit.PER_CELL),
                    fields.get(SIZE_SHOWN, false),
                    fields.get(STRICT, false)));

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public Control control() {
        return Control.cells(MatrixWrapper.CONSTRUCTORS, "- /");
    }

    @Override
    public @Nullable Size shownSize(Part part, Variant variant) {
        if (!sizeShown || part.expect() == null) {
            return null;
        }
        Tensor key = tensor(variant.key(part));
        return new Size(key.rows(), key.columns());
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.notation(response, MatrixReader.MAX_LENGTH, text -> {
            Tensor tensor = MatrixReader.read(PlainText.of(text));
            return tensor == null ? null : new Answer.Plain(TensorValue.exactly(tensor));
        });
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Plain(tensor(expect.evaluate(variant.scope()).settled()));
    }

    private static TensorValue tensor(Value value) {
        if (value instanceof TensorValue tensor && tensor.tensor().rank() > 0) {
            return tensor;
        }
        if (value instanceof TensorValue || value instanceof NumberValue || value instanceof BooleanValue) {
            return TensorValue.exactly(
                    Tensor.matrix(new double[] {value.asTensor().cell(0)}));
        }
        throw new ExpressionException(0, Message.of("grading.key-not-matrix", value.kind()));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Tensor student = tensor(given);
        Tensor right = tensor(key);
        if (!sameShape(student, right, strictOrientation)) {
            return Comparison.wrongShape(
                    Message.of("grading.wrong-shape", student.shapeText()),
                    Message.of("grading.right-shape", right.shapeText()));
        }
        double largest = largest(right);
        Comparison.Mark[] marks = new Comparison.Mark[right.size()];
        for (int i = 0; i < marks.length; i++) {
            double cell = student.cell(i);
            if (Double.isNaN(cell)) {
                marks[i] = Comparison.Mark.BLANK;
            } else {
                boolean fits = ((Answer.Plain) key).tolerance(i, tolerance).accepts(cell, right.cell(i), largest);
                marks[i] = fits ? Comparison.Mark.RIGHT : Comparison.Mark.WRONG;
            }
        }
        return Comparison.ofCells(List.of(marks));
    }

    static Tensor tensor(Answer answer) {
        return ((TensorValue) ((Answer.Plain) answer).value()).tensor();
    }

    static double largest(Tensor tensor) {
        double largest = 0;
        for (int i = 0; i < tensor.size(); i++) {
            largest = Math.max(largest, Math.abs(tensor.cell(i)));
        }
        return largest;
    }

    /** Whether cells of the same place belong together: the same shape, or vectors of one length where orientation is free. */
    static boolean sameShape(Tensor given, Tensor key, boolean strict) {
        if (given.sameShape(key)) {
            return true;
        }
        boolean vectors = isVector(given) && isVector(key) && given.size() == key.size();
        return vectors && (!strict || key.rank() == 1);
    }

    static boolean isVector(Tensor tensor) {
        return tensor.rank() == 1 || tensor.rank() == 2 && (tensor.axis(0) == 1 || tensor.axis(1) == 1);
    }

    @Override
    public String print(Answer answer, Part part) {
        return tensor(answer).rank() == 2
                ? GridText.of(cells(answer))
                : Printing.plain(((Answer.Plain) answer).value()).replace("NaN", GridText.BLANK);
    }

    @Override
    public List<List<String>> cells(Answer answer) {
        Tensor tensor = tensor(answer);
        if (tensor.rank() > 2) {
            return List.of();
        }
        return IntStream.range(0, tensor.rows())
                .mapToObj(row -> IntStream.range(0, tensor.columns())
                        .mapToDouble(column -> tensor.at(row, column))
                        .mapToObj(cell -> Double.isNaN(cell) ? "" : Printing.number(cell))
                        .toList())
                .toList();
    }

    /** Without writing out the cells, as every page of an exam asks this of all its matrices. */
    @Override
    public int blankCells(Answer answer) {
        Tensor tensor = tensor(answer);
        return tensor.rank() > 2
                ? 0
                : (int) Arrays.stream(tensor.cells()).filter(Double::isNaN).count();
    }

    @Override
    public String changed(Answer answer, Part part) {
        double[] cells = tensor(answer).cells().clone();
        cells[0] = NumberType.farFrom(cells[0]);
        return print(
                new Answer.Plain(TensorValue.exactly(Tensor.of(tensor(answer).shape(), cells))), part);
    }

    @Override
    public String displayKey(Answer key, Part part) {
        Tensor tensor = tensor(key);
        double largest = largest(tensor);
        double[] cells = tensor.cells().clone();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = ((Answer.Plain) key).tolerance(i, tolerance).shown(cells[i], largest);
        }
        return "$" + Printing.latex(TensorValue.exactly(Tensor.of(tensor.shape(), cells))) + "$";
    }

    @Override
    public String display(Answer answer, Part part) {
        String latex = Printing.latex(((Answer.Plain) answer).value()).replace("NaN", "");
        return "$" + Numbers.rounded(latex, Numbers.FAITHFUL_DIGITS) + "$";
    }
}
