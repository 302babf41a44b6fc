package gradus.result.own;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What is kept about a person. */
interface OwnDataStore {
    /** A seat in a course, with what its staff have written beside the name. */
    record Seat(
            String course,
            String role,
            Instant since,
            @Nullable String studentNumber,
            @Nullable String officialName,
            @Nullable String section,
            @Nullable String department,
            @Nullable String studyYear,
            @Nullable String email) {}

    @SqlQuery("""
            SELECT course, role, since, student_number, official_name, section, department, study_year, email
            FROM membership WHERE person = :person ORDER BY course
            """)
    List<Seat> seats(UUID person);

    /** A text that was typed, counted or not, with where it came from. */
    record Typed(
            String part,
            int position,
            int variant,
            String content,
            Instant arrived,
            boolean late,
            @Nullable String address) {}

    @SqlQuery("""
            SELECT part, position, variant, content, arrived, late, address FROM (
                SELECT seq, part, position, variant, content, arrived, late, address
                FROM response WHERE course = :course AND attempt = :attempt
                UNION ALL
                SELECT seq, part, position, variant, content, arrived, late, address
                FROM response_aside WHERE course = :course AND attempt = :attempt
            ) typed
            ORDER BY seq
            """)
    List<Typed> typed(String course, UUID attempt);

    /** What staff said of a person in an exam. */
    record Said(String course, String exam, String standing, String reason, Instant said) {}

    @SqlQuery("SELECT course, exam, standing, reason, said FROM exam_standing WHERE person = :person ORDER BY said")
    List<Said> said(UUID person);

    /** A grade of a course as it was told to a person. */
    record Told(String course, Instant said, java.math.BigDecimal total, String letter) {}

    @SqlQuery("""
            SELECT g.course, r.said, g.total, g.letter FROM released_grade g
            JOIN grade_release r ON r.course = g.course AND r.seq = g.seq
            WHERE g.person = :person ORDER BY r.said
            """)
    List<Told> told(UUID person);

    /** What a person reported of a question. */
    record Reported(UUID attempt, String part, String content, Instant reported) {}

    @SqlQuery("""
            SELECT r.attempt, r.part, r.content, r.reported FROM fault_report r
            JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            WHERE a.person = :person ORDER BY r.reported
            """)
    List<Reported> reported(UUID person);

    /** What a person asked graders to look at again, and what they were answered. */
    record Requested(
            UUID attempt,
            int position,
            String part,
            String reason,
            Instant asked,
            @Nullable String answer,
            @Nullable Instant answered) {}

    @SqlQuery("""
            SELECT r.attempt, r.position, r.part, r.reason, r.asked, r.answer, r.answered FROM regrade_request r
            JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            WHERE a.person = :person ORDER BY r.asked
            """)
    List<Requested> requested(UUID person);
}
