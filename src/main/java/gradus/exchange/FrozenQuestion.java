package gradus.exchange;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.grading.KnownProcedures;
import gradus.maths.Decimals;
import gradus.question.Answer;
import gradus.question.Control;
import gradus.question.Credit;
import gradus.question.Criterion;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** One variant of a question with its numbers filled in, on its way to another program. */
final class FrozenQuestion {
    private final Variant variant;
    private final Locale language;
    private final Losses losses = new Losses();

    private FrozenQuestion(Variant variant, Locale language) {
        this.variant = variant;
        this.language = language;
    }

    /**
     * The question as others can ask it.
     *
     * @param id what names it among all that are written
     * @param label what the exam numbers it; may be empty
     * @param points what it is worth as a whole
     */
    static PortableQuestion of(
            Variant variant, String id, String label, BigFraction points, Locale language, Pictures.Source pictures) {
        return new FrozenQuestion(variant, language).portable(id, label, points, pictures);
    }

    private PortableQuestion portable(String id, String label, BigFraction points, Pictures.Source pictures) {
        BigFraction own = variant.question().points();
        List<PortableQuestion.Field> fields = new ArrayList<>();
        for (Part part : variant.question().parts()) {
            if (part.work() && variant.question().parts().size() > 1) {
                losses.addOf(part.id(), "exchange.work-lost");
                continue;
            }
            BigFraction share = own.signum() == 0
                    ? BigFraction.ZERO
                    : points.multiply(part.points()).divide(own);
            fields.add(new PortableQuestion.Field(variant.label(part, language), share, asked(part)));
        }
        if (!variant.question().conventions().isEmpty()) {
            losses.add("exchange.conventions-lost");
        }
        String prompt = variant.prompt(language);
        String solution = solution();
        Map<String, byte[]> shown = new LinkedHashMap<>(Pictures.shownIn(prompt + "\n" + solution, pictures, losses));
        String title = variant.question().title().in(language);
        return new PortableQuestion(
                id,
                label.isBlank() ? title : label + ". " + title,
                kinds(),
                prompt,
                fields,
                variant.question().hints().stream()
                        .map(hint -> variant.fill(hint.say(), language))
                        .toList(),
                solution,
                variant.question().tags(),
                shown,
                losses);
    }

