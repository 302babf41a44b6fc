package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of a part, the likelier first; the same on all variants of its question. */
public final class Faults {
    private static final int MOST_SINGLE = 200;
    private static final int MOST_IN_PAIRS = 24;
    private static final int MOST_PAIRS = 60;

    /** The most nodes that the formulas of all single faults may have together, and those of all pairs; the listings' too. */
    private static final long MOST_NODES = 24_000;

    private static final long MOST_NODES_OF_PAIRS = 8_000;

    /** How much less likely a change is with each name between the key and the formula that it is made in. */
    private static final double FARTHER = 0.5;

    private final Work work;
    private final Vocabulary words;
    private final List<Sited> sited = new ArrayList<>();
    private final List<Fault> single = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Fault> found = new LinkedHashMap<>();
    private int tried;
    private @Nullable List<Fault> pairs;

    /** A change with the step in whose formula it is made. */
    private record Sited(String step, Change change, double weight) {}

    private Faults(Variant variant, Part part) {
        this.work = new Work(variant, part);
        this.words = Vocabulary.author(
                work.names(), variant.expect(part).vocabulary().library());
        Map<String, String> shapes = work.shapes();
        List<Changes.Rule> rules = new ArrayList<>(ArithmeticRules.all());
        rules.addAll(ShapeRules.all());
        rules.addAll(CallRules.all());
        rules.addAll(HabitRules.all());
        rules.addAll(SumRules.all());
        if (part.type().isCounted()) {
            rules.add(HabitRules::counted);
        }
        if (work.isOfSymbols()) {
            rules.add(ShapeRules::turned);
        }
        rules.addAll(new NameRules(shapes, work::older, work::updates).all());
        work.steps().forEach((step, distance) -> {
            List<Changes.Rule> here = new ArrayList<>(rules);
            here.addAll(work.listings(step));
            Node root = work.formula(step).root();
            boolean ofNumbers = Trees.isOfNumbers(root, shapes);
            for (Change change : Changes.of(root, here)) {
                if (ofNumbers && change.kind().isOfArrays()) {
                    continue;
                }
                sited.add(new Sited(step, change, change.weight() * Math.pow(FARTHER, distance)));
            }
        });
        sited.sort(Comparator.comparingDouble((Sited change) -> -change.weight()));
        long nodes = 0;
        while (tried < sited.size() && single.size() < MOST_SINGLE && nodes < MOST_NODES) {
            nodes += add(single, next());
        }
    }

    /** The next likely fault; null where its change comes to one before it, or cannot be written. */
    private @Nullable Fault next() {
        return fault(List.of(sited.get(tried++)), texts, ids);
    }

    /** Of a part, found once for all variants of its question. */
    public static Faults of(Variant variant, Part part) {
        return variant.keptForAll("faults of " + part.id(), () -> new Faults(variant, part));
    }

    /** Those of one change. */
    public List<Fault> single() {
        return single;
    }

    /** Those of two changes. */
    public synchronized List<Fault> pairs() {
        if (pairs == null) {
            List<Fault> found = new ArrayList<>();
            Set<String> ofPairs = new HashSet<>();
            Set<String> theirIds = new HashSet<>();
            List<Sited> likely = sited.subList(0, Math.min(MOST_IN_PAIRS, sited.size()));
            long nodes = 0;
            for (int sum = 1; sum < 2 * likely.size() && found.size() < MOST_PAIRS; sum++) {
                for (int i = Math.max(0, sum - likely.size() + 1);
                        2 * i < sum && found.size() < MOST_PAIRS && nodes < MOST_NODES_OF_PAIRS;
                        i++) {
                    Sited one = likely.get(i);
                    Sited other = likely.get(sum - i);
                    if (!one.step().equals(other.step()) || one.change().isApartFrom(other.change())) {
                        nodes += add(found, fault(List.of(one, other), ofPairs, theirIds));
                    }
                }
            }
            pairs = found;
        }
        return pairs;
    }

