package gradus.grading;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.grading.WrongProcedures.Fate;
import gradus.grading.WrongProcedures.Procedure;
import gradus.grading.fault.Faults;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How rarely and how rightly wrong answers over the bank are blamed, as a page of Markdown. */
public final class DiagnosisFigures {
    private static final double MILLION = 1e6;
    private static final long FRESH = 1_000;

    private final WrongProcedures bank = new WrongProcedures();
    private final StringBuilder page = new StringBuilder("# Diagnosis\n\n");
    private final List<Double> milliseconds = new ArrayList<>();
    private final int variants;

    private DiagnosisFigures(int variants) {
        this.variants = variants;
    }

    /** Measured on so many variants a question. */
    public static String report(int variants) {
        DiagnosisFigures figures = new DiagnosisFigures(variants);
        figures.unknown();
        figures.known();
        figures.random();
        figures.time();
        return figures.page.toString();
    }

    private void unknown() {
        page.append("Wrong procedures in no list: the questions without their mistakes.\n\n");
        page.append("| procedures | answers | named | located | of the usual kinds | named wrongly | nothing |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (boolean seen : new boolean[] {true, false}) {
            List<Procedure> half = WrongProcedures.all().stream()
                    .filter(procedure -> procedure.isSeen() == seen)
                    .toList();
            Map<Fate, Integer> fates = bank.fates(half, variants, new TreeMap<>());
            int answers = fates.values().stream().mapToInt(Integer::intValue).sum() - count(fates, Fate.NO_ANSWER);
            page.append(String.format(
                    Locale.ROOT,
                    "| %d %s | %d | %.1f %% | %.1f %% | %.1f %% | %.2f %% | %.1f %% |%n",
                    half.size(),
                    seen ? "seen while tuning" : "unseen",
                    answers,
                    percent(count(fates, Fate.NAMED), answers),
                    percent(count(fates, Fate.LOCATED), answers),
                    percent(count(fates, Fate.BUILT_IN), answers),
                    percent(count(fates, Fate.NAMED_WRONG), answers),
                    percent(count(fates, Fate.NOTHING) + count(fates, Fate.LOCATED_WRONG), answers)));
        }
    }

