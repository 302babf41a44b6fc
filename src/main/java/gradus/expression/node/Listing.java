package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.Sentence;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.RecordValue;
import gradus.expression.value.Run;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function written as the sequence of its formulas. Names are places in one row of values, told once when the listing is
 * read: the parameters first, then whatever the lines name.
 *
 * @param slots the names by their places
 * @param symbols what is said of the names: meaning, shape, how they are typeset
 * @param require what must hold of the arguments
 * @param start the lines before the first step
 * @param each over what the lines are repeated, or null where they are gone through once
 * @param returns the fields of the result; one of them alone is the result itself
 * @param nesting how many listings stand inside one another in it, itself included
 */
public record Listing(
        List<String> slots,
        int parameters,
        Map<String, Symbol> symbols,
        List<Node> require,
        List<Line> start,
        @Nullable Each each,
        List<Line> lines,
        List<Returned> returns,
        int nesting)
        implements LibraryFunction.Body {
    private static final int MOST_STEPS = 10_000;
    private static final int STEPS_A_CALL = 1_000;
    private static final int STEPS_A_NODE = 100;

    /**
     * One line: {@code v: beta*v + (1-beta)*g}.
     *
     * @param size how many nodes the formula has
     */
    public record Line(String name, int slot, Node formula, int size) {
        public Line(String name, int slot, Node formula) {
            this(name, slot, formula, nodes(formula));
        }

        private static int nodes(Node node) {
            return 1 + node.children().stream().mapToInt(Line::nodes).sum();
        }
    }

    /** {@code each: g in grads}. */
    public record Each(String item, int slot, Node over) {}

    /** A field of the result: a name's value at the end, or after every step. */
    public record Returned(String field, int slot, boolean history) {}

    /**
     * What is said of a name.
     *
     * @param latex how it is typeset; null where its letters say it
     */
    public record Symbol(
            @Nullable Sentence say,
            @Nullable ShapeRule shape,
            @Nullable String latex) {}

    /** Told of every line as it is worked out: of the values before it, and of what it came to. */
    public interface Witness {
        void line(Line line, int step, @Nullable Value[] before, Value result);
    }

    public Listing {
        slots = List.copyOf(slots);
        symbols = Map.copyOf(symbols);
        require = List.copyOf(require);
        start = List.copyOf(start);
        lines = List.copyOf(lines);
        returns = List.copyOf(returns);
    }

    /** The listing with another formula in one of its lines. */
    public Listing with(Line line, Node formula) {
        return with(lines.stream()
                .map(other -> other == line ? new Line(line.name(), line.slot(), formula) : other)
                .toList());
    }

    /** The listing with these lines. */
    public Listing with(List<Line> others) {
        return new Listing(slots, parameters, symbols, require, start, each, others, returns, nesting);
    }

    @Override
    public Value apply(Arguments arguments) {
        return apply(arguments, (line, step, before, result) -> {});
    }

    /** The value for these arguments; a witness sees every line on the way. */
    public Value apply(Arguments arguments, Witness witness) {
        return new Working(arguments, witness).result();
    }

    /** One way through the lines. */
    private final class Working {
        private final Arguments arguments;
        private final Witness witness;
        private final @Nullable Value[] values = new Value[slots.size()];
        private final @Nullable Value[] given = new Value[parameters];
        private final Run run;
        private final Map<Integer, List<Value>> histories = new LinkedHashMap<>();

        private Working(Arguments arguments, Witness witness) {
            this.arguments = arguments;
            this.witness = witness;
            this.run = Run.ofListing(
                    slots.toArray(String[]::new), values, arguments.run().budget());
            run.budget().spend(STEPS_A_CALL, arguments.at());
            for (int i = 0; i < parameters; i++) {
                given[i] = arguments.value(i);
                values[i] = given[i];
            }
        }

        private Value result() {
            new Fitting(Listing.this, arguments).fit(values);
            for (Node condition : require) {
                meet(condition);
            }
            go(start, 0);
            if (each == null) {
                go(lines, 0);
            } else {
                repeat(each);
            }
            return returned();
        }

        private void meet(Node condition) {
            Value met = worked("require", condition);
            if (!met.isNumeric()
                    || Arrays.stream(met.asTensor().cells()).anyMatch(cell -> cell == 0 || Double.isNaN(cell))) {
                throw ExpressionException.of(
                        arguments.at(),
                        "expression.listing-require",
                        arguments.call().function().name(),
                        condition.text());
            }
        }

        private void repeat(Each steps) {
            List<Value> items = items(worked(steps.item(), steps.over()), steps);
            returns.stream().filter(Returned::history).forEach(field -> histories.put(field.slot(), new ArrayList<>()));
            for (int i = 0; i < items.size(); i++) {
                values[steps.slot()] = new Fitting(Listing.this, arguments).item(steps.item(), items.get(i), values);
                go(lines, i + 1);
                histories.forEach((slot, values) -> values.add(known(slot)));
            }
        }

        /** The items of a sequence; of a tensor its rows, where it has more axes than the first parameter; else it alone. */
        private List<Value> items(Value over, Each steps) {
            List<Value> items = new ArrayList<>();
            boolean itself = steps.over() instanceof NameNode name && name.slot() == 0;
            Value first = values[0];
            Tensor model = itself || first == null || !first.isNumeric() ? null : first.asTensor();
            if (over instanceof SequenceValue sequence) {
                items.addAll(sequence.items());
            } else if (!over.isNumeric()) {
                throw ExpressionException.of(arguments.at(), "expression.not-numeric", steps.item(), over.kind());
            } else {
                Tensor tensor = over.asTensor();
                boolean single = tensor.rank() == 0
                        || (model != null && (tensor.rank() <= model.rank() || tensor.size() == model.size()));
                if (single) {
                    items.add(over);
                } else {
                    rows(over, tensor, items);
                }
            }
            if (items.size() > MOST_STEPS) {
                throw ExpressionException.of(arguments.at(), "maths.too-many-steps", items.size(), MOST_STEPS);
            }
            return items;
        }

        private static void rows(Value value, Tensor tensor, List<Value> items) {
            int[] shape = Arrays.copyOfRange(tensor.shape(), 1, tensor.rank());
            int size = tensor.size() / Math.max(1, tensor.axis(0));
            for (int i = 0; i < tensor.axis(0); i++) {
                double[] cells = new double[size];
                double[] bounds = new double[size];
                for (int j = 0; j < size; j++) {
                    cells[j] = tensor.cell(i * size + j);
                    bounds[j] = value.bound(i * size + j);
                }
                items.add(
                        shape.length == 0
                                ? new NumberValue(cells[0], bounds[0])
                                : new TensorValue(Tensor.of(shape, cells), bounds));
            }
        }

        private void go(List<Line> lines, int step) {
            for (Line line : lines) {
                run.budget().spend((long) STEPS_A_NODE * line.size(), arguments.at());
                Value result = worked(line.name(), line.formula());
                witness.line(line, step, values, result);
                values[line.slot()] = result;
            }
        }

        /** The value of a formula; what goes wrong in it is told with the name of its line, at the place of the call. */
        private Value worked(String line, Node formula) {
            try {
                return formula.evaluate(run);
            } catch (ExpressionException fault) {
                throw new ExpressionException(
                        arguments.at(),
                        fault.isOfBounds()
                                ? fault.problem()
                                : Message.of(
                                        "expression.in-line",
                                        arguments.call().function().name(),
                                        line,
                                        fault.problem()));
            }
        }

        private Value known(int slot) {
            Value value = values[slot];
            if (value == null) {
                throw ExpressionException.of(arguments.at(), "expression.no-value", slots.get(slot));
            }
            return value;
        }

        private Value returned() {
            if (returns.size() == 1) {
                return field(returns.get(0));
            }
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Returned field : returns) {
                fields.put(field.field(), field(field));
            }
            return new RecordValue(fields);
        }

        private Value field(Returned field) {
            if (field.history()) {
                return new SequenceValue(histories.getOrDefault(field.slot(), List.of()).stream()
                        .map(value -> handedOut(field, value))
                        .toList());
            }
            return handedOut(field, known(field.slot()));
        }

        private Value handedOut(Returned field, Value value) {
            Symbol symbol = symbols.get(slots.get(field.slot()));
            ShapeRule shape = symbol == null ? null : symbol.shape();
            if (shape == null || !value.isNumeric()) {
                return value;
            }
            int model = shape.like() == null ? field.slot() : slots.indexOf(shape.like());
            Value like = model < 0 || model >= parameters ? null : given[model];
            return shape.handedOut(value, like != null && like.isNumeric() ? like : null);
        }
    }
}
