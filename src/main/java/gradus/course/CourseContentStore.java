package gradus.course;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** All that belongs to a course, as far as copying or deleting it needs to know. */
interface CourseContentStore {
    @SqlUpdate("INSERT INTO course (id, zone) VALUES (:id, :zone)")
    void addCourse(String id, String zone);

    @SqlUpdate("INSERT INTO course_title (course, language, title) VALUES (:course, :language, :title)")
    void addTitle(String course, String language, String title);

    @SqlUpdate("INSERT INTO membership (course, person, role, since) VALUES (:course, :person, 'INSTRUCTOR', :since)")
    void enrol(String course, UUID person, Instant since);

    @SqlUpdate("""
            INSERT INTO revision (course, hash, content, stored)
            SELECT CAST(:copy AS VARCHAR(64)), hash, content, stored FROM revision
            WHERE course = :course
              AND (hash IN (SELECT revision FROM question WHERE course = :course)
                OR hash IN (SELECT revision FROM exam WHERE course = :course))
            """)
    void copyRevisions(String course, String copy);

    @SqlUpdate("""
            INSERT INTO question (course, id, revision, file)
            SELECT CAST(:copy AS VARCHAR(64)), id, revision, file FROM question WHERE course = :course
            """)
    void copyQuestions(String course, String copy);

    @SqlUpdate("""
            INSERT INTO exam (course, id, revision, file)
            SELECT CAST(:copy AS VARCHAR(64)), id, revision, file FROM exam WHERE course = :course
            """)
    void copyExams(String course, String copy);

    @SqlUpdate("""
            INSERT INTO picture (course, name, seq, hash, content, stored)
            SELECT CAST(:copy AS VARCHAR(64)), name, seq, hash, content, stored FROM picture WHERE course = :course
            """)
    void copyPictures(String course, String copy);

    @SqlUpdate("DELETE FROM picture WHERE course = :course")
    void dropPictures(String course);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course")
    long attempts(String course);

    @SqlUpdate("DELETE FROM exam_control WHERE course = :course")
    void dropControls(String course);

    @SqlUpdate("DELETE FROM exam_standing WHERE course = :course")
    void dropStandings(String course);

    @SqlUpdate("DELETE FROM allowance WHERE course = :course")
    void dropAllowances(String course);

    @SqlUpdate("DELETE FROM exam_seed WHERE course = :course")
    void dropSeeds(String course);

    @SqlUpdate("DELETE FROM course_code WHERE course = :course")
    void dropCodes(String course);

    @SqlUpdate("DELETE FROM exam_pause WHERE course = :course")
    void dropPauses(String course);

    @SqlUpdate("DELETE FROM exam_line WHERE course = :course")
    void dropLines(String course);

    @SqlUpdate("DELETE FROM writing WHERE course = :course")
    void dropWritings(String course);

    @SqlUpdate("DELETE FROM api_token WHERE course = :course")
    void dropTokens(String course);

    @SqlUpdate("DELETE FROM course_grading WHERE course = :course")
    void dropGradings(String course);

    @SqlUpdate("DELETE FROM regrade WHERE course = :course")
    void dropRegrades(String course);

    @SqlUpdate("DELETE FROM exam WHERE course = :course")
    void dropExams(String course);

    @SqlUpdate("DELETE FROM question WHERE course = :course")
    void dropQuestions(String course);

    @SqlUpdate("DELETE FROM revision WHERE course = :course")
    void dropRevisions(String course);

    @SqlUpdate("DELETE FROM membership WHERE course = :course")
    void dropMembers(String course);

    @SqlUpdate("DELETE FROM course_title WHERE course = :course")
    void dropTitles(String course);

    @SqlUpdate("DELETE FROM course WHERE id = :course")
    void dropCourse(String course);

    default void delete(String course) {
        dropControls(course);
        dropStandings(course);
        dropPictures(course);
        dropAllowances(course);
        dropSeeds(course);
        dropCodes(course);
        dropPauses(course);
        dropLines(course);
        dropWritings(course);
        dropTokens(course);
        dropGradings(course);
        dropRegrades(course);
        dropExams(course);
        dropQuestions(course);
        dropRevisions(course);
        dropMembers(course);
        dropTitles(course);
        dropCourse(course);
    }
}
