package gradus.maths;

/** Products and norms with the numbers put in. */
public final class LinearAlgebraSteps {
    private LinearAlgebraSteps() {}

    public static Steps times(Tensor a, Tensor b) {
        Tensor product = LinearAlgebra.times(a, b);
        StepsWriter steps = new StepsWriter();
        boolean scaled = a.isNumber() || b.isNumber();
        Tensor left = a.asMatrix();
        Tensor right = b.asMatrix();
        if (!scaled) {
            steps.each(product.size(), cell -> {
                StepsWriter.Terms terms = new StepsWriter.Terms();
                for (int k = 0; k < left.columns(); k++) {
                    terms.product(left.at(cell / right.columns(), k), right.at(k, cell % right.columns()));
                }
                return StepsWriter.at("y", cell, product.shape()) + " = " + terms + " = "
                        + Numbers.latex(product.cell(cell));
            });
        }
        return steps.line(operand(a) + " " + operand(b) + " = " + Numbers.latex(product))
                .done();
    }

    private static String operand(Tensor a) {
        return a.rank() == 0 ? Numbers.factor(a.cell(0)) + " \\cdot" : Numbers.latex(a);
    }

    public static Steps dot(Tensor a, Tensor b) {
        StepsWriter.Terms terms = new StepsWriter.Terms();
        double value = LinearAlgebra.dot(a, b);
        for (int i = 0; i < a.size(); i++) {
            terms.product(a.cell(i), b.cell(i));
        }
        return new StepsWriter()
                .line("a \\cdot b = " + terms + " = " + Numbers.latex(value))
                .done();
    }

    public static Steps norm(Tensor a) {
        return new StepsWriter()
                .line("\\lVert A \\rVert = \\sqrt{" + squares(a) + "} = \\sqrt{" + Numbers.latex(LinearAlgebra.sumsq(a))
                        + "} = " + Numbers.latex(LinearAlgebra.norm(a)))
                .done();
    }

    public static Steps sumsq(Tensor a) {
        return new StepsWriter()
                .line("\\lVert A \\rVert^2 = " + squares(a) + " = " + Numbers.latex(LinearAlgebra.sumsq(a)))
                .done();
    }

    public static Steps trace(Tensor a) {
        StepsWriter.Terms terms = new StepsWriter.Terms();
        double value = LinearAlgebra.trace(a);
        for (int i = 0; i < a.rows(); i++) {
            terms.number(a.at(i, i));
        }
        return new StepsWriter()
                .line("\\operatorname{tr} A = " + terms + " = " + Numbers.latex(value))
                .done();
    }

    public static Steps outer(Tensor a, Tensor b) {
        return new StepsWriter()
                .line("a\\,b^\\top = " + Numbers.latex(a.reshape(a.size(), 1)) + " "
                        + Numbers.latex(b.reshape(1, b.size())) + " = " + Numbers.latex(LinearAlgebra.outer(a, b)))
                .done();
    }

    static String squares(Tensor a) {
        StepsWriter.Terms terms = new StepsWriter.Terms();
        for (double cell : a.raw()) {
            terms.add(Numbers.factor(cell) + "^2");
        }
        return terms.toString();
    }
}