    private static int count(Map<Fate, Integer> fates, Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    private static double percent(int some, int all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }

    private void known() {
        int all = 0;
        int named = 0;
        int slipped = 0;
        int namedWithSlip = 0;
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < (question.params().isEmpty() ? 1 : variants); seed++) {
                Variant variant = Variant.draw(question, seed);
                Random random = new Random(seed);
                for (Part part : question.parts()) {
                    for (Variant.Wrong wrong : variant.mistakes(part)) {
                        PartResult result = graded(variant, part, wrong.answer());
                        if (result.verdict() == Verdict.CORRECT) {
                            continue; // its file lets it come to what is right on such a draw
                        }
                        all++;
                        String own = wrong.mistake().id();
                        named += own.equals(result.mistake()) ? 1 : 0;
                        Answer slip = slip(wrong.answer(), variant.key(part), part, random);
                        if (slip != null) {
                            slipped++;
                            namedWithSlip += own.equals(blamed(variant, part, slip)) ? 1 : 0;
                        }
                    }
                }
            }
        }
        page.append(String.format(
                Locale.ROOT,
                "%nWritten mistakes: %d of %d answers named as themselves; with one slip, where three telling cells are left, %d of %d (%.1f %%).%n%n",
                named,
                all,
                namedWithSlip,
                slipped,
                percent(namedWithSlip, slipped)));
    }

    /** A wrong answer with one of its telling cells off; null where fewer than three others are left. */
    private static @Nullable Answer slip(Answer wrong, Answer key, Part part, Random random) {
        Tensor cells = Suspect.numbers(wrong);
        if (cells == null || !(wrong instanceof Answer.Plain procedure) || !(key instanceof Answer.Plain right)) {
            return null;
        }
        Likeness likeness = Likeness.of(procedure, right, part.tolerance(), part.strictOrientation());
        if (likeness.telling() < 4) {
            return null;
        }
        double[] off = cells.cells();
        int place = random.nextInt(off.length);
        off[place] += off[place] == Math.rint(off[place]) ? 3 : 0.37 * (1 + Math.abs(off[place]));
        return answer(cells, off);
    }

    private static Answer answer(Tensor like, double[] cells) {
        return new Answer.Plain(TensorValue.exactly(Tensor.of(like.shape(), cells)));
    }

    private @Nullable String blamed(Variant variant, Part part, Answer answer) {
        return graded(variant, part, answer).mistake();
    }

    private PartResult graded(Variant variant, Part part, Answer answer) {
        String typed = part.type().print(answer, part);
        long from = processorTime();
        PartResult result = Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
        milliseconds.add((processorTime() - from) / MILLION);
        return result;
    }

    private enum Kind {
        RIGHT,
        SHUFFLED,
        NEIGHBOUR,
        OTHER_VARIANT,
        NOISE,
        STOCK,
        ROUNDED,
        SLIP;

        double @Nullable [] of(double[] key, double @Nullable [] neighbour, double[] other, Random random) {
            double[] cells = key.clone();
            switch (this) {
                case RIGHT -> {}
                case SHUFFLED -> shuffle(cells, random);
                case NEIGHBOUR -> {
                    return neighbour;
                }
                case OTHER_VARIANT -> {
                    return other;
                }
                case NOISE -> noise(cells, random);
                case STOCK -> Arrays.fill(cells, random.nextInt(3) - 1);
                case ROUNDED -> {
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = cells[i] == 0
                                ? 0
                                : BigDecimal.valueOf(cells[i])
                                        .round(new MathContext(2))
                                        .doubleValue();
                    }
                }
                case SLIP -> cells[random.nextInt(cells.length)] += random.nextBoolean() ? 1 : -1;
            }
            return cells;
        }

        private static void shuffle(double[] cells, Random random) {
            List<Double> list = new ArrayList<>();
            for (double cell : cells) {
                list.add(cell);
            }
            Collections.shuffle(list, random);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = list.get(i);
            }
        }

        private static void noise(double[] cells, Random random) {
            double largest = Arrays.stream(cells).map(Math::abs).max().orElse(1);
            for (int i = 0; i < cells.length; i++) {
                boolean whole = cells[i] == Math.rint(cells[i]);
                double drawn = (2 * random.nextDouble() - 1) * Math.max(1, largest);
                cells[i] = whole ? Math.rint(drawn) : Math.rint(drawn * 1e4) / 1e4;
            }
        }
    }

    private void random() {
        page.append("| answers of nobody's procedure | answers | blamed | as |\n|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            int answers = 0;
            int blamed = 0;
            Map<String, Integer> kinds = new TreeMap<>();
            for (String id : ShippedBank.questionIds()) {
                Question question = bank.bare(id);
                for (long seed = 0; seed < (question.params().isEmpty() ? 1 : variants); seed++) {
                    Variant variant = bank.variant(question, seed);
                    Variant other = bank.variant(question, seed + 1);
                    for (Part part : question.parts()) {
                        Answer answer = random(kind, variant, other, part, new Random(seed));
                        if (answer != null) {
                            answers++;
                            String mistake = blamed(variant, part, answer);
                            if (mistake != null && !mistake.equals("rounded")) {
                                blamed++;
                                kinds.merge(mistake.replaceAll("\\(.*", ""), 1, Integer::sum);
                            }
                        }
                    }
                }
            }
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f %% | %s |%n",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    answers,
                    percent(blamed, answers),
                    kinds));
        }
    }

    private static @Nullable Answer random(Kind kind, Variant variant, Variant other, Part part, Random random) {
        Tensor key = part.expect() == null ? null : Suspect.numbers(variant.key(part));
        Tensor elsewhere = key == null ? null : Suspect.numbers(other.key(part));
        if (key == null || elsewhere == null) {
            return null;
        }
        double[] neighbour = null;
        for (Part next : variant.question().parts()) {
            Tensor its = next == part || next.expect() == null ? null : Suspect.numbers(variant.key(next));
            neighbour = its != null && its.sameShape(key) ? its.cells() : neighbour;
        }
        double[] cells = kind.of(key.cells(), neighbour, elsewhere.cells(), random);
        boolean suits = cells != null
                && cells.length == key.size()
                && (kind == Kind.RIGHT || !Arrays.equals(cells, key.cells()))
                && (!part.type().isCounted() || Arrays.stream(cells).allMatch(cell -> cell >= 0));
        if (cells == null || !suits) {
            return null;
        }
        return ((Answer.Plain) variant.key(part)).value() instanceof NumberValue
                ? new Answer.Plain(NumberValue.exactly(cells[0]))
                : answer(key, cells);
    }

    /** Once a question's faults are derived, as they are once for a revision; each answer on a variant that nobody has been graded on. */
    private void time() {
        List<Double> derived = new ArrayList<>();
        Map<String, Question> questions = new TreeMap<>();
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            questions.put(id, question);
            derive(question, derived);
        }
        milliseconds.clear();
        questions.forEach((id, question) -> {
            for (long seed = FRESH; seed < FRESH + (question.params().isEmpty() ? 1 : variants); seed++) {
                Variant variant = Variant.draw(question, seed);
                Variant other = Variant.draw(question, seed + 1);
                for (Part part : question.parts()) {
                    for (Variant.Wrong wrong : variant.mistakes(part)) {
                        blamed(variant, part, wrong.answer());
                    }
                    for (Kind kind : Kind.values()) {
                        Answer answer = random(kind, variant, other, part, new Random(seed));
                        if (answer != null && kind != Kind.RIGHT) {
                            blamed(variant, part, answer);
                        }
                    }
                }
            }
        });
        Collections.sort(milliseconds);
        Collections.sort(derived);
        int answers = milliseconds.size();
        double median = milliseconds.get(answers / 2);
        double slow = milliseconds.get(answers * 99 / 100);
        page.append(String.format(
                Locale.ROOT,
                "%nProcessor time to grade one of %d wrong answers, each part's first on its variant included: median %.2f ms, 99th percentile %.2f ms (to reach: 5 ms).%nTime to derive the faults of one of %d parts, once for a revision: median %.1f ms, 99th percentile %.1f ms.%n",
                answers,
                median,
                slow,
                derived.size(),
                derived.get(derived.size() / 2),
                derived.get(derived.size() * 99 / 100)));
    }

    /** What this thread has computed, so that whatever else the machine does plays no role. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void derive(Question question, List<Double> derived) {
        Variant variant = Variant.draw(question, FRESH - 1);
        for (Part part : question.parts()) {
            if (part.expect() != null) {
                long from = processorTime();
                Faults.of(variant, part).pairs();
                derived.add((processorTime() - from) / MILLION);
                Tensor key = Suspect.numbers(variant.key(part));
                if (key != null && ((Answer.Plain) variant.key(part)).value().isNumeric()) {
                    Elsewhere.alike(
                            variant,
                            part,
                            Likeness.of(
                                    (Answer.Plain) variant.key(part),
                                    (Answer.Plain) variant.key(part),
                                    part.tolerance(),
                                    part.strictOrientation()));
                }
            }
        }
    }
}
