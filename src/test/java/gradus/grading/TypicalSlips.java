package gradus.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Typical slips of students in one shipped question, from {@code bank/slips.json}: what somebody does who is mistaken, written
 * down without a look at what the grader finds. Formulas and tables stand there as typed, other answers as their computation.
 */
record TypicalSlips(String question, List<TypicalSlips.Slip> slips) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]+(?:[eE][-+]?[0-9]+)?");
    private static final int DIGITS = 6;

    /** A wrong answer of a part. */
    record Slip(String part, String text) {
        /** What is typed into the part on this variant, rounded as people round. */
        String typed(Variant variant) {
            Part asked = variant.question().part(part);
            if (asked.type().name().equals("formula") || asked.type().control().equals(Control.TABLE_OF_OPTIONS)) {
                return text;
            }
            Set<String> names = new HashSet<>(variant.question().params().keySet());
            names.addAll(variant.question().let().keySet());
            variant.question().parts().forEach(other -> names.add(other.id()));
            Expression wrong = Expression.parse(text, Vocabulary.author(names));
            String exact = asked.type().print(asked.type().answer(wrong, asked, variant), asked);
            return DECIMAL.matcher(exact).replaceAll(number -> rounded(new BigDecimal(number.group())));
        }

        private static String rounded(BigDecimal number) {
            int digits = Math.max(DIGITS, number.precision() - number.scale() + DIGITS);
            return number.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
        }
    }

    static List<TypicalSlips> all() throws IOException {
        try (InputStream file = Objects.requireNonNull(TypicalSlips.class.getResourceAsStream("/bank/slips.json"))) {
            List<TypicalSlips> all = new ArrayList<>();
            for (JsonNode listed : JSON.readTree(file)) {
                List<Slip> slips = new ArrayList<>();
                for (Map.Entry<String, JsonNode> part : listed.get("slips").properties()) {
                    part.getValue().forEach(text -> slips.add(new Slip(part.getKey(), text.textValue())));
                }
                all.add(new TypicalSlips(listed.get("question").textValue(), List.copyOf(slips)));
            }
            return all;
        }
    }
}
