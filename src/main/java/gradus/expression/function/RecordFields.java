package gradus.expression.function;

import gradus.expression.value.NumberValue;
import gradus.expression.value.RecordValue;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engine's records as values of the language: {@code vHat} is {@code v_hat}, {@code receptiveField} is {@code receptive_field}. */
final class RecordFields {
    private RecordFields() {}

    /** A record's components in order, under the names of the language; upper says which lower-case ones are capitals there. */
    static RecordValue of(Record result, String... capitals) {
        List<String> upper = List.of(capitals);
        Map<String, Value> fields = new LinkedHashMap<>();
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            String name = component.getName();
            String field = upper.contains(name)
                    ? capital(name)
                    : name.startsWith("d") && name.length() > 2 && Character.isUpperCase(name.charAt(1))
                            ? name
                            : snake(name);
            try {
                fields.put(field, value(component.getAccessor().invoke(result)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return new RecordValue(fields);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    private static Value value(Object component) {
        if (component instanceof Tensor tensor) {
            return tensor(tensor);
        }
        if (component instanceof Double number) {
            return NumberValue.exactly(number);
        }
        if (component instanceof List<?> items) {
            return new SequenceValue(items.stream().map(RecordFields::value).toList());
        }
        throw new IllegalArgumentException("no value of the language: " + component.getClass());
    }

    /** A tensor as the value that it counts as: a number where it has no axes. */
    static Value tensor(Tensor tensor) {
        return tensor.rank() == 0 ? NumberValue.exactly(tensor.cell(0)) : TensorValue.exactly(tensor);
    }
}
