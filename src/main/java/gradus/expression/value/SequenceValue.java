package gradus.expression.value;

import gradus.message.Message;
import java.util.List;

/** An ordered list of values of any kinds: {@code seq(g1, g2)}. */
public record SequenceValue(List<Value> items) implements Value {
    public SequenceValue {
        items = List.copyOf(items);
    }

    @Override
    public boolean isFinite() {
        return items.stream().allMatch(Value::isFinite);
    }

    @Override
    public SequenceValue settled() {
        return new SequenceValue(items.stream().map(Value::settled).toList());
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-sequence", items.size());
    }
}
