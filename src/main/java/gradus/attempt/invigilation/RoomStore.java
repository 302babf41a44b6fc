package gradus.attempt.invigilation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Who sits an exam, or has just sat it. */
interface RoomStore {
    /**
     * An attempt as staff see it while the exam runs.
     *
     * @param due null for no end, or while the exam stands still
     * @param saved when its last answer came in; null where there is none
     * @param seen when its page last asked how it stands; null where none has
     */
    record Seat(
            UUID id,
            String name,
            Instant started,
            @Nullable Instant due,
            @Nullable Instant submitted,
            @Nullable String endedBy,
            @Nullable Instant saved,
            @Nullable Instant seen) {
        private static final Duration SILENT = Duration.ofSeconds(75);

        /** Since when nothing has come from its page; null where it is there. */
        public @Nullable Instant offlineSince(Instant now) {
            Instant last = started;
            for (Instant sign : new @Nullable Instant[] {saved, seen}) {
                last = sign != null && sign.isAfter(last) ? sign : last;
            }
            return now.isAfter(last.plus(SILENT)) ? last : null;
        }
    }

    /** A student of the course who has not begun. */
    record Absent(
            String name,
            @Nullable String studentNumber,
            @Nullable String section) {}

    /** An attempt that could not be ended. */
    record Trouble(UUID id, String name, String trouble, Instant seen) {}

    /** An attempt by its receipt. */
    record Receipt(UUID id, String name, Instant submitted) {}

    String SEAT = """
            SELECT a.id, COALESCE(m.official_name, p.name, '') AS name, a.started, a.due, a.submitted, a.ended_by,
                (SELECT MAX(r.arrived) FROM response r WHERE r.course = a.course AND r.attempt = a.id) AS saved, s.seen
            FROM attempt a
            LEFT JOIN attempt_seen s ON s.course = a.course AND s.attempt = a.id
            JOIN person p ON p.id = a.person
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person AND p.erased IS NULL
            WHERE a.course = :course AND a.exam = :exam
            """;

    @SqlQuery(SEAT + " AND a.submitted IS NULL ORDER BY name, a.id FETCH FIRST :count ROWS ONLY")
    List<Seat> sitting(String course, String exam, int count);

    @SqlQuery(SEAT + """
             AND a.submitted >= :since
            ORDER BY a.submitted DESC, a.id
            FETCH FIRST :count ROWS ONLY
            """)
    List<Seat> ended(String course, String exam, Instant since, int count);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND exam = :exam AND submitted IS NULL")
    long count(String course, String exam);

    String NOT_BEGUN = """
            FROM membership m
            JOIN person p ON p.id = m.person
            WHERE m.course = :course AND m.role = 'STUDENT' AND p.erased IS NULL
                AND NOT EXISTS (SELECT 1 FROM attempt a
                                WHERE a.course = m.course AND a.exam = :exam AND a.person = m.person
                                    AND a.standing <> 'TRY_OUT')
            """;

    @SqlQuery("SELECT COUNT(*) " + NOT_BEGUN)
    long notBegunCount(String course, String exam);

    @SqlQuery("SELECT COALESCE(m.official_name, p.name, '') AS name, m.student_number, m.section " + NOT_BEGUN + """
            ORDER BY m.student_number NULLS LAST, name
            FETCH FIRST :count ROWS ONLY
            """)
    List<Absent> notBegun(String course, String exam, int count);

    @SqlQuery("""
            SELECT id FROM attempt
            WHERE course = :course AND exam = :exam AND submitted IS NOT NULL AND ended_by = 'CLOSING'
            ORDER BY id
            """)
    List<UUID> endedByClosing(String course, String exam);

    @SqlQuery("""
            SELECT a.id, COALESCE(m.official_name, p.name, '') AS name, t.trouble, t.seen
            FROM attempt_trouble t
            JOIN attempt a ON a.course = t.course AND a.id = t.attempt
            JOIN person p ON p.id = a.person
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person AND p.erased IS NULL
            WHERE t.course = :course AND a.exam = :exam
            ORDER BY t.seen
            """)
    List<Trouble> troubles(String course, String exam);

    @SqlQuery("""
            SELECT a.id, COALESCE(m.official_name, p.name, '') AS name, a.submitted
            FROM attempt a
            JOIN person p ON p.id = a.person
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person AND p.erased IS NULL
            WHERE a.course = :course AND a.receipt = :receipt AND a.submitted IS NOT NULL
            """)
    List<Receipt> byReceipt(String course, String receipt);
}