    /** How many nodes are to be evaluated for it. */
    private static long add(List<Fault> faults, @Nullable Fault fault) {
        if (fault == null) {
            return 0;
        }
        faults.add(fault);
        return Trees.work(fault.wrong().root());
    }

    private @Nullable Fault fault(List<Sited> changes, Set<String> texts, Set<String> ids) {
        Map<String, Node> changed = new HashMap<>();
        Set<FaultKind> kinds = new LinkedHashSet<>();
        List<String> id = new ArrayList<>();
        double weight = 1;
        for (Sited change : changes) {
            Node before = changed.getOrDefault(
                    change.step(), work.formula(change.step()).root());
            changed.put(change.step(), change.change().of(before));
            kinds.add(change.change().kind());
            id.add(id(change));
            weight *= change.weight();
        }
        Node whole = work.written(changed);
        String procedure = whole == null ? "" : whole.text() + inLines(changes);
        if (whole == null || !texts.add(procedure)) {
            return null;
        }
        Sited first = changes.get(0);
        Change.InLine line = first.change().line();
        Node right = work.formula(first.step()).root();
        boolean oneStep = changes.size() > 1 && changes.get(1).step().equals(first.step());
        try {
            Expression wrong = Expression.parse(whole.text(), words);
            return new Fault(
                    unique(String.join("+", id), ids),
                    kinds,
                    work.partOf(first.step()),
                    oneStep ? right.text() : first.change().at().text(),
                    changes.size() > 1 || line != null
                            ? ""
                            : first.change().instead().text(),
                    wrong.calling(Trees.withListings(wrong.root(), whole)),
                    work.writtenOut(changed.keySet()),
                    weight,
                    line == null || oneStep ? right : line.right(),
                    line == null || oneStep ? changed.getOrDefault(first.step(), whole) : line.changed(),
                    procedure);
        } catch (ExpressionException unwritable) {
            return null;
        }
    }

    private static String inLines(List<Sited> changes) {
        StringBuilder lines = new StringBuilder();
        for (Sited sited : changes) {
            Change.InLine line = sited.change().line();
            if (line != null) {
                lines.append(" where ")
                        .append(line.name())
                        .append(" = ")
                        .append(line.formula().text());
                lines.append(
                        line.formula() == line.line().formula()
                                ? " " + sited.change().told()
                                : "");
            }
        }
        return lines.toString();
    }

    private static String id(Sited sited) {
        Change change = sited.change();
        Change.InLine line = change.line();
        String step =
                (sited.step().equals(Work.OWN) ? "" : sited.step() + ": ") + (line == null ? "" : line.name() + ": ");
        String told = change.told().isEmpty() ? "" : " → " + change.told();
        return change.kind().word() + "(" + step + change.at().text() + told + ")";
    }

    private static String unique(String id, Set<String> ids) {
        String unique = id;
        for (int number = 2; !ids.add(unique); number++) {
            unique = id + "#" + number;
        }
        return unique;
    }

    /** A fault by its id, also one too unlikely to be looked for unasked; null where the formula has none such. */
    public synchronized @Nullable Fault find(String id) {
        if (found.isEmpty()) {
            single.forEach(fault -> found.put(fault.id(), fault));
            pairs().forEach(fault -> found.put(fault.id(), fault));
        }
        while (!found.containsKey(id) && tried < sited.size()) {
            Fault unlikely = next();
            if (unlikely != null) {
                found.put(unlikely.id(), unlikely);
            }
        }
        return found.computeIfAbsent(id, this::pair);
    }

    private @Nullable Fault pair(String id) {
        for (Sited one : sited) {
            String first = id(one) + "+";
            for (Sited other : id.startsWith(first) ? sited : List.<Sited>of()) {
                boolean fits = id.equals(first + id(other))
                        && (!one.step().equals(other.step()) || one.change().isApartFrom(other.change()));
                Fault both = fits ? fault(List.of(one, other), new HashSet<>(), new HashSet<>()) : null;
                if (both != null) {
                    return both;
                }
            }
        }
        return null;
    }
}
