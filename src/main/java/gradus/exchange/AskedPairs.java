package gradus.exchange;

import gradus.message.Languages;
import gradus.message.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An option for each of several rows.
 *
 * @param others options that belong to no row
 */
record AskedPairs(List<Pair> pairs, List<String> others) implements Asked {
    private static final int MOST = 50;

    /** A row and its option. */
    record Pair(String row, String option) {}

    AskedPairs {
        pairs = List.copyOf(pairs);
        others = List.copyOf(others);
    }

    @Override
    public String kind() {
        return "matching";
    }

    private List<String> options() {
        Set<String> options = new LinkedHashSet<>();
        pairs.forEach(pair -> options.add(pair.option()));
        options.addAll(others);
        return List.copyOf(options);
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        List<String> options = options();
        if (pairs.isEmpty() || options.size() > MOST || pairs.size() > MOST) {
            losses.leaveOut(pairs.isEmpty() ? "exchange.no-right-answer" : "exchange.too-many", MOST);
            return Map.of();
        }
        List<Map<String, Object>> said = new ArrayList<>();
        for (String option : options) {
            said.add(PartYaml.option(PartYaml.optionId(said.size()), option));
        }
        Map<String, Object> part = PartYaml.oneInEachRow(
                said, pairs.stream().map(Pair::row).toList(), Languages.each(Message.of("exchange.match")));
        part.put(
                "expect",
                pairs.stream()
                        .map(pair -> List.of(PartYaml.optionId(options.indexOf(pair.option()))))
                        .toList());
        return part;
    }

    @Override
    public void moodle(MoodleXml xml) {
        xml.leaf("shuffleanswers", "false");
        pairs.forEach(pair -> xml.pair(xml.line(pair.row()), pair.option()));
        others.forEach(other -> xml.pair("", other));
    }

    /** The rows, each with its option among all. */
    private List<AskedChoice> rows() {
        List<AskedChoice> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(new AskedChoice(options().stream()
                    .map(option -> Target.of(
                            option, option.equals(pair.option()) ? ForeignNumbers.HUNDRED : BigDecimal.ZERO, ""))
                    .toList()));
        }
        return rows;
    }

    @Override
    public int fields() {
        return pairs.size();
    }

    private AskedTable table() {
        return new AskedTable(
                List.of(),
                pairs.stream().map(Pair::row).toList(),
                rows().stream().map(row -> List.<Asked>of(row)).toList());
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        return table().embedded(xml, points);
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        table().qti(item, id, points);
    }
}
