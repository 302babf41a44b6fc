package gradus.question;

/** A whole number or a count; a fraction is read and wrong. */
final class IntegerType extends NumberType {
    @Override
    public String name() {
        return "integer";
    }

    @Override
    public Tolerance usualTolerance() {
        return Tolerance.EXACT;
    }
}
