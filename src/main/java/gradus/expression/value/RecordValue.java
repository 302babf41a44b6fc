package gradus.expression.value;

import gradus.message.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values in the engine's order, such as the result of {@code adam(…)}, from which {@code .v_hat} selects one. */
public record RecordValue(Map<String, Value> fields) implements Value {
    public RecordValue {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public boolean isFinite() {
        return fields.values().stream().allMatch(Value::isFinite);
    }

    @Override
    public RecordValue settled() {
        Map<String, Value> settled = new LinkedHashMap<>();
        fields.forEach((name, value) -> settled.put(name, value.settled()));
        return new RecordValue(settled);
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-record", String.join(", ", fields.keySet()));
    }
}
