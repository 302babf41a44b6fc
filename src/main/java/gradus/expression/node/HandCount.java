package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.RecordValue;
import gradus.expression.value.Run;
import gradus.expression.value.Shapes;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A count of what somebody does who computes expressions by hand: products and quotients of two numbers, and values of functions
 * such as e^z. Sums, comparisons and what only moves cells are taken to be free. What a name stands for is taken to be known.
 */
public final class HandCount {
    private static final int FEWEST_FACTORS = 2;
    private static final int MOST_FACTORS = 4;

    private final Set<String> done = new HashSet<>();
    private long products;
    private long functionValues;

    public long products() {
        return products;
    }

    public long functionValues() {
        return functionValues;
    }

    /**
     * Counts an expression in; a line of a listing that was counted for the same call before costs nothing again.
     *
     * @param wanted the fields that are needed of its value; empty for all of it
     */
    public void add(Node node, Run run, Set<String> wanted) {
        count(node, run, wanted, false);
    }

    private void count(Node node, Run run, Set<String> wanted, boolean inListing) {
        if (node instanceof FieldNode field) {
            count(field.target(), run, Set.of(field.field()), inListing);
            return;
        }
        node.children().forEach(child -> count(child, run, Set.of(), inListing));
        try {
            if (node instanceof OperationNode operation) {
                operation(operation, run);
            } else if (node instanceof CallNode call && call.listing() != null) {
                listing(call, call.listing(), run, wanted, inListing);
            } else if (node instanceof CallNode call) {
                primitive(call, run);
            }
        } catch (ExpressionException unknown) {
            products++; // a part of a sum, whose index has no value here
        }
    }

    private void operation(OperationNode operation, Run run) {
        int cells = cells(operation.evaluate(run));
        switch (operation.operator()) {
            case ADD, SUBTRACT -> {}
            case POWER, ELEMENT_POWER -> {
                Value exponent = operation.right().evaluate(run);
                double factors = exponent instanceof NumberValue number ? number.value() : Double.NaN;
                if (factors == Math.rint(factors) && factors >= FEWEST_FACTORS && factors <= MOST_FACTORS) {
                    products += cells * (long) (factors - 1);
                } else {
                    functionValues += cells;
                }
            }
            default -> products += cells * terms(operation, run);
        }
    }

    /** How many products one cell of a product is the sum of. */
    private static long terms(OperationNode operation, Run run) {
        Value left = operation.left().evaluate(run);
        Value right = operation.right().evaluate(run);
        if (operation.operator() != Operator.TIMES || !left.isNumeric() || !right.isNumeric()) {
            return 1;
        }
        Tensor a = left.asTensor();
        Tensor b = right.asTensor();
        boolean scales = Shapes.countsAsNumber(a) || Shapes.countsAsNumber(b);
        return scales || a.columns() != b.rows() ? 1 : a.columns();
    }

    private static int cells(Value value) {
        return value.isNumeric() ? value.asTensor().size() : 1;
    }

    private void listing(CallNode call, Listing listing, Run run, Set<String> wanted, boolean inListing) {
        Set<Integer> needed = needed(listing, wanted);
        listing.apply(call.arguments(run), (line, step, before, result) -> {
            boolean counts = needed.contains(line.slot());
            if (counts && (inListing || done.add(call.text() + " " + line.name() + " " + step))) {
                Run inner = Run.ofListing(listing.slots().toArray(String[]::new), before.clone(), run.budget());
                count(line.formula(), inner, Set.of(), true);
            }
        });
    }

    /** The names that fields of a listing's result are computed from, themselves included. */
    private static Set<Integer> needed(Listing listing, Set<String> wanted) {
        Set<Integer> needed = new HashSet<>();
        for (Listing.Returned returned : listing.returns()) {
            if (wanted.isEmpty()
                    || wanted.contains(returned.field())
                    || listing.returns().size() == 1) {
                needed.add(returned.slot());
            }
        }
        boolean grows = true;
        while (grows) {
            int before = needed.size();
            for (List<Listing.Line> lines : List.of(listing.start(), listing.lines())) {
                lines.stream()
                        .filter(line -> needed.contains(line.slot()))
                        .forEach(line -> names(line.formula(), needed));
            }
            grows = needed.size() > before;
        }
        return needed;
    }

    private static void names(Node node, Set<Integer> slots) {
        if (node instanceof NameNode name) {
            slots.add(name.slot());
        }
        node.children().forEach(child -> names(child, slots));
    }

    private void primitive(CallNode call, Run run) {
        Group group = call.function().group();
        boolean sums = call.function().nature().keepsWhole();
        if (sums && (group == Group.ARRAY || group == Group.ENGINE)) {
            products += productsOf(call, run);
        } else if (!sums && group != Group.DRAW) {
            functionValues += cells(call.evaluate(run));
        }
    }

    /**
     * A function made of sums and products of two arrays is a quadratic form of their cells. All cells 1, each product adds 1
     * to its value, whatever the function is; the second difference leaves out what is not multiplied, such as a bias.
     */
    private static long productsOf(CallNode call, Run run) {
        try {
            double products = (filled(call, run, 2) - 2 * filled(call, run, 1) + filled(call, run, 0)) / 2;
            return Math.max(0, Math.round(products));
        } catch (ExpressionException ofItsNumbers) {
            return 0;
        }
    }

    /** The sum of what a function gives where all cells of its arrays are this number. */
    private static double filled(CallNode call, Run run, double cell) {
        @Nullable Value[] values = new Value[call.named().length];
        for (int i = 0; i < values.length; i++) {
            Node given = call.named()[i];
            Value value = given == null ? null : given.evaluate(run);
            boolean isArray = value instanceof TensorValue
                    && call.function().parameters().get(i).isRequired();
            values[i] = isArray && value != null
                    ? new TensorValue(Tensor.filled(cell, value.asTensor().shape()), null)
                    : value;
        }
        Value[] many = call.rest().stream()
                .map(node -> node.evaluate(run))
                .map(value -> value instanceof TensorValue
                        ? new TensorValue(Tensor.filled(cell, value.asTensor().shape()), null)
                        : value)
                .toArray(Value[]::new);
        return sum(call.apply(new Arguments(call, run, many, values)));
    }

    private static double sum(Value value) {
        if (value instanceof RecordValue fields) {
            return fields.fields().values().stream().mapToDouble(HandCount::sum).sum();
        }
        double sum = 0;
        for (double cell : value.isNumeric() ? value.asTensor().cells() : new double[0]) {
            sum += cell;
        }
        return sum;
    }
}
