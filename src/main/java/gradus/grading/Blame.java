package gradus.grading;

import gradus.grading.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a search through faults has found: one that is named, or only the place where an answer departs.
 *
 * @param fault the one procedure that the answer comes from; null where several do, or chance might have made it so
 * @param place where the answer departs; null where nothing is known
 * @param nearness how nearly, where not every cell agrees
 */
record Blame(
        @Nullable Fault fault,
        @Nullable FaultFound place,
        @Nullable Nearness nearness) {
    static final Blame NONE = new Blame(null, null, null);

    Blame nearly(Nearness how) {
        return new Blame(fault, place, how);
    }

    /** A search under way: the likeliest are tried first, as long as all that was tried is no match for chance. */
    static final class Search {
        private static final double MOST = Chance.MOST / 3;
        private static final int MOST_SHARE = 4;

        private final Predicate<Outcome<?>> sayTheSame;
        private final List<Outcome<?>> matched = new ArrayList<>();
        private double chance;
        private boolean surely = true;

        Search(Predicate<Outcome<?>> sayTheSame) {
            this.sayTheSame = sayTheSame;
        }

        /**
         * Notes what was tried.
         *
         * @param byChance how likely a random answer would match it
         */
        void tried(Outcome<?> outcome, double byChance, boolean matches) {
            // one that chance alone may well make is not tried, but speaks against all others
            boolean tried = byChance < MOST / MOST_SHARE;
            chance += tried ? byChance : 0;
            if (matches) {
                matched.add(outcome);
                surely &= tried && chance < MOST;
            }
        }

        /** @param isSlip whether a slip explains the answer as well */
        Blame found(boolean isSlip) {
            if (matched.isEmpty()) {
                return NONE;
            }
            Outcome<?> only = matched.get(0);
            if (surely && !isSlip && matched.size() == 1 && sayTheSame.test(only)) {
                Fault fault = only.faults().get(0);
                return new Blame(fault, FaultFound.of(fault), null);
            }
            return new Blame(null, isSlip ? null : Outcome.place(matched), null);
        }
    }
}
