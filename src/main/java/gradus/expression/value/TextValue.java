package gradus.expression.value;

import gradus.message.Message;

/** A text, written in double quotes. */
public record TextValue(String text) implements Value {
    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-text");
    }
}
