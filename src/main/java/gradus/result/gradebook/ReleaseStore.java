package gradus.result.gradebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The grades of courses as students were told them, and how scores of one student came about. */
interface ReleaseStore {
    /**
     * A time at which an instructor told all students their grades.
     *
     * @param tells false where it took back what was told before
     */
    record Told(long seq, boolean tells, Instant said) {}

    @SqlQuery("""
            SELECT seq, tells, said FROM grade_release WHERE course = :course
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Told> last(String course);

    @SqlUpdate("""
            INSERT INTO grade_release (course, seq, tells, said, said_by) VALUES (:course, :seq, :tells, :said, :saidBy)
            """)
    void add(String course, long seq, boolean tells, Instant said, UUID saidBy);

    /** What a student was told. */
    record Given(UUID person, BigDecimal total, String letter) {}

    @SqlBatch("""
            INSERT INTO released_grade (course, seq, person, total, letter) VALUES (:course, :seq, :person, :total, :letter)
            """)
    void give(String course, long seq, @BindMethods List<Given> grades);

    @SqlQuery("SELECT person, total, letter FROM released_grade WHERE course = :course AND seq = :seq")
    List<Given> given(String course, long seq);

    /** What one student was told, and when. */
    record Notice(long seq, Instant said, BigDecimal total, String letter) {
        /** The total as pages show it. */
        public String shown() {
            return CourseGradesController.text(total.doubleValue());
        }
    }

    /** What a student was told of a course by and by, the last first. */
    @SqlQuery("""
            SELECT g.seq, r.said, g.total, g.letter FROM released_grade g
            JOIN grade_release r ON r.course = g.course AND r.seq = g.seq
            WHERE g.course = :course AND g.person = :person
            ORDER BY g.seq DESC
            """)
    List<Notice> told(String course, UUID person);

    /**
     * A run of grading of an attempt, as its student is told of it.
     *
     * @param reason why scores were changed for all; null where nobody said
     */
    record Step(
            UUID attempt,
            Instant done,
            String kind,
            BigDecimal score,
            BigDecimal graded,
            BigDecimal points,
            @Nullable String reason) {}

    /** How the scores of a student came about in a course, by and by. */
    @SqlQuery("""
            SELECT g.attempt, g.done, g.kind, g.score_value AS score, g.graded_value AS graded, g.points_value AS points,
                w.reason
            FROM attempt a
            JOIN grading g ON g.course = a.course AND g.attempt = a.id
            LEFT JOIN grading_reason w ON w.course = g.course AND w.attempt = g.attempt AND w.number = g.number
            WHERE a.course = :course AND a.person = :person AND a.standing <> 'TRY_OUT'
            ORDER BY a.exam, a.number, g.number
            """)
    List<Step> steps(String course, UUID person);

    /** How the roster lists a student; empty for who is none. */
    @SqlQuery("""
            SELECT m.person, COALESCE(m.official_name, p.name, '') AS name, m.student_number, m.section, p.login
            FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND m.person = :person AND m.role = 'STUDENT'
            """)
    Optional<Pupil> pupil(String course, UUID person);
}