    /** The types of its parts, each once. */
    private String kinds() {
        return variant.question().parts().stream()
                .map(part -> part.type().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String solution() {
        try {
            return variant.solution(language, false);
        } catch (ExpressionException failed) {
            losses.add("exchange.solution-lost");
            return "";
        }
    }

    private Asked asked(Part part) {
        if (part.work()) {
            return new AskedNothing();
        }
        if (part.isGradedByPerson()) {
            return byPerson(part);
        }
        Answer key = variant.key(part);
        if (part.type().expectsFormula()) {
            losses.addOf(part.id(), "exchange.formula-by-person");
            return new AskedText(part.type().displayKey(key, part));
        }
        Control control = part.type().control();
        if (control.equals(Control.ONE_OPTION)) {
            return new FrozenOptions(variant, part, language).asked(key);
        }
        if (control.equals(Control.SOME_OPTIONS)) {
            return someOptions(part, key);
        }
        return control.equals(Control.TABLE_OF_OPTIONS) ? tableOfOptions(part, key) : numbers(part, key);
    }

    private AskedText byPerson(Part part) {
        StringBuilder graders = new StringBuilder();
        for (Criterion criterion : part.rubric()) {
            graders.append("- ").append(Decimals.text(criterion.points())).append(": ");
            graders.append(say(criterion.say())).append('\n');
        }
        if (!part.rubric().isEmpty()) {
            losses.addOf(part.id(), "exchange.rubric-as-text");
        }
        Text answer = part.answer();
        return new AskedText(answer == null ? graders.toString() : graders + "\n" + say(answer));
    }

    private String say(Text text) {
        return variant.fill(text, language);
    }

    private Asked someOptions(Part part, Answer key) {
        List<String> right = part.type().chosen(key).get(0);
        if (part.credit() == Credit.ALL_OR_NOTHING) {
            losses.addOf(part.id(), "exchange.all-or-nothing-lost");
        }
        noMistakesOrAccepts(part);
        return AskedChoices.inEqualShares(
                part.type().options().stream().map(option -> say(option.say())).toList(),
                part.type().options().stream()
                        .map(option -> right.contains(option.id()))
                        .toList());
    }

    private void noMistakesOrAccepts(Part part) {
        if (!KnownProcedures.of(variant, part).isEmpty()) {
            losses.addOf(part.id(), "exchange.mistakes-lost");
        }
        if (!part.accept().isEmpty()) {
            losses.addOf(part.id(), "exchange.accepts-lost");
        }
    }

    private Asked tableOfOptions(Part part, Answer key) {
        noMistakesOrAccepts(part);
        List<List<String>> chosen = part.type().chosen(key);
        List<Option> options = part.type().options();
        List<String> rows = part.type().rows().stream().map(this::say).toList();
        if (part.type().columns().size() == 1) {
            List<AskedPairs.Pair> pairs = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String id = chosen.get(i).get(0);
                String said = options.stream()
                        .filter(option -> option.id().equals(id))
                        .findFirst()
                        .map(option -> say(option.say()))
                        .orElse(id);
                pairs.add(new AskedPairs.Pair(rows.get(i), said));
            }
            List<String> used = pairs.stream().map(AskedPairs.Pair::option).toList();
            return new AskedPairs(
                    pairs,
                    options.stream()
                            .map(option -> say(option.say()))
                            .filter(said -> !used.contains(said))
                            .toList());
        }
        return new AskedTable(
                part.type().columns().stream().map(this::say).toList(),
                rows,
                chosen.stream()
                        .map(row -> row.stream().map(id -> choice(options, id)).toList())
                        .toList());
    }

    private Asked choice(List<Option> options, String right) {
        return new AskedChoice(options.stream()
                .map(option -> Target.of(
                        say(option.say()), option.id().equals(right) ? ForeignNumbers.HUNDRED : BigDecimal.ZERO, ""))
                .toList());
    }

    private Asked numbers(Part part, Answer key) {
        List<List<String>> cells = part.type().cells(key);
        if (!cells.isEmpty() && key instanceof Answer.Plain numbers) {
            return cells(part, numbers, cells);
        }
        if (!(key instanceof Answer.Plain plain) || !part.type().isNumeric()) {
            String shape = part.type().print(key, part);
            return new AskedWords(List.of("x", "×", " x ", " × ", "*", ",", ", ").stream()
                    .map(sign -> Target.of(shape.replace("x", sign), ForeignNumbers.HUNDRED, ""))
                    .distinct()
                    .toList());
        }
        double[] values = plain.value().asTensor().cells();
        if (values.length != 1) {
            losses.addOf(part.id(), "exchange.tensor-by-person");
            return new AskedText(part.type().displayKey(key, part));
        }
        return number(part, plain, values[0]);
    }

    private AskedNumber number(Part part, Answer.Plain key, double value) {
        BigDecimal tolerance =
                ForeignNumbers.distance(key.tolerance(0, part.tolerance()).distance(value, Math.abs(value)));
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(ForeignNumbers.text(value), tolerance, ForeignNumbers.HUNDRED, ""));
        for (Variant.Further further : variant.accepts(part)) {
            Text note = further.accept().note();
            String say = note == null ? "" : say(note);
            target(further.answer(), tolerance, ForeignNumbers.HUNDRED, say).forEach(targets::add);
        }
        for (Variant.Wrong wrong : KnownProcedures.of(variant, part)) {
            BigDecimal percent = BigDecimal.valueOf(wrong.mistake().credit()).movePointRight(2);
            target(wrong.answer(), tolerance, percent, say(wrong.mistake().say()))
                    .forEach(targets::add);
        }
        return new AskedNumber(targets);
    }

    /** What a further answer, right or wrong, is worth; all answers of a part with numbers are such. */
    private static Stream<Target> target(Answer answer, BigDecimal tolerance, BigDecimal percent, String say) {
        return answer instanceof Answer.Plain plain
                ? Stream.of(
                        new Target(ForeignNumbers.text(plain.value().asTensor().cell(0)), tolerance, percent, say))
                : Stream.empty();
    }

    private AskedTable cells(Part part, Answer.Plain key, List<List<String>> cells) {
        noMistakesOrAccepts(part);
        if (part.credit() == Credit.ALL_OR_NOTHING) {
            losses.addOf(part.id(), "exchange.all-or-nothing-lost");
        }
        double[] values = key.value().asTensor().cells();
        double largest = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElse(0);
        List<List<Asked>> rows = new ArrayList<>();
        int cell = 0;
        for (List<String> row : cells) {
            List<Asked> fields = new ArrayList<>();
            for (int j = 0; j < row.size(); j++) {
                double tolerance = key.tolerance(cell, part.tolerance()).distance(values[cell], largest);
                fields.add(new AskedNumber(List.of(new Target(
                        Printing.number(values[cell]),
                        ForeignNumbers.distance(tolerance),
                        ForeignNumbers.HUNDRED,
                        ""))));
                cell++;
            }
            rows.add(fields);
        }
        return new AskedTable(List.of(), List.of(), rows);
    }
}
