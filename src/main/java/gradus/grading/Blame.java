package gradus.grading;

import gradus.grading.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search through faults: the one that can be named, or only the place where the answer goes wrong.
 *
 * @param fault the one wrong procedure that explains the answer; null if several do, or if a match may be chance
 * @param place where the answer goes wrong; null if unknown
 * @param nearness how close the match is; null if every cell agrees
 */
record Blame(
        @Nullable Fault fault,
        @Nullable FaultFound place,
        @Nullable Nearness nearness) {
    static final Blame NONE = new Blame(null, null, null);

    Blame nearly(Nearness how) {
        return new Blame(fault, place, how);
    }

    /** A search under way: likely faults are tried first, until so many were tried that a match could be chance. */
    static final class Search {
        private static final double MOST = Chance.MOST / 3;
        private static final int MOST_SHARE = 4;

        /** So many faults are likelier than a slip that comes to the same. */
        private static final int LIKELY = 8;

        private final Predicate<Outcome<?>> sayTheSame;
        private final List<Outcome<?>> matched = new ArrayList<>();
        private double chance;
        private boolean surely = true;
        private int before;

        Search(Predicate<Outcome<?>> sayTheSame) {
            this.sayTheSame = sayTheSame;
        }

        /**
         * Records a fault that was tried.
         *
         * @param byChance the probability that a random answer matches it
         */
        void tried(Outcome<?> outcome, double byChance, boolean matches) {
            // a fault that chance alone could match is never named itself, but still makes the others less certain
            boolean tried = byChance < MOST / MOST_SHARE;
            chance += tried ? byChance : 0;
            before += matched.isEmpty() && !matches ? 1 : 0;
            if (matches) {
                matched.add(outcome);
                surely &= tried && chance < MOST;
            }
        }

        /** @param isSlip whether a slip explains the answer equally well */
        Blame found(boolean isSlip) {
            if (matched.isEmpty()) {
                return NONE;
            }
            Outcome<?> only = matched.get(0);
            if (surely && !isSlip && matched.size() == 1 && sayTheSame.test(only)) {
                Fault fault = only.faults().get(0);
                return new Blame(fault, FaultFound.of(fault), null);
            }
            return new Blame(null, isSlip && before >= LIKELY ? null : Outcome.place(matched), null);
        }
    }
}
