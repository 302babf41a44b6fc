package gradus.exchange;

import gradus.grading.KnownProcedures;
import gradus.question.Answer;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The options of a part of which one is to be chosen, each with what it earns and says. */
record FrozenOptions(Variant variant, Part part, Locale language) {
    Asked asked(Answer key) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Option option : part.type().options()) {
            targets.put(option.id(), Target.of(say(option.say()), BigDecimal.ZERO, ""));
        }
        List<Variant.Wrong> mistakes = new ArrayList<>(KnownProcedures.of(variant, part));
        Collections.reverse(mistakes); // the first of several that meet speaks
        for (Variant.Wrong wrong : mistakes) {
            targets.computeIfPresent(
                    chosen(wrong.answer()),
                    (id, option) -> Target.of(
                            option.text(),
                            BigDecimal.valueOf(wrong.mistake().credit()).movePointRight(2),
                            say(wrong.mistake().say())));
        }
        for (Variant.Further further : variant.accepts(part)) {
            Text note = further.accept().note();
            targets.computeIfPresent(
                    chosen(further.answer()),
                    (id, option) -> Target.of(option.text(), ForeignNumbers.HUNDRED, note == null ? "" : say(note)));
        }
        targets.computeIfPresent(chosen(key), (id, option) -> Target.of(option.text(), ForeignNumbers.HUNDRED, ""));
        if (targets.keySet().equals(Set.of(AskedTruth.TRUE, AskedTruth.FALSE))) {
            boolean isTrue = chosen(key).equals(AskedTruth.TRUE);
            Target other = Objects.requireNonNull(targets.get(isTrue ? AskedTruth.FALSE : AskedTruth.TRUE));
            return new AskedTruth(isTrue, other.feedback(), "");
        }
        return new AskedChoice(List.copyOf(targets.values()));
    }

    private String chosen(Answer answer) {
        return part.type().chosen(answer).get(0).get(0);
    }

    private String say(Text text) {
        return variant.fill(text, language);
    }
}
