package gradus.expression.function;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.Shapes;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Padding;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evaluated arguments of one call, by the names of the parameters. */
public final class Arguments {
    private static final double SHAKE = 0x1p-51;
    private static final long STEPS_A_PRODUCT = 2;
    private static final long STEPS_A_CELL = 100;
    private static final int MOST_SHAKES = 3;

    private final Call call;
    private final Run run;
    private final Value[] many;
    private final @Nullable Value[] values;
    private final long shake;

    public Arguments(Call call, Run run, Value[] many, @Nullable Value[] values) {
        this(call, run, many, values, 0);
    }

    private Arguments(Call call, Run run, Value[] many, @Nullable Value[] values, long shake) {
        this.call = call;
        this.run = run;
        this.many = many;
        this.values = values;
        this.shake = shake;
    }

    /** The same arguments with every real number moved towards 0 by up to a few ulps and bounds, to see how the result moves. */
    Arguments shaken(long seed) {
        return new Arguments(call, run, many, values, seed);
    }

    public Run run() {
        return run;
    }

    public int at() {
        return call.at();
    }

    /** The call that these are the arguments of. */
    public Call call() {
        return call;
    }

    String function() {
        return call.function().name();
    }

    int site() {
        return call.site();
    }

    Value[] many() {
        return many;
    }

    /** The first parameter's value, which must have been given. */
    Value first() {
        Value value = values[0];
        return value == null ? value(call.function().parameters().get(0).name()) : value;
    }

    boolean has(String parameter) {
        int index = index(parameter);
        return values[index] != null
                || !"none".equals(call.function().parameters().get(index).preset());
    }

    Value value(String parameter) {
        return value(index(parameter));
    }

    /** The value of a parameter by its place: as given, or else its default. */
    public Value value(int index) {
        Value value = values[index];
        if (value != null) {
            return value;
        }
        Parameter declared = call.function().parameters().get(index);
        String parameter = declared.name();
        String preset = declared.preset();
        if (preset == null || preset.equals("none")) {
            throw fault(parameter, "expression.argument-missing");
        }
        if (preset.startsWith("\"")) {
            return new TextValue(preset.substring(1, preset.length() - 1));
        }
        if (preset.equals("true") || preset.equals("false")) {
            return BooleanValue.of(preset.equals("true"));
        }
        char start = preset.charAt(0);
        return Character.isDigit(start) || start == '-' ? Value.of(Double.parseDouble(preset)) : value(preset);
    }

    private int index(String parameter) {
        int index = call.function().indexOf(parameter);
        if (index < 0) {
            throw new IllegalArgumentException(call.function().signature() + " has no parameter " + parameter);
        }
        return index;
    }

    Tensor tensor(String parameter) {
        return shaken(numeric(value(parameter), parameter), index(parameter));
    }

    /** A tensor that is not data, such as labels or a mask: it is never shaken. */
    Tensor given(String parameter) {
        return numeric(value(parameter), parameter).asTensor();
    }

    private Value numeric(Value value, String parameter) {
        if (!value.isNumeric()) {
            throw fault(parameter, "expression.argument-numeric", value.kind());
        }
        return value;
    }

    double number(String parameter) {
        Tensor tensor = tensor(parameter);
        if (!Shapes.countsAsNumber(tensor)) {
            throw fault(
                    parameter, "expression.argument-number", value(parameter).kind());
        }
        return tensor.cell(0);
    }

    /** The argument {@code padding}: a word, a number for all sides, or the four sides. */
    Padding padding() {
        Value value = value("padding");
        return value instanceof TextValue text
                ? Padding.of(text.text())
                : Padding.of(numeric(value, "padding").asTensor());
    }

    int integer(String parameter) {
        return integer(value(parameter), parameter);
    }

    int integer(Value value, String parameter) {
        double number = value.isNumeric() && Shapes.countsAsNumber(value.asTensor())
                ? value.asTensor().cell(0)
                : Double.NaN;
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw fault(parameter, "expression.argument-integer", value.kind());
        }
        return (int) number;
    }

    boolean flag(String parameter) {
        Value value = value(parameter);
        if (value instanceof BooleanValue truth) {
            return truth.value();
        }
        int number = integer(parameter);
        if (number != 0 && number != 1) {
            throw fault(parameter, "expression.argument-flag", value.kind());
        }
        return number == 1;
    }

    String text(String parameter) {
        Value value = value(parameter);
        if (value instanceof TextValue text) {
            return text.text();
        }
        throw fault(parameter, "expression.argument-text", value.kind());
    }

    /** How these arguments are typeset, and what letter is left for the result. */
    List<String> letters(String... parameters) {
        List<String> letters = new ArrayList<>();
        for (String parameter : parameters) {
            letters.add(call.letters(index(parameter), run.scope()));
        }
        letters.add(letters.contains("y") ? "o" : "y");
        return letters;
    }

    ExpressionException fault(String parameter, String key, Object... details) {
        int index = call.function().indexOf(parameter);
        Object[] arguments = new Object[details.length + 2];
        arguments[0] = function();
        arguments[1] = parameter;
        System.arraycopy(details, 0, arguments, 2, details.length);
        return ExpressionException.of(call.at(index), key, arguments);
    }

    void kink(double gap) {
        run.kink(call.site(), gap);
    }

    /** Whether every number given is exact and an integer, so that sums and products of them are exact too. */
    boolean areIntegers() {
        for (Value value : values) {
            if (value != null && !isInteger(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInteger(Value value) {
        if (value instanceof SequenceValue sequence) {
            return sequence.items().stream().allMatch(Arguments::isInteger);
        }
        if (!value.isNumeric()) {
            return true;
        }
        Tensor tensor = value.asTensor();
        for (int i = 0; i < tensor.size(); i++) {
            if (value.bound(i) != 0 || tensor.cell(i) != Math.rint(tensor.cell(i))) {
                return false;
            }
        }
        return true;
    }

    /** What a function of the engine may cost: a product or convolution of the two largest arguments, and all cells. */
    long cost() {
        long largest = 1;
        long second = 1;
        long total = 0;
        for (Value value : values) {
            long size = value == null ? 0 : size(value);
            total += size;
            second = Math.max(second, Math.min(largest, size));
            largest = Math.max(largest, size);
        }
        return STEPS_A_PRODUCT * largest * second + STEPS_A_CELL * total;
    }

    private static long size(Value value) {
        if (value instanceof SequenceValue sequence) {
            return sequence.items().stream().mapToLong(Arguments::size).sum();
        }
        return value.isNumeric() ? value.asTensor().size() : 1;
    }

    private Tensor shaken(Value value, int stream) {
        Tensor tensor = value.asTensor();
        if (shake == 0) {
            return tensor;
        }
        Draws draws = Draws.of(shake + 31L * stream);
        double[] cells = tensor.cells();
        for (int i = 0; i < cells.length; i++) {
            double bound = Math.min(value.bound(i), Double.MAX_VALUE);
            cells[i] -= Math.signum(cells[i]) * (bound + Math.abs(cells[i]) * SHAKE) * draws.integer(0, MOST_SHAKES);
        }
        return Tensor.of(tensor.shape(), cells);
    }
}
