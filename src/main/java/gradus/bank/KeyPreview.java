package gradus.bank;

import gradus.expression.value.ExpressionException;
import gradus.grading.KnownProcedures;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The key of a part and what its known mistakes would give, as an author sees them. */
public record KeyPreview(String part, SafeHtml key, List<WrongPreview> mistakes) {
    /** What a mistake gives and says. */
    public record WrongPreview(String id, SafeHtml gives, SafeHtml says) {}

    /** The key of a part in a variant; where it cannot be computed, why. */
    public static KeyPreview of(Variant variant, Part part, Locale language) {
        if (part.expect() == null) {
            return new KeyPreview(part.id(), key(variant, part, language), List.of());
        }
        try {
            List<WrongPreview> mistakes = new ArrayList<>();
            for (Variant.Wrong wrong : KnownProcedures.of(variant, part)) {
                mistakes.add(new WrongPreview(
                        wrong.mistake().id(),
                        Markdown.inline(part.type().told(wrong.answer(), part, variant, language)),
                        Markdown.inline(variant.fill(wrong.mistake().say(), language))));
            }
            return new KeyPreview(part.id(), key(variant, part, language), mistakes);
        } catch (ExpressionException broken) {
            return new KeyPreview(part.id(), Markdown.inline(uncomputed(broken, language)), List.of());
        }
    }

    /** The key of a part alone; a model answer or a dash where nothing is computed. */
    public static SafeHtml key(Variant variant, Part part, Locale language) {
        if (part.expect() != null) {
            return Markdown.inline(part.type().told(variant.key(part), part, variant, language));
        }
        return Markdown.inline(part.answer() == null ? "–" : variant.fill(part.answer(), language));
    }

    /** The worked solution of a variant as Markdown; where it cannot be computed, why. */
    public static String solution(Variant variant, Locale language) {
        try {
            return variant.solution(language, true);
        } catch (ExpressionException broken) {
            return uncomputed(broken, language);
        }
    }

    private static String uncomputed(ExpressionException broken, Locale language) {
        return Message.of("bank.cannot-compute", broken.problem()).in(language);
    }
}
