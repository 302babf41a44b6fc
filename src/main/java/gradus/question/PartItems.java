package gradus.question;

import static gradus.question.PartFields.*;

import gradus.message.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** The lists of a part in which nothing is computed: its options and the statements of its rubric. */
final class PartItems {
    private PartItems() {}

    static List<Option> options(Fields fields, Problems problems) {
        List<Option> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object option : fields.get(OPTIONS, List.of())) {
            if (option instanceof Fields map) {
                TextSource say = map.get(SAY);
                String name = map.get(ITS_OPTION_ID, "");
                read.add(new Option(name, say == null ? Text.of(name) : say.text()));
            } else {
                read.add(new Option((String) option, Text.of((String) option)));
            }
            if (!ids.add(read.get(read.size() - 1).id())) {
                problems.add(
                        fields.place(OPTIONS),
                        Message.of(
                                "question.name-twice", read.get(read.size() - 1).id()));
            }
        }
        return read;
    }

    static List<Criterion> rubric(Fields fields, Problems problems) {
        Map<String, Criterion> rubric = new LinkedHashMap<>();
        for (Fields criterion : fields.get(RUBRIC, List.<Fields>of())) {
            String name = criterion.get(CRITERION_ID, "r" + (rubric.size() + 1));
            TextSource say = criterion.get(SAY);
            BigDecimal points = criterion.get(CRITERION_POINTS);
            if (rubric.containsKey(name)) {
                problems.add(criterion.place(CRITERION_ID), Message.of("question.name-twice", name));
            } else if (say != null && points != null) {
                rubric.put(name, new Criterion(name, fraction(points), say.text()));
            }
        }
        return List.copyOf(rubric.values());
    }

    /** A decimal, exactly. */
    static BigFraction fraction(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigInteger())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }
}
