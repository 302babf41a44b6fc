package gradus.course;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.CreateSqlObject;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Codes with which people come into courses, and what coming in changes. */
interface CourseCodeStore {
    /** What a code is good for. */
    enum Kind {
        /** The place of one student who stands on the roster; works once. */
        SEAT,
        /** A role of staff; works once. */
        STAFF,
        /** For a whole class, until it is replaced or taken back. */
        CLASS
    }

    /**
     * A code as it is stored.
     *
     * @param person whom the roster keeps the seat for; null where the code is for no single seat
     * @param shown the code itself, only of a class, since staff read it out again and again
     */
    record Code(
            String codeHash,
            String course,
            Kind kind,
            Role role,
            @Nullable UUID person,
            @Nullable String shown,
            Instant created,
            UUID createdBy,
            Instant expires) {}

    @SqlUpdate("""
            INSERT INTO course_code (code_hash, course, kind, role, person, shown, created, created_by, expires)
            VALUES (:codeHash, :course, :kind, :role, :person, :shown, :created, :createdBy, :expires)
            """)
    void add(@BindMethods Code code);

    @SqlQuery("""
            SELECT code_hash, course, kind, role, person, shown, created, created_by, expires FROM course_code
            WHERE code_hash = :hash AND expires > :now
            """)
    Optional<Code> code(String hash, Instant now);

    @SqlQuery("""
            SELECT shown FROM course_code WHERE course = :course AND kind = 'CLASS' AND expires > :now
            ORDER BY created DESC FETCH FIRST 1 ROWS ONLY
            """)
    Optional<String> ofClass(String course, Instant now);

    @SqlUpdate("DELETE FROM course_code WHERE code_hash = :hash")
    int use(String hash);

    @SqlUpdate("DELETE FROM course_code WHERE course = :course AND kind = 'CLASS'")
    int withdrawOfClass(String course);

    @SqlUpdate("DELETE FROM course_code WHERE course = :course AND person = :person")
    int withdrawSeat(String course, UUID person);

    /** Gives a seat of the roster to an account. */
    @SqlUpdate("UPDATE membership SET person = :to WHERE course = :course AND person = :from")
    int handSeat(String course, UUID from, UUID to);

    /** The allowances that staff gave the seat before anybody had taken it. */
    @SqlUpdate("UPDATE allowance SET person = :to WHERE course = :course AND person = :from")
    int handAllowances(String course, UUID from, UUID to);

    /** What staff said of the seat in exams before anybody had taken it. */
    @SqlUpdate("UPDATE exam_standing SET person = :to WHERE course = :course AND person = :from")
    int handStandings(String course, UUID from, UUID to);

    /** The person that stood for a seat is needed no more. */
    @SqlUpdate("UPDATE person SET name = '', erased = :now WHERE id = :person AND login IS NULL")
    int dissolve(UUID person, Instant now);

    @SqlUpdate("UPDATE person SET confirmed = :now WHERE id = :person AND confirmed IS NULL")
    int confirm(UUID person, Instant now);

    @CreateSqlObject
    CourseStore courses();
}
