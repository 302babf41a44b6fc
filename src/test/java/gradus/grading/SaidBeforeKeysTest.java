package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of wrong answers before keys are shown gives away neither a formula of the right work nor a number from which
 * the key can be computed; on more seeds and of all faults with {@code mvn -Ptrust verify}.
 */
class SaidBeforeKeysTest {
    private static final Pattern TYPESET = Pattern.compile("\\$+([^$]+)\\$+|`([^`]+)`");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final int SEEDS = Integer.getInteger("gradus.said.seeds", 1);
    private static final int FAULTS = Integer.getInteger("gradus.said.faults", 3);

    /** Of so many wrong answers to all parts one is given as a whole sheet. */
    private static final int SHEETS = 5;

    /** Where a number of a sentence gives the key this often, it is no coincidence. */
    private static final double TELLING = 0.5;

    private static final int FEWEST = 6;

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    /** How often a number in a sentence was said, and how often the key came of it and the answer in each way. */
    private record Tally(int[] said, int[][] ways) {
        Tally() {
            this(new int[1], new int[Way.values().length][1]);
        }

        void count(double number, double typed, double key) {
            said[0]++;
            for (Way way : Way.values()) {
                ways[way.ordinal()][0] += way.gives(number, typed, key) ? 1 : 0;
            }
        }
    }

    /** How somebody could compute a key from a number that is said and a wrong number that they typed. */
    private enum Way {
        ITSELF((number, typed) -> number),
        SUM((number, typed) -> typed + number),
        DIFFERENCE((number, typed) -> typed - number),
        OTHER_DIFFERENCE((number, typed) -> number - typed),
        PRODUCT((number, typed) -> typed * number),
        QUOTIENT((number, typed) -> typed / number),
        OTHER_QUOTIENT((number, typed) -> number / typed),
        SHARE((number, typed) -> typed * (1 + number / 100));

        private final DoubleBinaryOperator computed;

        Way(DoubleBinaryOperator computed) {
            this.computed = computed;
        }

        boolean gives(double number, double typed, double key) {
            return Math.abs(computed.applyAsDouble(number, typed) - key) <= 1e-3 * Math.abs(key);
        }
    }

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
            Map<Part, List<Answer>> wrong = new LinkedHashMap<>();
            for (Part part : question.parts()) {
                if (part.expect() != null) {
                    wrong.put(part, wrong(variant, part, new Random(seed)));
                }
            }
            Map<String, Secrets> secrets = new LinkedHashMap<>();
            for (Map.Entry<Part, List<Answer>> part : wrong.entrySet()) {
                Secrets of = new Secrets(variant, part.getKey());
                secrets.put(part.getKey().id(), of);
                for (Answer answer : part.getValue()) {
                    look(Map.of(part.getKey().id(), answer), secrets, variant, leaks);
                }
            }
            int most = wrong.values().stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < most; i += SHEETS) {
                Map<String, Answer> sheet = new LinkedHashMap<>();
                for (Map.Entry<Part, List<Answer>> part : wrong.entrySet()) {
                    List<Answer> answers = part.getValue();
                    if (!answers.isEmpty()) {
                        sheet.put(part.getKey().id(), answers.get(i % answers.size()));
                    }
                }
                look(sheet, secrets, variant, leaks);
            }
        }
        assertEquals(Set.of(), leaks);
    }

    /** Hears what is said of the parts when these answers are given. */
    private static void look(
            Map<String, Answer> sheet, Map<String, Secrets> secrets, Variant variant, Set<String> leaks) {
        Map<String, String> typed = new LinkedHashMap<>();
        sheet.forEach((id, answer) -> {
            Part asked = variant.question().part(id);
            typed.put(id, asked.type().print(answer, asked));
        });
        Result result = Grader.grade(variant, typed);
        String all = String.join(" ", typed.values());
        sheet.forEach((id, wrong) -> {
            Secrets of = Objects.requireNonNull(secrets.get(id));
            for (Feedback said : result.part(id).feedback()) {
                if (said.kind() != Feedback.Kind.KEY) {
                    for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                        of.look(said.say().in(language), wrong, all, leaks);
                    }
                    if (said.say() instanceof Message message) {
                        count(message, wrong, variant.key(of.part));
                    }
                }
            }
        });
    }

    /** Notes whether a number that is said gives the first wrong cell of an answer. */
    private static void count(Message said, Answer wrong, Answer right) {
        Tensor typed = Suspect.numbers(wrong);
        Tensor key = Suspect.numbers(right);
        if (typed == null || key == null || !typed.sameShape(key)) {
            return;
        }
        int cell = 0;
        while (cell < key.size() && Math.abs(typed.cell(cell) - key.cell(cell)) <= 1e-3 * Math.abs(key.cell(cell))) {
            cell++;
        }
        Matcher number = NUMBER.matcher(said.in(Locale.ENGLISH));
        for (int place = 1; cell < key.size() && number.find(); place++) {
            TALLIES.computeIfAbsent(said.key() + " number " + place, where -> new Tally())
                    .count(Double.parseDouble(number.group()), typed.cell(cell), key.cell(cell));
        }
    }

    @AfterAll
    static void noNumberThatIsSaidGivesTheKey() {
        List<String> telling = new ArrayList<>();
        TALLIES.forEach((where, tally) -> {
            for (Way way : Way.values()) {
                int hits = tally.ways()[way.ordinal()][0];
                if (tally.said()[0] >= FEWEST && hits > TELLING * tally.said()[0]) {
                    telling.add(where + " by " + way + ": " + hits + " of " + tally.said()[0]);
                }
            }
        });
        assertEquals(List.of(), telling);
    }

    /** What the author and the grader know to go wrong, faults that the grader derives, and numbers that are off. */
    private static List<Answer> wrong(Variant variant, Part part, Random random) {
        List<Answer> answers = new ArrayList<>();
        KnownProcedures.of(variant, part).forEach(known -> answers.add(known.answer()));
        List<Fault> faults = new ArrayList<>(Faults.of(variant, part).single());
        Collections.shuffle(faults, random);
        for (Fault fault : faults.subList(0, Math.min(FAULTS, faults.size()))) {
            Answer answer = variant.finite(fault.wrong(), part);
            if (answer != null) {
                answers.add(answer);
            }
        }
        Tensor key = Suspect.numbers(variant.key(part));
        if (key != null && part.type().isNumeric()) {
            boolean one = ((Answer.Plain) variant.key(part)).value() instanceof NumberValue;
            for (double factor : new double[] {-1, 2, 0.5, 10, 1.37}) {
                answers.add(new Answer.Plain(
                        one
                                ? NumberValue.exactly(factor * key.cell(0))
                                : TensorValue.exactly(key.map(cell -> factor * cell))));
            }
            double off = random.nextInt(1, 5);
            answers.add(new Answer.Plain(
                    one ? NumberValue.exactly(key.cell(0) + off) : TensorValue.exactly(key.map(cell -> cell + off))));
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
                StringBuilder page = new StringBuilder(variant.prompt(language));
                question.parts().forEach(asked -> page.append(' ').append(variant.label(asked, language)));
                String prompt = page.toString();
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
