package gradus.exam;

import java.time.Instant;

/** As what somebody would sit an exam. */
public enum Admittance {
    STUDENT,
    /** Staff, whose attempts enter no results; they may begin before it opens and as often as they like. */
    TRY_OUT,
    NOT_ON_ROSTER;

    /** Whether they may begin now, after this many attempts. */
    public boolean mayStart(Schedule schedule, Instant now, int begun) {
        return switch (this) {
            case STUDENT -> schedule.mayStart(now, begun);
            case TRY_OUT -> schedule.phase(now) != Schedule.Phase.AFTER;
            case NOT_ON_ROSTER -> false;
        };
    }
}
