package gradus.question;

import gradus.message.Message;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How an answer compares with a key.
 *
 * @param cells a mark for each cell of the answer, row-major; empty where the shapes differ
 * @param remark a description of the difference that does not give the key away; null for none
 * @param revealing a description of the difference for pages that show keys; null for none
 * @param share the fraction of the points earned, 0 to 1; null where it is the fraction of cells that are right
 */
public record Comparison(
        Outcome outcome,
        List<Mark> cells,
        @Nullable Message remark,
        @Nullable Message revealing,
        @Nullable BigFraction share) {
    public enum Outcome {
        EQUAL,
        DIFFERENT,
        WRONG_SHAPE,
        /** Equality could not be decided; a person must look. */
        UNSURE
    }

    public enum Mark {
        RIGHT,
        WRONG,
        BLANK;

        public static Mark of(boolean right) {
            return right ? RIGHT : WRONG;
        }
    }

    public Comparison {
        cells = List.copyOf(cells);
    }

    private Comparison(Outcome outcome, List<Mark> cells, @Nullable Message remark, @Nullable Message revealing) {
        this(outcome, cells, remark, revealing, null);
    }

    /** This comparison with the fraction of the points that it earns, 0 to 1. */
    public Comparison earning(BigFraction fraction) {
        return new Comparison(outcome, cells, remark, revealing, fraction);
    }

    public static Comparison ofCells(List<Mark> cells) {
        boolean equal = Collections.frequency(cells, Mark.RIGHT) == cells.size();
        return new Comparison(equal ? Outcome.EQUAL : Outcome.DIFFERENT, cells, null, null);
    }

    public static Comparison of(boolean equal) {
        return ofCells(List.of(Mark.of(equal)));
    }

    public static Comparison different(@Nullable Message remark, @Nullable Message revealing) {
        return new Comparison(Outcome.DIFFERENT, List.of(Mark.WRONG), remark, revealing);
    }

    public static Comparison wrongShape(Message remark, @Nullable Message revealing) {
        return new Comparison(Outcome.WRONG_SHAPE, List.of(), remark, revealing);
    }

    public static Comparison unsure(Message remark) {
        return new Comparison(Outcome.UNSURE, List.of(), remark, null);
    }

    public boolean isEqual() {
        return outcome == Outcome.EQUAL;
    }
}
