package gradus.grading;

import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.message.Languages;
import gradus.question.Answer;
import gradus.question.FaultSetting;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wrong procedures of a part that its author vouches for: the mistakes that the file writes out, then the faults that it
 * names by their ids. They speak wherever an answer is exactly theirs, and earn the credit that the file says.
 */
public final class KnownProcedures {
    private KnownProcedures() {}

    /**
     * A wrong procedure with its answer on a variant.
     *
     * @param fault the fault that it is; null where the file writes it out
     */
    record Known(Variant.Wrong wrong, @Nullable Fault fault) {}

    /** Those that can be computed on a variant, in the order of the file. */
    public static List<Variant.Wrong> of(Variant variant, Part part) {
        return withFaults(variant, part).stream().map(Known::wrong).toList();
    }

    static List<Known> withFaults(Variant variant, Part part) {
        List<Known> known = new ArrayList<>();
        variant.mistakes(part).forEach(wrong -> known.add(new Known(wrong, null)));
        for (FaultSetting setting : part.faults()) {
            Fault fault =
                    setting.on() && setting.isOfOne() ? Faults.of(variant, part).find(setting.id()) : null;
            boolean asked = fault != null && fault.writtenOut().stream().noneMatch(variant::standsIn);
            Answer answer = fault == null || !asked ? null : variant.finite(fault.wrong(), part);
            if (fault != null && answer != null) {
                known.add(new Known(
                        new Variant.Wrong(mistake(setting, fault, isNothing(answer, variant.key(part))), answer),
                        fault));
            }
        }
        return known;
    }

    /** Whether a procedure comes to zero here, which is typed by whoever has done nothing and earns nothing. */
    private static boolean isNothing(Answer answer, Answer key) {
        if (!(answer instanceof Answer.Plain)) {
            return false;
        }
        Plainness given = Plainness.of(answer);
        Plainness right = Plainness.of(key);
        return given != null && right != null && given.isZero() && !right.isZero();
    }

    private static Mistake mistake(FaultSetting setting, Fault fault, boolean worthless) {
        Text say = setting.say();
        return new Mistake(
                setting.told(),
                fault.wrong(),
                worthless ? 0 : setting.credit(),
                setting.once(),
                say == null ? usual(fault) : say);
    }

    private static Text usual(Fault fault) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Locale language : Languages.spoken()) {
            words.put(language.getLanguage(), FaultWords.kind(fault).in(language));
        }
        return new Text(words);
    }

    /** The ids among a part's settings that are no fault of its key's formula. */
    public static List<String> unknown(Variant variant, Part part) {
        return part.faults().stream()
                .filter(FaultSetting::isOfOne)
                .map(FaultSetting::id)
                .filter(id -> Faults.of(variant, part).find(id) == null)
                .toList();
    }
}
