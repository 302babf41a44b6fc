package gradus.kill;

import gradus.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/**
 * Makes a crowd of a few attempts: copies of all that was asked, typed and scored in them, each of a student of their own. What the
 * grader found beside the scores, which is the largest of it, is left out.
 */
public final class AttemptCopies {
    private static final int AT_ONCE = 1000;

    private AttemptCopies() {}

    /** A copy and its student, who bear the same id. */
    public record Copy(UUID id, UUID attempt, String name, String number, String section) {}

    /** The rows of an attempt, copied. */
    public interface Rows {
        @SqlBatch("INSERT INTO person (id, name, admin, created) VALUES (:id, :name, FALSE, :now)")
        void people(@BindMethods List<Copy> copies, Instant now);

        @SqlBatch("""
                INSERT INTO membership (course, person, role, since, student_number, official_name, section)
                VALUES ('deep-learning', :id, 'STUDENT', :now, :number, :name, :section)
                """)
        void members(@BindMethods List<Copy> copies, Instant now);

        @SqlBatch("""
                INSERT INTO attempt (course, id, exam, exam_revision, person, number, started, submitted, ended_by, standing,
                    waits)
                SELECT course, CAST(:id AS UUID), exam, exam_revision, CAST(:id AS UUID), 1, started, submitted, ended_by,
                    standing, waits
                FROM attempt WHERE course = 'deep-learning' AND id = :attempt
                """)
        void attempts(@BindMethods List<Copy> copies);

        @SqlBatch("""
                INSERT INTO attempt_question
                    (course, attempt, position, variant, question, revision, label, points, seed, params, drawn)
                SELECT course, CAST(:id AS UUID), position, variant, question, revision, label, points, seed, params, drawn
                FROM attempt_question WHERE course = 'deep-learning' AND attempt = :attempt
                """)
        void questions(@BindMethods List<Copy> copies);

        @SqlBatch("""
                INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived)
                SELECT course, CAST(:id AS UUID), seq, position, variant, part, content, arrived
                FROM response WHERE course = 'deep-learning' AND attempt = :attempt
                """)
        void responses(@BindMethods List<Copy> copies);

        @SqlBatch("""
                INSERT INTO grading (course, attempt, number, kind, done, score, graded, points,
                    score_value, graded_value, points_value)
                SELECT course, CAST(:id AS UUID), number, kind, done, score, graded, points,
                    score_value, graded_value, points_value
                FROM grading WHERE course = 'deep-learning' AND attempt = :attempt
                """)
        void gradings(@BindMethods List<Copy> copies);

        @SqlBatch("""
                INSERT INTO part_score (course, attempt, number, position, variant, part, revision, verdict, score, points,
                    score_value, points_value, mistake)
                SELECT course, CAST(:id AS UUID), number, position, variant, part, revision, verdict, score, points,
                    score_value, points_value, mistake
                FROM part_score WHERE course = 'deep-learning' AND attempt = :attempt
                """)
        void scores(@BindMethods List<Copy> copies);
    }

    /** Makes so many copies, of each of these attempts in turn. */
    public static void make(Database database, List<UUID> attempts, int count) {
        Instant now = Instant.now();
        long batch = now.toEpochMilli();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<Copy> copies = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(n -> new Copy(
                            UUID.randomUUID(),
                            attempts.get(n % attempts.size()),
                            "학생 " + n,
                            String.format(Locale.ROOT, "0%s%06d", Long.toString(batch % 1_000_000), n),
                            "분반 " + n % 5))
                    .toList();
            database.save(Rows.class, rows -> {
                rows.people(copies, now);
                rows.members(copies, now);
                rows.attempts(copies);
                rows.questions(copies);
                rows.responses(copies);
                rows.gradings(copies);
                rows.scores(copies);
                return copies.size();
            });
        }
    }
}
