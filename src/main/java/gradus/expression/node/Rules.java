package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Operator;
import gradus.expression.value.Products;
import gradus.expression.value.Run;
import gradus.expression.value.Shapes;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The rules by which operators treat operands that are not numbers; on numbers all rules agree. */
public enum Rules {
    /** Mathematical notation: {@code *} is the matrix product, and a vector is a column. */
    PAPER {
        @Override
        Value apply(OperationNode operation, Run run, Value left, Value right) {
            return operation.onPaper(run, left, right);
        }
    },

    /** The terms of a sum sign: powers and products of tensors of equal shape go cell by cell. */
    SUMMANDS {
        @Override
        Value apply(OperationNode operation, Run run, Value left, Value right) {
            if (operation.operator() == Operator.POWER) {
                return operation.byCell(run, Operator.ELEMENT_POWER, left, right);
            }
            if (operation.operator() != Operator.TIMES) {
                return operation.onPaper(run, left, right);
            }
            Tensor a = Broadcast.numeric(left, operation.at(), "*");
            Tensor b = Broadcast.numeric(right, operation.at(), "*");
            boolean cells = !Shapes.countsAsNumber(a) && Shapes.sameAsMatrix(a, b);
            return cells
                    ? operation.byCell(run, Operator.ELEMENT_TIMES, left, right)
                    : operation.onPaper(run, left, right);
        }
    },

    /** NumPy and PyTorch: a vector has one axis, which aligns with the last axis of a matrix. */
    ARRAYS {
        @Override
        Value apply(OperationNode operation, Run run, Value left, Value right) {
            Tensor a = Broadcast.numeric(left, operation.at(), operation.operator().symbol);
            Tensor b = Broadcast.numeric(right, operation.at(), operation.operator().symbol);
            if (operation.operator() != Operator.TIMES) {
                return operation.onPaper(run, beside(left, a, b), beside(right, b, a));
            }
            boolean row = a.rank() == 1 && b.rank() > 0;
            Value product = Products.times(run, operation.at(), row ? asRow(left, a) : left, right);
            Tensor cells = product.asTensor();
            boolean flat = row && cells.rank() == 2;
            return flat ? flattened(product, cells) : product;
        }
    },

    /** An ambiguous {@code *}, accepted only where the rules of paper and arrays give the same value. */
    AGREEING {
        @Override
        Value apply(OperationNode operation, Run run, Value left, Value right) {
            Tensor a = Broadcast.numeric(left, operation.at(), "*");
            Tensor b = Broadcast.numeric(right, operation.at(), "*");
            if (Shapes.countsAsNumber(a) || Shapes.countsAsNumber(b) || areColumnAndRow(a, b)) {
                return operation.byCell(run, operation.operator(), left, right);
            }
            throw disagreement(operation, run, left, right);
        }
    };

    /** Whether a matrix of one column stands before one of one row: all products of their cells by either rule. */
    private static boolean areColumnAndRow(Tensor a, Tensor b) {
        return a.rank() == 2 && b.rank() == 2 && a.columns() == 1 && b.rows() == 1;
    }

    abstract Value apply(OperationNode operation, Run run, Value left, Value right);

    private static Value beside(Value value, Tensor tensor, Tensor other) {
        return tensor.rank() == 1 && other.rank() == 2 ? asRow(value, tensor) : value;
    }

    private static Value asRow(Value value, Tensor tensor) {
        return reshaped(value, tensor.reshape(1, tensor.size()));
    }

    private static Value flattened(Value value, Tensor tensor) {
        return tensor.size() == 1 ? ((TensorValue) value).onlyCell() : reshaped(value, tensor.reshape(tensor.size()));
    }

    private static Value reshaped(Value value, Tensor shape) {
        return new TensorValue(shape, value instanceof TensorValue cells ? cells.bounds() : null);
    }

    private static ExpressionException disagreement(OperationNode operation, Run run, Value left, Value right) {
        List<String> fitting = new ArrayList<>();
        if (fits(() -> Products.times(run, operation.at(), left, right))) {
            fitting.add("@");
        }
        if (fits(() -> operation.byCell(run, Operator.ELEMENT_TIMES, left, right))) {
            fitting.add("⊙");
        }
        int at = operation.at();
        return ExpressionException.of(at, "expression.whose-product")
                .offering(
                        fitting.stream().map(sign -> new Edit(at, at + 1, sign)).toArray(Edit[]::new));
    }

    private static boolean fits(Runnable product) {
        try {
            product.run();
            return true;
        } catch (ExpressionException misfit) {
            return false;
        }
    }
}
