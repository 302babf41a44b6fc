package gradus.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of parts as a question file writes them. */
final class PartYaml {
    private static final String TYPE = "type";

    private PartYaml() {}

    static Map<String, Object> number(Object tolerance) {
        Map<String, Object> part = of("number");
        part.put("tolerance", tolerance);
        return part;
    }

    /** One option of several. */
    static Map<String, Object> oneOf(List<?> options) {
        Map<String, Object> part = of("choice");
        part.put("options", options);
        return part;
    }

    /** Any number of options. */
    static Map<String, Object> someOf(List<?> options) {
        Map<String, Object> part = of("choices");
        part.put("options", options);
        return part;
    }

    /** A table with one option of several in each row. */
    static Map<String, Object> oneInEachRow(List<?> options, List<?> rows, Object column) {
        Map<String, Object> part = of("grid");
        part.put("options", options);
        part.put("rows", rows);
        part.put("columns", List.of(column));
        return part;
    }

    static Map<String, Object> text() {
        return of("text");
    }

    /** A box that is not scored. */
    static Map<String, Object> notes() {
        Map<String, Object> part = text();
        part.put("work", true);
        return part;
    }

    private static Map<String, Object> of(String type) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(TYPE, type);
        return part;
    }

    /** A mistake of a part. */
    static Map<String, Object> mistake(String id, Object expect, String credit, String say) {
        Map<String, Object> mistake = new LinkedHashMap<>();
        mistake.put("id", id);
        mistake.put("expect", expect);
        if (!credit.equals("0")) {
            mistake.put("credit", new java.math.BigDecimal(credit));
        }
        if (!say.isBlank()) {
            mistake.put("say", say);
        }
        return mistake;
    }

    /** A further right answer of a part. */
    static Map<String, Object> accept(Object expect, String note) {
        Map<String, Object> accept = new LinkedHashMap<>();
        accept.put("expect", expect);
        if (!note.isBlank()) {
            accept.put("note", note);
        }
        return accept;
    }

    /** An option whose id says nothing by itself. */
    static Map<String, Object> option(String id, Object say) {
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("id", id);
        option.put("say", say);
        return option;
    }

    /** The ids that options get by their places: a, b, …, z, o27, … */
    static String optionId(int place) {
        return place < 26 ? String.valueOf((char) ('a' + place)) : "o" + (place + 1);
    }
}
