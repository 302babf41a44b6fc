package gradus.exam;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Allowances that staff gave in the browser. Rows are only added; of each person and each section the last one counts. */
interface AllowanceStore {
    /** An allowance as it was said; it names a person or a section. */
    record Said(
            @Nullable UUID person,
            @Nullable String section,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Integer minutes,
            @Nullable BigDecimal factor,
            @Nullable Integer attempts,
            String reason,
            Instant said,
            UUID saidBy) {
        /** The row that takes it back. */
        Said withdrawn(Instant now, UUID by) {
            return new Said(person, section, null, null, null, null, null, "", now, by);
        }

        /** Whether it takes back what was said before. */
        boolean isWithdrawn() {
            return opens == null && closes == null && minutes == null && factor == null && attempts == null;
        }
    }

    @SqlQuery("""
            SELECT a.person, a.section, a.opens, a.closes, a.minutes, a.factor, a.attempts, a.reason, a.said, a.said_by
            FROM allowance a
            WHERE a.course = :course AND a.exam = :exam
            ORDER BY a.seq
            """)
    List<Said> said(String course, String exam);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM allowance WHERE course = :course AND exam = :exam")
    long last(String course, String exam);

    @SqlUpdate("""
            INSERT INTO allowance
                (course, exam, seq, person, section, opens, closes, minutes, factor, attempts, reason, said, said_by)
            VALUES (:course, :exam, :seq, :person, :section, :opens, :closes, :minutes, :factor, :attempts, :reason,
                :said, :saidBy)
            """)
    void add(String course, String exam, long seq, @BindMethods Said allowance);
}
