package gradus.grading.work;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which cells of its inputs one cell of a key is made of: the window under a kernel, or a row and a column. It is found by
 * changing the inputs one cell at a time and looking whether the cell follows, so no function needs to say it of itself.
 *
 * @param own what the student read into earlier parts, by their ids; it stands where it fits
 */
public record CellInputs(Variant variant, Part part, Map<String, Answer> own) {
    /** Cells that are tried at most, all inputs together. */
    private static final int MOST = 1_000;

    /** So much larger than what stands there that a maximum or minimum turns to it. */
    private static final double FAR = 1e6;

    /**
     * An input.
     *
     * @param name in LaTeX
     * @param told whether its numbers stand in the prompt or are the student's own; if not, they are not shown either
     */
    public record Input(String name, boolean told, List<List<Cell>> rows) {
        /** Whether all of it is used, so that there is no window to see. */
        public boolean isWhole() {
            return rows.stream().allMatch(row -> row.stream().allMatch(Cell::covered));
        }
    }

    /** One of its cells. */
    public record Cell(double value, boolean covered) {}

    /** The inputs that a cell of the key uses anything of, counted row by row from 0; none where that cannot be told. */
    public List<Input> of(int cell) {
        try {
            return inputs(cell);
        } catch (ExpressionException impossible) {
            return List.of();
        }
    }

    private List<Input> inputs(int cell) {
        Map<String, Answer> held = held();
        double before = at(variant.params(), held, cell).orElse(Double.NaN);
        List<Input> inputs = new ArrayList<>();
        int left = MOST;
        for (Map.Entry<String, Tensor> input : candidates(held).entrySet()) {
            Tensor tensor = input.getValue();
            left -= tensor.size();
            if (left < 0) {
                break;
            }
            boolean[] covered = new boolean[tensor.size()];
            boolean any = false;
            for (int i = 0; i < covered.length; i++) {
                covered[i] = follows(input.getKey(), tensor, i, held, cell, before);
                any |= covered[i];
            }
            if (any) {
                boolean isOwn = held.containsKey(input.getKey()) && held.get(input.getKey()) == own.get(input.getKey());
                inputs.add(input(input.getKey(), tensor, covered, isOwn));
            }
        }
        return inputs;
    }

    /** The earlier parts that it builds on, each as the student read it where that has the key's shape. */
    private Map<String, Answer> held() {
        Map<String, Answer> held = new LinkedHashMap<>();
        Expression expect = variant.expect(part);
        for (String id : variant.question().partsBehind(expect, part)) {
            Answer key = variant.key(variant.question().part(id));
            Answer mine = own.get(id);
            held.put(id, mine != null && tensor(mine).isPresent() && fits(mine, key) ? mine : key);
        }
        return held;
    }

    private static boolean fits(Answer one, Answer other) {
        return tensor(one).flatMap(mine -> tensor(other).map(mine::sameShape)).orElse(false);
    }

    /** Everything of two cells or more that it may use, in the order of the file. */
    private Map<String, Tensor> candidates(Map<String, Answer> held) {
        Map<String, Tensor> candidates = new LinkedHashMap<>();
        variant.params().forEach((name, value) -> {
            if (value.isNumeric() && value.asTensor().size() > 1) {
                candidates.put(name, value.asTensor());
            }
        });
        held.forEach((id, answer) ->
                tensor(answer).filter(tensor -> tensor.size() > 1).ifPresent(tensor -> candidates.put(id, tensor)));
        return candidates;
    }

    /** Whether a cell of the key changes with a cell of an input. */
    private boolean follows(
            String name, Tensor tensor, int changed, Map<String, Answer> held, int cell, double before) {
        double far = FAR * (1 + Math.abs(tensor.cell(changed)));
        for (double other : new double[] {Double.NaN, far, -far}) {
            double[] cells = tensor.cells();
            cells[changed] = other;
            Value value = TensorValue.exactly(Tensor.of(tensor.shape(), cells));
            Map<String, Value> params = new LinkedHashMap<>(variant.params());
            Map<String, Answer> earlier = new HashMap<>(held);
            if (earlier.containsKey(name)) {
                earlier.put(name, new Answer.Plain(value));
            } else {
                params.put(name, value);
            }
            Optional<Double> after = at(params, earlier, cell);
            if (after.isPresent() && Double.compare(after.get(), before) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A cell of the part's value on these inputs; empty where it has none. */
    private Optional<Double> at(Map<String, Value> params, Map<String, Answer> earlier, int cell) {
        try {
            Variant here = Variant.ofComplete(variant.question(), params).following(earlier);
            Value value = variant.expect(part).evaluate(here.scope());
            return value.isNumeric() && cell < value.asTensor().size()
                    ? Optional.of(value.asTensor().cell(cell))
                    : Optional.empty();
        } catch (ExpressionException impossible) {
            return Optional.empty();
        }
    }

    private Input input(String name, Tensor tensor, boolean[] covered, boolean isOwn) {
        int columns = tensor.rank() < 2 ? tensor.size() : tensor.axis(tensor.rank() - 1);
        List<List<Cell>> rows = new ArrayList<>();
        for (int start = 0; start < covered.length; start += columns) {
            List<Cell> row = new ArrayList<>();
            for (int i = start; i < start + columns; i++) {
                row.add(new Cell(tensor.cell(i), covered[i]));
            }
            rows.add(row);
        }
        return new Input(latex(name), isOwn || isInPrompt(name), rows);
    }

    private String latex(String name) {
        String typeset = variant.scope().typeset(name);
        return typeset == null
                ? Expression.parse(name, variant.expect(part).vocabulary()).toLatex()
                : typeset;
    }

    private boolean isInPrompt(String name) {
        Pattern hole = Pattern.compile("\\{\\{\\s*" + Pattern.quote(name) + "\\s*}}");
        return variant.question().prompt().byLanguage().values().stream()
                .anyMatch(text -> hole.matcher(text).find());
    }

    private static Optional<Tensor> tensor(Answer answer) {
        return answer instanceof Answer.Plain plain && plain.value().isNumeric()
                ? Optional.of(plain.value().asTensor())
                : Optional.empty();
    }
}
