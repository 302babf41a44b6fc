package gradus.maths;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Products, transposes and squares of matrices, through EJML. Vectors are columns. */
final class LinearAlgebra {
    private LinearAlgebra() {}

    /** a·b of two matrices that fit, each turned first where asked; always a matrix. */
    static Tensor product(Tensor a, boolean turnA, Tensor b, boolean turnB) {
        int rows = turnA ? a.columns() : a.rows();
        int inner = turnA ? a.rows() : a.columns();
        int columns = turnB ? b.rows() : b.columns();
        Require.cells(rows, columns);
        Require.work((double) rows * inner * columns);
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        if (turnA && turnB) {
            CommonOps_DDRM.multTransAB(dense(a), dense(b), result);
        } else if (turnA) {
            CommonOps_DDRM.multTransA(dense(a), dense(b), result);
        } else if (turnB) {
            CommonOps_DDRM.multTransB(dense(a), dense(b), result);
        } else {
            CommonOps_DDRM.mult(dense(a), dense(b), result);
        }
        return Tensor.of(new int[] {rows, columns}, result.data);
    }

    private static DMatrixRMaj dense(Tensor matrix) {
        return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.raw());
    }

    /** The transpose of a matrix; of a vector, its row. A number stays. */
    static Tensor transpose(Tensor a) {
        if (a.rank() == 0) {
            return a;
        }
        DMatrixRMaj turned = new DMatrixRMaj(a.columns(), a.rows());
        CommonOps_DDRM.transpose(dense(a), turned);
        return Tensor.of(new int[] {a.columns(), a.rows()}, turned.data);
    }
}
