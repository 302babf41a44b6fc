package gradus.exchange;

import gradus.message.Languages;
import gradus.message.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether a statement is true.
 *
 * @param wrong what is said to whoever takes the other for right; empty for nothing
 * @param praise what is said to whoever is right; empty for nothing
 */
record AskedTruth(boolean isTrue, String wrong, String praise) implements Asked {
    static final String TRUE = "true";
    static final String FALSE = "false";

    @Override
    public String kind() {
        return "truefalse";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        Map<String, Object> part =
                PartYaml.oneOf(List.of(option(TRUE, "exchange.true"), option(FALSE, "exchange.false")));
        part.put("expect", right());
        if (!wrong.isBlank()) {
            part.put("mistakes", List.of(PartYaml.mistake("other", other(), "0", wrong)));
        }
        if (!praise.isBlank()) {
            losses.add("exchange.praise-lost");
        }
        return part;
    }

    private static Map<String, Object> option(String id, String key) {
        return PartYaml.option(id, Languages.each(Message.of(key)));
    }

    private String right() {
        return isTrue ? TRUE : FALSE;
    }

    private String other() {
        return isTrue ? FALSE : TRUE;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.answer(Target.of(right(), ForeignNumbers.HUNDRED, praise), false);
        xml.answer(Target.of(other(), BigDecimal.ZERO, wrong), false);
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return xml.field("MULTICHOICE", points, options(), Target::text);
    }

    private List<Target> options() {
        return List.of(
                Target.of("True", isTrue ? ForeignNumbers.HUNDRED : BigDecimal.ZERO, isTrue ? praise : wrong),
                Target.of("False", isTrue ? BigDecimal.ZERO : ForeignNumbers.HUNDRED, isTrue ? wrong : praise));
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.options(id, options(), points);
    }
}
