package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of wrong answers before keys are shown gives away neither a formula of the right work nor a number of the key. */
class SaidBeforeKeysTest {
    private static final Pattern TYPESET = Pattern.compile("\\$+([^$]+)\\$+|`([^`]+)`");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final int SEEDS = 2;

    static List<String> questions() {
        return ShippedBank.questionIds();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void holdsNothingOfTheRightWork(String id) {
        Question question = ShippedBank.question(id);
        Set<String> leaks = new LinkedHashSet<>();
        for (long seed = 0; seed < (question.params().isEmpty() ? 1 : SEEDS); seed++) {
            Variant variant = Variant.draw(question, seed);
            for (Part part : question.parts()) {
                if (part.expect() != null) {
                    Secrets secrets = new Secrets(variant, part);
                    for (Answer wrong : wrong(variant, part)) {
                        String typed = part.type().print(wrong, part);
                        for (Feedback said : Grader.grade(variant, Map.of(part.id(), typed))
                                .part(part.id())
                                .feedback()) {
                            if (said.kind() != Feedback.Kind.KEY) {
                                for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                                    secrets.look(said.say().in(language), wrong, typed, leaks);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), leaks);
    }

    /** What the author and the grader know to go wrong, the keys of other parts, and numbers that are off. */
    private static List<Answer> wrong(Variant variant, Part part) {
        List<Answer> answers = new ArrayList<>();
        KnownProcedures.of(variant, part).forEach(known -> answers.add(known.answer()));
        Tensor key = Suspect.numbers(variant.key(part));
        if (key != null && part.type().isNumeric()) {
            for (double factor : new double[] {-1, 2, 0.5, 10, 1.37}) {
                answers.add(new Answer.Plain(
                        ((Answer.Plain) variant.key(part)).value() instanceof NumberValue
                                ? NumberValue.exactly(factor * key.cell(0))
                                : TensorValue.exactly(key.map(cell -> factor * cell))));
            }
        }
        return answers;
    }

    /** What must not be said of a part. */
    private static final class Secrets {
        private final Variant variant;
        private final Part part;
        private final Set<String> names = new HashSet<>();
        private final Set<String> formulas = new HashSet<>();
        private final Set<String> told = new HashSet<>();
        private final Set<Double> numbers = new HashSet<>();

        Secrets(Variant variant, Part part) {
            this.variant = variant;
            this.part = part;
            Question question = variant.question();
            names.addAll(question.params().keySet());
            names.addAll(question.let().keySet());
            for (Part other : question.parts()) {
                names.add(other.id());
                names.addAll(other.symbolNames());
                if (other.expect() != null
                        && other.type().expectsFormula() == part.type().expectsFormula()) {
                    collect(other.expect().root(), formulas);
                }
            }
            question.let().values().forEach(let -> collect(let.root(), formulas));
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                String prompt = variant.prompt(language) + variant.label(part, language);
                formulasIn(prompt, told);
                Matcher number = NUMBER.matcher(prompt);
                while (number.find()) {
                    numbers.add(Double.parseDouble(number.group()));
                }
            }
        }

        private static void collect(Node node, Set<String> formulas) {
            boolean plain = node.children().isEmpty()
                    || node instanceof CallNode
                            && node.children().size() == 1
                            && node.children().get(0).children().isEmpty();
            if (!plain) {
                formulas.add(node.text());
            }
            node.children().forEach(child -> collect(child, formulas));
        }

        private void formulasIn(String text, Set<String> found) {
            Matcher typeset = TYPESET.matcher(text);
            while (typeset.find()) {
                String formula = typeset.group(1) == null ? typeset.group(2) : typeset.group(1);
                try {
                    collect(Expression.parse(formula, Vocabulary.author(names)).root(), found);
                } catch (ExpressionException unread) {
                    // words and equations are no formula that could be copied into the answer
                }
            }
        }

        void look(String said, Answer wrong, String typed, Set<String> leaks) {
            Set<String> formulasSaid = new HashSet<>();
            formulasIn(said, formulasSaid);
            formulasSaid.retainAll(formulas);
            formulasSaid.removeAll(told);
            Set<String> own = new HashSet<>();
            if (wrong instanceof Answer.Formula formula) {
                collect(formula.expression().root(), own);
            }
            formulasSaid.removeAll(own);
            formulasSaid.forEach(formula -> leaks.add(part.id() + ": " + formula + " in: " + said));
            Tensor key = Suspect.numbers(variant.key(part));
            Matcher number = NUMBER.matcher(said);
            while (key != null && number.find()) {
                double value = Double.parseDouble(number.group());
                boolean telling =
                        number.group().length() > 2 && !numbers.contains(value) && !typed.contains(number.group());
                for (double cell : key.cells()) {
                    if (telling && Math.abs(value - cell) <= 1e-3 * Math.abs(cell)) {
                        leaks.add(part.id() + ": the number " + number.group() + " in: " + said);
                    }
                }
            }
        }
    }
}
