package gradus.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the API lists. */
interface ApiStore {
    /** An attempt with its last grading. */
    record Sat(
            UUID id,
            UUID person,
            @Nullable String studentNumber,
            int number,
            Instant started,
            @Nullable Instant submitted,
            @Nullable String endedBy,
            String standing,
            @Nullable BigFraction score,
            @Nullable BigFraction graded,
            @Nullable BigFraction points) {}

    /** Attempts of an exam in the order of their ids, after one of them. */
    @SqlQuery("""
            SELECT a.id, a.person, m.student_number, a.number, a.started, a.submitted, a.ended_by, a.standing, g.score,
                g.graded, g.points
            FROM attempt a
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id
                AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = a.course AND l.attempt = a.id)
            WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT' AND a.id > :after
            ORDER BY a.id
            FETCH FIRST :count ROWS ONLY
            """)
    List<Sat> attempts(String course, String exam, UUID after, int count);

    /** The latest text of a part. */
    record Typed(int position, int variant, String part, String content, Instant arrived) {}

    @SqlQuery("""
            SELECT r.position, r.variant, r.part, r.content, r.arrived FROM response r
            WHERE r.course = :course AND r.attempt = :attempt AND r.seq =
                (SELECT MAX(l.seq) FROM response l
                 WHERE l.course = r.course AND l.attempt = r.attempt AND l.position = r.position
                     AND l.variant = r.variant AND l.part = r.part)
            ORDER BY r.position, r.variant, r.part
            """)
    List<Typed> responses(String course, UUID attempt);
}
