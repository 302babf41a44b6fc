package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.function.Arguments;
import gradus.expression.node.CallNode;
import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ChosenFunctionNode;
import gradus.expression.node.Listing;
import gradus.expression.node.NameNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.PrintedNode;
import gradus.expression.node.TextNode;
import gradus.expression.value.Budget;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the steps of a called listing: the changes of its lines, their order, the steps that are gone through. */
final class ListingRules {
    private static final double DEEPER = 0.8;

    private final Scope scope;
    private final Expression formula;

    /** @param formula in which the calls stand */
    ListingRules(Scope scope, Expression formula) {
        this.scope = scope;
        this.formula = formula;
    }

    void at(Node node, boolean whole, Changes changes) {
        Listing listing = node instanceof CallNode call ? call.listing() : null;
        if (node instanceof CallNode call && listing != null) {
            Called called = called(call, listing);
            if (called != null) {
                called.lines(changes);
                called.order(changes);
                called.steps(changes);
            }
        }
    }

    /** A call with the values that its names have at last; null where it cannot be computed. */
    private @Nullable Called called(CallNode call, Listing listing) {
        String[] names = formula.slots();
        Run run = new Run(
                scope,
                names,
                new @Nullable Value[names.length],
                formula.vocabulary().budget(),
                null);
        try {
            Arguments arguments = call.arguments(run);
            @Nullable Value[] values = new Value[listing.slots().size()];
            for (int i = 0; i < listing.parameters(); i++) {
                values[i] = arguments.value(i);
            }
            listing.apply(arguments, (line, step, before, result) -> {
                for (int i = listing.parameters(); i < values.length; i++) {
                    values[i] = before[i] == null ? values[i] : before[i];
                }
                values[line.slot()] = result;
            });
            return new Called(call, listing, values, formula.vocabulary().budget());
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** One call of a listing. */
    private static final class Called {
        private final CallNode call;
        private final Listing listing;
        private final @Nullable Value[] values;
        private final Budget budget;

        Called(CallNode call, Listing listing, @Nullable Value[] values, Budget budget) {
            this.budget = budget;
            this.call = call;
            this.listing = listing;
            this.values = values;
        }

        private void lines(Changes changes) {
            Map<String, String> shapes = shapes();
            List<Changes.Rule> rules = new ArrayList<>(ArithmeticRules.all());
            rules.addAll(ShapeRules.all());
            rules.addAll(CallRules.all());
            rules.addAll(new NameRules(shapes, this::older, name -> Map.of()).all());
            for (Listing.Line line : listing.lines()) {
                Node settled = settled(line.formula());
                if (settled instanceof NameNode) {
                    continue;
                }
                boolean ofNumbers = Trees.isOfNumbers(settled, shapes);
                for (Change change : Changes.of(settled, rules)) {
                    Node changed = slotted(change.of(settled));
                    if (changed != null && !(ofNumbers && change.kind().isOfArrays())) {
                        Change.InLine within = new Change.InLine(
                                line, change.path(), changed, shown(settled), shown(changed), place(line));
                        changes.add(
                                change.kind(),
                                shown(change.at()),
                                call.withListing(listing.with(line, changed)),
                                change.told(),
                                DEEPER * change.weight() / change.kind().prior(),
                                within);
                    }
                }
            }
        }

        private String place(Listing.Line line) {
            return call.function().name() + "." + line.name();
        }

        /** A line gone through before another one that it needs the result of. */
        private void order(Changes changes) {
            if (listing.each() == null) {
                return;
            }
            List<Listing.Line> lines = listing.lines();
            for (int i = 0; i < lines.size(); i++) {
                Listing.Line needed = lines.get(i);
                for (int j = i + 1; j < lines.size(); j++) {
                    Listing.Line line = lines.get(j);
                    if (Trees.names(settled(line.formula()), needed.name())) {
                        List<Listing.Line> moved = new ArrayList<>(lines);
                        Collections.swap(moved, i, j);
                        Node name = new NameNode(0, needed.name(), needed.slot());
                        Node formula = shown(settled(line.formula()));
                        Node before =
                                new PrintedNode(0, needed.name(), shown(name).latex() + "_{t-1}");
                        Node changed =
                                shown(OpenFormula.filled(settled(line.formula()), Map.of(needed.name(), before)));
                        changes.add(
                                FaultKind.OLD_VALUE,
                                shown(name),
                                call.withListing(listing.with(moved)),
                                line.name() + " first",
                                DEEPER,
                                new Change.InLine(line, new int[0], line.formula(), formula, changed, place(line)));
                    }
                }
            }
        }

        /** One of several steps left out, or the steps taken in the other order. */
        private void steps(Changes changes) {
            Listing.Each each = listing.each();
            Node over = each != null && each.over() instanceof NameNode name && name.slot() < listing.parameters()
                    ? call.named()[name.slot()]
                    : null;
            if (!(over instanceof CallNode sequence) || sequence.rest().size() < 2) {
                return;
            }
            List<Node> items = sequence.rest();
            int last = items.size() - 1;
            steps(changes, sequence, items.subList(0, last), items.get(last), "last");
            steps(changes, sequence, items.subList(1, items.size()), items.get(0), "first");
            List<Node> turned = new ArrayList<>(items);
            Collections.reverse(turned);
            steps(changes, sequence, turned, sequence, "turned");
        }

        private void steps(Changes changes, CallNode sequence, List<Node> items, Node at, String told) {
            CallNode other = new CallNode(sequence.at(), sequence.function(), items, sequence.named(), -1);
            List<Node> children = new ArrayList<>(call.children());
            children.replaceAll(child -> child == sequence ? other : child);
            changes.add(FaultKind.STEPS, at, call.withChildren(children), told, 1);
        }

        private Map<String, String> shapes() {
            Map<String, String> shapes = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                Value value = values[i];
                if (value != null && value.isNumeric()) {
                    Tensor cells = value.asTensor();
                    shapes.put(listing.slots().get(i), cells.asMatrix().shapeText());
                }
            }
            return shapes;
        }

        private Set<String> older(String name) {
            Set<String> older = new LinkedHashSet<>();
            for (Listing.Line line : listing.lines()) {
                if (line.name().equals(name)) {
                    older.addAll(Trees.namesIn(settled(line.formula())));
                    older.removeAll(listing.slots().subList(0, listing.parameters()));
                }
            }
            return older;
        }

        /** The formula under those options that the call spells out. */
        private Node settled(Node node) {
            if (node instanceof ChoiceNode choice && isLiteral(choice.condition())) {
                Run run = Run.ofListing(listing.slots().toArray(String[]::new), values.clone(), budget);
                Value chosen = choice.condition().evaluate(run);
                boolean yes = chosen.isNumeric() && chosen.asTensor().cell(0) != 0;
                return settled(yes ? choice.yes() : choice.no());
            }
            if (node instanceof ChosenFunctionNode chosen && isLiteral(chosen.chooser())) {
                Value word = values[chosen.chooser().slot()];
                return word == null ? node : settled(chosen.called(word));
            }
            List<Node> children = node.children();
            return children.isEmpty()
                    ? node
                    : node.withChildren(children.stream().map(this::settled).toList());
        }

        /** Whether whatever a condition asks of is the same for every variant. */
        private boolean isLiteral(Node node) {
            if (node instanceof NameNode name) {
                Node given = name.slot() < listing.parameters() ? call.named()[name.slot()] : name;
                return given == null || given instanceof TextNode || given instanceof NumberNode;
            }
            return node.children().stream().allMatch(this::isLiteral);
        }

        /** The formula with its names at their places in the listing; null where it has a name that the listing has not. */
        private @Nullable Node slotted(Node node) {
            if (node instanceof NameNode name) {
                int slot = listing.slots().indexOf(name.name());
                return slot < 0 ? null : new NameNode(name.at(), name.name(), slot);
            }
            List<Node> children = new ArrayList<>();
            for (Node child : node.children()) {
                Node other = slotted(child);
                if (other == null) {
                    return null;
                }
                children.add(other);
            }
            return children.isEmpty() ? node : node.withChildren(children);
        }

        /** The formula in the words of the call: with its names and numbers for the parameters. */
        private Node shown(Node node) {
            if (node instanceof NameNode name) {
                int slot = listing.slots().indexOf(name.name());
                Node given = slot < 0 || slot >= listing.parameters() ? null : call.named()[slot];
                if (given instanceof NameNode || given instanceof NumberNode || given instanceof NegationNode) {
                    return given;
                }
                Listing.Symbol symbol = listing.symbols().get(name.name());
                return symbol == null || symbol.latex() == null
                        ? node
                        : new PrintedNode(node.at(), name.name(), symbol.latex());
            }
            List<Node> children = node.children();
            return children.isEmpty()
                    ? node
                    : node.withChildren(children.stream().map(this::shown).toList());
        }
    }
}
