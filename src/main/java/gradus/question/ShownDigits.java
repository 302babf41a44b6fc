package gradus.question;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many significant digits the numbers of a solution have on a variant: as many as the keys that it explains. */
final class ShownDigits {
    private final Variant variant;

    ShownDigits(Variant variant) {
        this.variant = variant;
    }

    /** Those of the parts that an expression names; where it names none, of the part that is shown with most. */
    int of(Set<String> names) {
        List<Part> parts = variant.question().parts();
        List<Part> named = parts.stream()
                .filter(part -> names.contains(Names.fold(part.id())))
                .toList();
        return (named.isEmpty() ? parts : named)
                .stream().mapToInt(this::of).max().orElse(Numbers.DIGITS);
    }

    /** Whether an expression names nothing but numbers that the student was given. */
    boolean areGiven(Set<String> names) {
        return variant.params().keySet().stream().map(Names::fold).toList().containsAll(names);
    }

    /** The decimals that the student was given, as steps print them. */
    Set<String> given() {
        Set<String> given = new HashSet<>();
        for (Value param : variant.params().values()) {
            if (param.isNumeric()) {
                for (double cell : param.asTensor().cells()) {
                    given.add(Numbers.latex(Math.abs(cell)));
                }
            }
        }
        return given;
    }

    private int of(Part part) {
        Answer key;
        try {
            key = part.expect() == null ? null : variant.key(part);
        } catch (ExpressionException failed) {
            return Numbers.DIGITS;
        }
        if (!(key instanceof Answer.Plain plain) || !plain.value().isNumeric()) {
            return key == null ? Tolerance.FEWEST_SHOWN : Numbers.DIGITS;
        }
        double[] cells = plain.value().asTensor().cells();
        double largest = 0;
        for (double cell : cells) {
            largest = Math.max(largest, Math.abs(cell));
        }
        int digits = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != Math.rint(cells[i])) {
                digits = Math.max(digits, plain.tolerance(i, part.tolerance()).digits(cells[i], largest));
            }
        }
        return digits == 0 ? Numbers.DIGITS : digits;
    }
}
