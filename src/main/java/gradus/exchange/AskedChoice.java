package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** One option of several. */
record AskedChoice(List<Target> options) implements Asked {
    private static final int MOST = 50;

    AskedChoice {
        options = List.copyOf(options);
    }

    @Override
    public String kind() {
        return "multichoice";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        int key = key();
        if (key < 0 || options.size() > MOST) {
            losses.leaveOut(key < 0 ? "exchange.no-right-answer" : "exchange.too-many", MOST);
            return Map.of();
        }
        if (!options.get(key).isRight()) {
            losses.add(
                    "exchange.best-answer",
                    options.get(key).text(),
                    ForeignNumbers.text(options.get(key).percent()));
        }
        if (options.get(key).saysSomething()) {
            losses.add("exchange.praise-lost");
        }
        Map<String, Object> part = PartYaml.oneOf(said());
        part.put("expect", PartYaml.optionId(key));
        List<Map<String, Object>> accepts = new ArrayList<>();
        List<Map<String, Object>> mistakes = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Target option = options.get(i);
            if (i == key) {
                continue;
            }
            if (option.isRight()) {
                accepts.add(PartYaml.accept(PartYaml.optionId(i), option.feedback()));
            } else if (option.percent().signum() != 0 || option.saysSomething()) {
                mistakes.add(PartYaml.mistake(
                        "option-" + PartYaml.optionId(i),
                        PartYaml.optionId(i),
                        AskedNumber.credit(option, losses),
                        option.saysSomething() ? option.feedback() : option.text()));
            }
        }
        if (!accepts.isEmpty()) {
            part.put("accept", accepts);
        }
        if (!mistakes.isEmpty()) {
            part.put("mistakes", mistakes);
        }
        return part;
    }

    private List<Map<String, Object>> said() {
        List<Map<String, Object>> said = new ArrayList<>();
        for (Target option : options) {
            said.add(PartYaml.option(PartYaml.optionId(said.size()), option.text()));
        }
        return said;
    }

    /** The place of the first option that earns everything, or else of the one that earns most; −1 where none earns anything. */
    private int key() {
        int best = -1;
        for (int i = 0; i < options.size(); i++) {
            BigDecimal percent = options.get(i).percent();
            boolean better = best < 0
                    || !options.get(best).isRight()
                            && percent.compareTo(options.get(best).percent()) > 0;
            best = percent.signum() > 0 && better ? i : best;
        }
        return best;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.options(true);
        options.forEach(option -> xml.option(option, option.percent()));
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return xml.field("MULTICHOICE", points, options, option -> xml.line(option.text()));
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.options(id, options, points);
    }
}
