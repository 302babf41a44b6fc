package gradus.maths;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Products, transposes and norms of matrices. Vectors are columns; a 1×1 matrix counts as a number. */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * The matrix product a·b; a number scales. A matrix times a vector is a vector, a row times a vector a number.
     *
     * @throws MathsException where the columns of a are not as many as the rows of b
     */
    public static Tensor times(Tensor a, Tensor b) {
        if (a.rank() == 0) {
            double scale = a.cell(0);
            return b.map(cell -> scale * cell);
        }
        if (b.rank() == 0) {
            double scale = b.cell(0);
            return a.map(cell -> cell * scale);
        }
        Tensor left = Require.matrix("a", a);
        Tensor right = Require.matrix("b", b);
        if (left.columns() != right.rows()) {
            if (a.isNumber() || b.isNumber()) {
                return a.isNumber() ? times(Tensor.number(a.cell(0)), b) : times(a, Tensor.number(b.cell(0)));
            }
            throw doNotFit(a, b);
        }
        Tensor product = product(left, false, right, false);
        if (b.rank() > 1) {
            return product;
        }
        return product.isNumber() && a.rank() == 2 ? product.reshape() : product.reshape(product.rows());
    }

    private static MathsException doNotFit(Tensor a, Tensor b) {
        if (a.asMatrix().sameShape(b.asMatrix())) {
            return MathsException.of("maths.times-elementwise", a.shapeText(), b.shapeText());
        }
        if (a.rows() == b.rows()) {
            return MathsException.of("maths.times-transpose-left", a.shapeText(), b.shapeText());
        }
        if (a.columns() == b.columns()) {
            return MathsException.of("maths.times-transpose-right", a.shapeText(), b.shapeText());
        }
        return MathsException.of("maths.times", a.shapeText(), a.columns(), b.shapeText(), b.rows());
    }

    /** a·b of two matrices that fit, each turned first where asked; always a matrix. */
    static Tensor product(Tensor a, boolean turnA, Tensor b, boolean turnB) {
        int rows = turnA ? a.columns() : a.rows();
        int inner = turnA ? a.rows() : a.columns();
        int columns = turnB ? b.rows() : b.columns();
        Require.cells(rows, columns);
        Require.work((double) rows * inner * columns);
        DMatrixRMaj left = dense(a);
        DMatrixRMaj right = dense(b);
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        if (inner == 0) {
            return Tensor.zeros(rows, columns);
        }
        if (turnA && turnB) {
            CommonOps_DDRM.multTransAB(left, right, result);
        } else if (turnA) {
            CommonOps_DDRM.multTransA(left, right, result);
        } else if (turnB) {
            CommonOps_DDRM.multTransB(left, right, result);
        } else {
            CommonOps_DDRM.mult(left, right, result);
        }
        return Tensor.of(new int[] {rows, columns}, result.data);
    }

    private static DMatrixRMaj dense(Tensor matrix) {
        return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.raw());
    }

    /** The transpose of a matrix; of a vector, its row. A number stays. */
    public static Tensor transpose(Tensor a) {
        if (a.rank() == 0) {
            return a;
        }
        Tensor matrix = Require.matrix("a", a);
        DMatrixRMaj turned = new DMatrixRMaj(matrix.columns(), matrix.rows());
        CommonOps_DDRM.transpose(dense(matrix), turned);
        return Tensor.of(new int[] {matrix.columns(), matrix.rows()}, turned.data);
    }

    /** Σ aᵢ·bᵢ over all cells of two tensors of the same size; a row may meet a column. */
    public static double dot(Tensor a, Tensor b) {
        if (a.size() != b.size() || a.rank() > 2 && !a.sameShape(b)) {
            throw MathsException.of("maths.same-shape", "a", a.shapeText(), "b", b.shapeText());
        }
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.cell(i) * b.cell(i);
        }
        return sum;
    }

    /** The matrix of all products aᵢ·bⱼ of two vectors (rows and columns count as vectors). */
    public static Tensor outer(Tensor a, Tensor b) {
        return product(line("a", a), false, line("b", b), true);
    }

    private static Tensor line(String name, Tensor given) {
        if (given.rank() > 2 || given.rows() != 1 && given.columns() != 1) {
            throw MathsException.of("maths.rank", name, 1, given.shapeText());
        }
        return given.reshape(given.size(), 1);
    }

    /** The sum of the diagonal of a square matrix. */
    public static double trace(Tensor a) {
        Tensor matrix = Require.matrix("a", a);
        if (matrix.rows() != matrix.columns()) {
            throw MathsException.of("maths.square", a.shapeText());
        }
        return CommonOps_DDRM.trace(dense(matrix));
    }

    /** The diagonal of a matrix as a vector; of a vector, the matrix with that diagonal. */
    public static Tensor diag(Tensor a) {
        if (a.rank() == 2) {
            double[] diagonal = new double[Math.min(a.rows(), a.columns())];
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] = a.at(i, i);
            }
            return Tensor.vector(diagonal);
        }
        Tensor column = Require.matrix("a", a);
        int n = column.rows();
        Require.cells(n, n);
        double[] cells = new double[n * n];
        for (int i = 0; i < n; i++) {
            cells[i * n + i] = a.cell(i);
        }
        return Tensor.of(new int[] {n, n}, cells);
    }

    /** The n×n identity matrix. */
    public static Tensor eye(int n) {
        return diag(Tensor.filled(1, side(n)));
    }

    private static int side(int n) {
        Require.atLeast(1, "n", n);
        Require.cells(n, n);
        return n;
    }

    /** The Frobenius norm √Σa²; of a vector, its length. */
    public static double norm(Tensor a) {
        return NormOps_DDRM.normF(DMatrixRMaj.wrap(a.size(), 1, a.raw()));
    }

    /** Σa² over all cells: ‖a‖². */
    public static double sumsq(Tensor a) {
        double sum = 0;
        for (double cell : a.raw()) {
            sum += cell * cell;
        }
        return sum;
    }
}
