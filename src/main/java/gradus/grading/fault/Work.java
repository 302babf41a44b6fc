package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.value.Operator;
import gradus.expression.value.Value;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right work for a part: the formula of its key and, behind the names in it, the formulas of named steps, of earlier
 * parts and of computed symbols. What of it a change touches is written out in one formula.
 */
final class Work {
    /** What the part's own formula is called among the others. */
    static final String OWN = "";

    private static final int LARGEST = 400;

    private final Variant variant;
    private final Part part;
    private final Answer.@Nullable Formula key;
    private final Map<String, Symbols.Symbol> symbols;
    private final Map<String, Set<String>> behind = new HashMap<>();
    private final Map<String, Integer> steps = new LinkedHashMap<>();

    Work(Variant variant, Part part) {
        this.variant = variant;
        this.part = part;
        this.key = variant.key(part) instanceof Answer.Formula formula ? formula : null;
        this.symbols = key == null ? Map.of() : key.symbols().all();
        steps.put(OWN, 0);
        List<String> level = List.of(OWN);
        for (int distance = 1; !level.isEmpty(); distance++) {
            List<String> next = new ArrayList<>();
            for (String step : level) {
                for (String name : formula(step).names()) {
                    if (definition(name) != null && steps.putIfAbsent(name, distance) == null) {
                        next.add(name);
                    }
                }
            }
            level = next;
        }
    }

    /** The formulas of the work by their names, the nearest to the key first, with how many names lie between. */
    Map<String, Integer> steps() {
        return steps;
    }

    Expression formula(String step) {
        Expression definition = step.equals(OWN) ? variant.expect(part) : definition(step);
        if (definition == null) {
            throw new IllegalArgumentException(step);
        }
        return definition;
    }

    /** What defines a name; null where it is given. */
    @Nullable
    Expression definition(String name) {
        if (symbols.containsKey(name)) {
            return symbols.get(name) instanceof Symbols.Dependent computed ? computed.expression() : null;
        }
        return variant.scope().definition(name) instanceof Expression expression ? expression : null;
    }

    /** What a name is computed from: its value before the step. */
    Set<String> older(String name) {
        Expression definition = definition(name);
        return definition == null ? Set.of() : definition.names();
    }

    /** Whether the key is a formula of symbols rather than of numbers. */
    boolean isOfSymbols() {
        return !symbols.isEmpty();
    }

    /** What goes wrong in the listings that a step calls; nothing where the step holds for all values of symbols. */
    List<Changes.Rule> listings(String step) {
        return symbols.isEmpty() ? List.of(new ListingRules(variant.scope(), formula(step))::at) : List.of();
    }

    /** How later parts update a quantity, by their ids: formulas that begin with it and take something away. */
    Map<String, Node> updates(String name) {
        Map<String, Node> updates = new LinkedHashMap<>();
        for (Part other : variant.question().parts()) {
            Expression expect = other == part ? null : other.expect();
            boolean begins = expect != null
                    && expect.root() instanceof OperationNode update
                    && update.operator() == Operator.SUBTRACT
                    && update.left() instanceof NameNode old
                    && old.name().equals(name);
            if (expect != null && begins && !steps.containsKey(other.id()) && names().containsAll(expect.names())) {
                updates.put(other.id(), expect.root());
            }
        }
        return updates;
    }

    /** The part in whose work a step stands: itself where it is one, else the part that is asked. */
    String partOf(String step) {
        return variant.question().parts().stream()
                .map(Part::id)
                .filter(id -> id.equals(step))
                .findFirst()
                .orElse(part.id());
    }

    /** Every name that could stand in a formula, with the shape of what it means, where that is known. */
    Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        if (key == null || symbols.isEmpty()) {
            for (String name : names()) {
                Value value = variant.scope().get(name);
                if (value != null && value.isNumeric()) {
                    shapes.put(name, value.asTensor().asMatrix().shapeText());
                }
            }
        } else {
            key.key()
                    .symbolsOnce()
                    .forEach((name, value) -> shapes.put(
                            name,
                            value.isNumeric() ? value.asTensor().asMatrix().shapeText() : "?"));
        }
        return shapes;
    }

    /** The names that may stand in the work: symbols, parameters, named steps, earlier parts. */
    Set<String> names() {
        Question question = variant.question();
        Set<String> names = new LinkedHashSet<>(symbols.keySet());
        names.addAll(question.params().keySet());
        names.addAll(variant.params().keySet());
        names.addAll(question.let().keySet());
        for (Part earlier : question.parts()) {
            if (earlier.id().equals(part.id())) {
                break;
            }
            if (earlier.expect() != null) {
                names.add(earlier.id());
            }
        }
        return names;
    }

    /** The key's formula with other formulas for some steps, and all names between written out; null where it grows too large. */
    @Nullable
    Node written(Map<String, Node> changed) {
        Node root = changed.getOrDefault(OWN, formula(OWN).root());
        Node whole = written(root, changed, 0);
        return whole == null || Trees.size(whole) > LARGEST ? null : whole;
    }

    /** A change can make a step build on itself: then nothing comes of it. */
    private @Nullable Node written(Node node, Map<String, Node> changed, int names) {
        if (node instanceof NameNode name && !isUntouched(name.name(), changed)) {
            Node instead = changed.get(name.name());
            return names > steps.size()
                    ? null
                    : written(instead == null ? formula(name.name()).root() : instead, changed, names + 1);
        }
        List<Node> children = node.children();
        List<Node> others = new ArrayList<>(children.size());
        int size = 0;
        for (Node child : children) {
            Node other = written(child, changed, names);
            if (other == null) {
                return null;
            }
            size += Trees.size(other);
            others.add(other);
        }
        return size > LARGEST ? null : children.isEmpty() ? node : node.withChildren(others);
    }

    /** Whether a name means what it should although some steps are changed. */
    private boolean isUntouched(String name, Map<String, Node> changed) {
        if (!steps.containsKey(name)) {
            return true;
        }
        for (String step : changed.keySet()) {
            if (step.equals(name) || behind(name).contains(step)) {
                return false;
            }
        }
        return true;
    }

    /** The steps that a step builds on. */
    Set<String> behind(String step) {
        Set<String> known = behind.get(step);
        if (known == null) {
            known = new LinkedHashSet<>();
            behind.put(step, known);
            for (String name : formula(step).names()) {
                if (steps.containsKey(name) && !name.equals(step)) {
                    known.add(name);
                    known.addAll(behind(name));
                }
            }
        }
        return known;
    }

    /** The parts that are written out where some steps are changed, so that what a student has for them plays no role. */
    Set<String> writtenOut(Set<String> changed) {
        Set<String> out = new LinkedHashSet<>();
        for (String step : steps.keySet()) {
            boolean touched = changed.contains(step) || changed.stream().anyMatch(behind(step)::contains);
            if (!step.equals(OWN) && touched) {
                out.add(step);
            }
        }
        return out;
    }
}
