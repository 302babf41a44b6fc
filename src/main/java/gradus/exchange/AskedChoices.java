package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** Any number of several options. */
record AskedChoices(List<Target> options) implements Asked {
    private static final int MOST = 50;
    private static final BigDecimal NEAR = new BigDecimal("0.01");

    AskedChoices {
        options = List.copyOf(options);
    }

    /** Options of which these are right, in equal shares, and a wrong tick takes off as much as a right one earns. */
    static AskedChoices inEqualShares(List<String> texts, List<Boolean> right) {
        BigDecimal share =
                ForeignNumbers.share((int) right.stream().filter(each -> each).count());
        List<Target> options = new ArrayList<>();
        for (String text : texts) {
            options.add(Target.of(text, right.get(options.size()) ? share : share.negate(), ""));
        }
        return new AskedChoices(options);
    }

    @Override
    public String kind() {
        return "multichoice";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        List<String> right = new ArrayList<>();
        List<Map<String, Object>> said = new ArrayList<>();
        for (Target option : options) {
            String id = PartYaml.optionId(said.size());
            said.add(PartYaml.option(id, option.text()));
            if (option.percent().signum() > 0) {
                right.add(id);
            }
        }
        if (right.isEmpty() || options.size() > MOST) {
            losses.leaveOut(right.isEmpty() ? "exchange.no-right-answer" : "exchange.too-many", MOST);
            return Map.of();
        }
        BigDecimal share = ForeignNumbers.share(right.size());
        if (options.stream()
                .anyMatch(option -> option.percent().abs().subtract(share).abs().compareTo(NEAR) > 0)) {
            losses.add("exchange.shares-lost", ForeignNumbers.text(share));
        }
        if (options.stream().anyMatch(Target::saysSomething)) {
            losses.add("exchange.option-feedback-lost");
        }
        Map<String, Object> part = PartYaml.someOf(said);
        part.put("expect", right);
        return part;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.options(false);
        options.forEach(option -> xml.option(option, option.percent()));
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return xml.field("MULTIRESPONSE", points, options, option -> xml.line(option.text()));
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        item.ticks(id, options, points);
    }
}
