package gradus.maths;

/** The inner product that the tests measure with. */
final class Inner {
    private Inner() {}

    static double product(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.cell(i) * b.cell(i);
        }
        return sum;
    }
}
