package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A vector, matrix or tensor up to rank 4. What a student types is read as rank 2 or more, a list of numbers as a row. */
final class MatrixType implements PartType {
    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.addAll(List.of("tolerance", "credit", "size", "orientation"));
        return fields;
    }

    @Override
    public Tolerance usualTolerance() {
        return Tolerance.USUAL;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MatrixReader.MAX_LENGTH, text -> {
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
        if (!sameShape(student, right, part.strictOrientation())) {
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
                boolean fits = part.tolerance().accepts(cell, right.cell(i), largest);
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
        Tensor tensor = tensor(answer);
        if (Arrays.stream(tensor.cells()).noneMatch(Double::isNaN)) {
            return Printing.plain(((Answer.Plain) answer).value());
        }
        return Printing.plain(((Answer.Plain) answer).value()).replace("NaN", "");
    }

    @Override
    public String display(Answer answer, Part part) {
        return "$" + Printing.latex(((Answer.Plain) answer).value()).replace("NaN", "") + "$";
    }
}
