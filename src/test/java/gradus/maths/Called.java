package gradus.maths;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.RecordValue;
import gradus.expression.value.Scope;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A function of the engine called with values of Java, by position. */
final class Called {
    private final Expression call;
    private final Scope scope;
    private final Value result;

    private Called(Expression call, Scope scope) {
        this.call = call;
        this.scope = scope;
        this.result = call.evaluate(scope);
    }

    static Called of(String function, Object... arguments) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Object argument : arguments) {
            values.put("q" + (values.size() + 1), value(argument));
        }
        Vocabulary names = Vocabulary.author(values.keySet());
        String text = function + "(" + String.join(", ", values.keySet()) + ")";
        return new Called(Expression.parse(text, names), Scope.of(values));
    }

    private static Value value(Object argument) {
        if (argument instanceof Tensor tensor) {
            return tensor.rank() == 0 ? Value.of(tensor.cell(0)) : Value.of(tensor);
        }
        if (argument instanceof List<?> items) {
            return new SequenceValue(items.stream().map(Called::value).toList());
        }
        if (argument instanceof Boolean truth) {
            return Value.of(truth.booleanValue());
        }
        return argument instanceof Number number ? Value.of(number.doubleValue()) : new TextValue((String) argument);
    }

    Tensor tensor() {
        return result.asTensor();
    }

    double number() {
        return tensor().cell(0);
    }

    Tensor tensor(String field) {
        return field(field).asTensor();
    }

    double number(String field) {
        return tensor(field).cell(0);
    }

    List<Tensor> list(String field) {
        List<Tensor> items = new ArrayList<>();
        ((SequenceValue) field(field)).items().forEach(item -> items.add(item.asTensor()));
        return items;
    }

    private Value field(String field) {
        return Objects.requireNonNull(((RecordValue) result).fields().get(field), field);
    }

    /** The worked steps, as they are shown. */
    String steps() {
        return call.steps(scope).markdown();
    }
}
