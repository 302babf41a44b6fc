package gradus.expression.read;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;

/** What may be used in a text, as a message says it: kind by kind, so that nobody takes a name for a function or a sign for either. */
final class MayUse {
    private MayUse() {}

    static Message said(List<String> names, List<String> functions, boolean comparisons) {
        List<Message> kinds = new ArrayList<>();
        if (!names.isEmpty()) {
            kinds.add(Message.of("expression.may-names", String.join(", ", names)));
        }
        if (!functions.isEmpty()) {
            kinds.add(Message.of("expression.may-functions", String.join(", ", functions)));
        }
        if (comparisons) {
            kinds.add(Message.of("expression.may-compare"));
        }
        return kinds.stream()
                .reduce((one, other) -> Message.of("expression.may-more", one, other))
                .orElse(Message.of("expression.may-numbers"));
    }
}
