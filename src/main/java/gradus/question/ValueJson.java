package gradus.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.RecordValue;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to JSON and back: numbers, nested lists for tensors and sequences, texts, booleans, and objects for
 * records.
 */
public final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double LARGEST_PLAIN_INTEGER = 1e15;

    private ValueJson() {}

    /** A number; a whole number is written without a decimal point. */
    public static JsonNode of(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_PLAIN_INTEGER
                ? NODES.numberNode((long) number)
                : NODES.numberNode(number);
    }

    /** A finite value; a blank cell (NaN) becomes null. */
    public static JsonNode of(Value value) {
        if (value instanceof TextValue text) {
            return NODES.textNode(text.text());
        }
        if (value instanceof BooleanValue truth) {
            return NODES.booleanNode(truth.value());
        }
        if (value instanceof SequenceValue sequence) {
            ArrayNode list = NODES.arrayNode();
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        if (value instanceof RecordValue fields) {
            ObjectNode object = NODES.objectNode();
            fields.fields().forEach((name, field) -> object.set(name, of(field)));
            return object;
        }
        Tensor tensor = value.asTensor();
        return nested(tensor, 0, 0, tensor.size());
    }

    /** An answer in the form of keys and readings: numbers and tensors as JSON, anything else as a student types it. */
    public static JsonNode of(Answer answer, Part part) {
        return part.type().isNumeric() && answer instanceof Answer.Plain plain
                ? of(plain.value())
                : NODES.textNode(part.type().print(answer, part));
    }

    private static JsonNode nested(Tensor tensor, int axis, int from, int count) {
        if (axis == tensor.rank()) {
            double cell = tensor.cell(from);
            return Double.isNaN(cell) ? NODES.nullNode() : of(cell);
        }
        ArrayNode list = NODES.arrayNode();
        int step = tensor.axis(axis) == 0 ? 0 : count / tensor.axis(axis);
        for (int i = 0; i < tensor.axis(axis); i++) {
            list.add(nested(tensor, axis + 1, from + i * step, step));
        }
        return list;
    }

    /**
     * The value of a JSON node: nested lists of equally many numbers become tensors, other lists sequences.
     *
     * @throws IllegalArgumentException where it contains a null or a number beyond the range of double
     */
    public static Value read(JsonNode json) {
        if (json.isNumber()) {
            return Value.of(number(json));
        }
        if (json.isTextual()) {
            return new TextValue(json.textValue());
        }
        if (json.isBoolean()) {
            return Value.of(json.booleanValue());
        }
        if (json.isObject()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), read(field.getValue())));
            return new RecordValue(fields);
        }
        if (json.isArray()) {
            int[] shape = shape(json);
            return shape == null ? sequence(json) : tensor(json, shape);
        }
        throw new IllegalArgumentException("null is no value");
    }

    private static double number(JsonNode json) {
        double number = json.doubleValue();
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(json + " is no finite number");
        }
        return number;
    }

    private static SequenceValue sequence(JsonNode json) {
        List<Value> items = new ArrayList<>();
        json.forEach(item -> items.add(read(item)));
        return new SequenceValue(items);
    }

    private static TensorValue tensor(JsonNode json, int[] shape) {
        int size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        double[] cells = new double[size];
        fill(json, cells, 0);
        return Value.of(Tensor.of(shape, cells));
    }

    private static int fill(JsonNode json, double[] cells, int from) {
        if (json.isNumber()) {
            cells[from] = number(json);
            return from + 1;
        }
        int next = from;
        for (JsonNode item : json) {
            next = fill(item, cells, next);
        }
        return next;
    }

    /** The shape of a regular nested list of numbers; null where it is irregular or nested too deep. */
    private static int @Nullable [] shape(JsonNode json) {
        List<Integer> axes = new ArrayList<>();
        for (JsonNode first = json; first != null && first.isArray(); first = first.get(0)) {
            axes.add(first.size());
        }
        int[] shape = axes.stream().mapToInt(Integer::intValue).toArray();
        return shape.length <= Tensor.MAX_RANK && axes.get(axes.size() - 1) > 0 && fits(json, shape, 0) ? shape : null;
    }

    private static boolean fits(JsonNode json, int[] shape, int axis) {
        if (axis == shape.length) {
            return json.isNumber();
        }
        if (!json.isArray() || json.size() != shape[axis]) {
            return false;
        }
        for (JsonNode item : json) {
            if (!fits(item, shape, axis + 1)) {
                return false;
            }
        }
        return true;
    }
}
