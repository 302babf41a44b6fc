package gradus.result.gradebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the grades of a course come from its exams.
 *
 * @param weights of the exams, by id; an exam without one does not count
 * @param rules which attempt counts, by the exam's id
 * @param expression the total from the exams' percentages; empty for their weighted mean
 * @param quota whether the letters are shares of the class rather than least totals
 * @param cuts from the best letter down
 */
public record GradingScheme(
        Map<String, BigDecimal> weights,
        Map<String, AttemptRule> rules,
        String expression,
        boolean quota,
        List<GradeCut> cuts) {
    static final GradingScheme NONE = new GradingScheme(Map.of(), Map.of(), "", false, List.of());

    public GradingScheme {
        weights = Map.copyOf(weights);
        rules = Map.copyOf(rules);
        cuts = List.copyOf(cuts);
    }

    public AttemptRule rule(String exam) {
        return rules.getOrDefault(exam, AttemptRule.BEST);
    }

    /** The weight of an exam as text; empty for none. */
    public String weight(String exam) {
        BigDecimal weight = weights.get(exam);
        return weight == null ? "" : weight.toPlainString();
    }

    /** Whether anything says how a total is made. */
    public boolean hasTotal() {
        return !expression.isEmpty() || !weights.isEmpty();
    }

    /** The letters a line each, as the form shows them. */
    public String cutLines() {
        return cuts.stream()
                .map(cut -> cut.letter() + " " + cut.from().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    /** An exam's name in expressions: its id, with underscores for what a name cannot have. */
    static String name(String exam) {
        return exam.replaceAll("[^A-Za-z0-9_]", "_");
    }

    String json() {
        ObjectNode object = Json.object();
        ObjectNode weighted = object.putObject("weights");
        weights.forEach(weighted::put);
        ObjectNode ruled = object.putObject("attempts");
        rules.forEach((exam, rule) -> ruled.put(exam, rule.word()));
        object.put("expression", expression).put("quota", quota);
        ArrayNode letters = object.putArray("letters");
        cuts.forEach(cut -> letters.addObject().put("letter", cut.letter()).put("from", cut.from()));
        return object.toString();
    }

    static GradingScheme read(String json) {
        JsonNode object = Json.stored(json);
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        object.path("weights")
                .properties()
                .forEach(field -> weights.put(
                        field.getKey(), new BigDecimal(field.getValue().asText())));
        Map<String, AttemptRule> rules = new LinkedHashMap<>();
        object.path("attempts")
                .properties()
                .forEach(field -> rules.put(
                        field.getKey(), AttemptRule.of(field.getValue().asText())));
        List<GradeCut> cuts = new ArrayList<>();
        object.path("letters")
                .forEach(cut -> cuts.add(new GradeCut(
                        cut.path("letter").asText(),
                        new BigDecimal(cut.path("from").asText()))));
        return new GradingScheme(
                weights,
                rules,
                object.path("expression").asText(),
                object.path("quota").asBoolean(),
                cuts);
    }
}
