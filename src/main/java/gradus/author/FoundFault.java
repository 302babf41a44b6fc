package gradus.author;

import gradus.expression.value.ExpressionException;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A wrong procedure that no file names, as the grader derives it from the key's formula, with its answer on a variant.
 *
 * @param id its name under {@code faults} of the part
 * @param says what the grader says of it
 * @param off whether the file switches it off
 */
public record FoundFault(String part, String id, SafeHtml gives, String says, boolean off) {
    /** The likeliest of a part come first, so the rest is rarely looked for. */
    private static final int MOST = 20;

    /** Those of a part whose answer here is another than the key; none where its key is no formula that faults can be made in. */
    static List<FoundFault> of(Variant variant, Part part, Locale language) {
        List<FoundFault> found = new ArrayList<>();
        if (part.expect() == null || part.work() || !part.type().options().isEmpty()) {
            return found;
        }
        try {
            String key = part.type().displayKey(variant.key(part), part);
            for (Fault fault : Faults.of(variant, part).single()) {
                Answer answer = found.size() < MOST ? variant.finite(fault.wrong(), part) : null;
                String gives = answer == null ? key : part.type().displayKey(answer, part);
                if (!gives.equals(key)) {
                    String says = fault.kinds().stream()
                            .map(kind -> kind.say().in(language))
                            .collect(Collectors.joining(" "));
                    found.add(new FoundFault(part.id(), fault.id(), Markdown.inline(gives), says, fault.isOff(part)));
                }
            }
        } catch (ExpressionException broken) {
            return List.of();
        }
        return found;
    }
}
