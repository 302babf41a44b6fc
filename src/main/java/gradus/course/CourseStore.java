package gradus.course;

import gradus.account.AccountStore;
import gradus.message.Message;
import gradus.question.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.CreateSqlObject;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Courses and their members. */
public interface CourseStore {
    /**
     * A member as the roster shows them; beside what they call themselves stands what staff say of them.
     *
     * @param name what they call themselves
     * @param login empty where they have no account yet
     */
    record Member(
            UUID person,
            String name,
            String login,
            Role role,
            Instant since,
            @Nullable Instant confirmed,
            @Nullable String studentNumber,
            @Nullable String officialName,
            @Nullable String section,
            @Nullable String department,
            @Nullable String studyYear,
            @Nullable String email) {
        /** What staff call them: the roster's name, where it has one. */
        public String called() {
            return officialName == null ? name : officialName;
        }

        Particulars particulars() {
            return new Particulars(studentNumber, officialName, section, department, studyYear, email);
        }
    }

    /** What the roster says of one member. */
    record Seat(
            Role role,
            @Nullable String studentNumber,
            @Nullable String officialName,
            @Nullable String section) {}

    /** A course and the role that somebody holds in it. */
    record Held(String course, Role role) {
        /** Whether this is the role of somebody who edits exams and keeps the roster. */
        public boolean teaches() {
            return role == Role.INSTRUCTOR;
        }
    }

    /** A course's title in one language. */
    record Title(String course, String language, String title) {}

    @SqlQuery("SELECT id FROM course ORDER BY id")
    List<String> ids();

    @SqlQuery("SELECT course, language, title FROM course_title ORDER BY course, language")
    List<Title> titles();

    @SqlQuery("SELECT zone FROM course WHERE id = :course")
    Optional<String> zone(String course);

    @SqlQuery("SELECT zone FROM course ORDER BY id FETCH FIRST 1 ROWS ONLY")
    Optional<String> firstZone();

    @SqlUpdate("UPDATE course SET zone = :zone WHERE id = :course")
    int changeZone(String course, String zone);

    /** Where each course that has a folder of its own keeps its files. */
    @SqlQuery("SELECT id AS course, folder FROM course WHERE folder IS NOT NULL ORDER BY id")
    List<Folder> folders();

    /** A course's own folder on the server. */
    record Folder(String course, String folder) {}

    @SqlQuery("SELECT id FROM course WHERE archived IS NOT NULL ORDER BY id")
    List<String> archived();

    @SqlUpdate("UPDATE course SET archived = :since WHERE id = :course")
    int archive(String course, @Nullable Instant since);

    @SqlUpdate("UPDATE course SET folder = :folder WHERE id = :course")
    int changeFolder(String course, @Nullable String folder);

    @SqlUpdate("INSERT INTO course (id, zone, folder) VALUES (:id, :zone, :folder)")
    void addCourse(String id, String zone, @Nullable String folder);

    @SqlUpdate("INSERT INTO course_title (course, language, title) VALUES (:course, :language, :title)")
    void addTitle(String course, String language, String title);

    @SqlUpdate("DELETE FROM course_title WHERE course = :course")
    void dropTitles(String course);

    @SqlQuery("SELECT course, language, title FROM course_title WHERE course = :course ORDER BY language")
    List<Title> titles(String course);

    /** All courses, by id. */
    default List<Course> courses() {
        Map<String, Map<String, String>> titles = new LinkedHashMap<>();
        for (Title title : titles()) {
            titles.computeIfAbsent(title.course(), course -> new LinkedHashMap<>())
                    .put(title.language(), title.title());
        }
        return titles.entrySet().stream()
                .map(course -> new Course(course.getKey(), new Text(course.getValue())))
                .toList();
    }

    /** The courses that are not put away, by id. */
    default List<Course> openCourses() {
        Set<String> away = Set.copyOf(archived());
        return courses().stream().filter(course -> !away.contains(course.id())).toList();
    }

    default Optional<Course> course(String id) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles(id).forEach(title -> titles.put(title.language(), title.title()));
        return titles.isEmpty() ? Optional.empty() : Optional.of(new Course(id, new Text(titles)));
    }

    @SqlQuery("SELECT course, role FROM membership WHERE person = :person ORDER BY course")
    List<Held> rolesOf(UUID person);

    /** The titles of the courses on whose roster somebody stands as a student, by id. */
    static Map<String, String> studied(CourseStore courses, UUID person, Locale language) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Held held : courses.rolesOf(person)) {
            if (held.role() == Role.STUDENT) {
                courses.course(held.course()).ifPresent(course -> titles.put(course.id(), course.title(language)));
            }
        }
        return titles;
    }

    /** What somebody is in each course that they are in, for who is about to come in. */
    static List<Message> places(CourseStore courses, UUID person) {
        return courses.rolesOf(person).stream()
                .flatMap(held -> courses.course(held.course()).map(held.role()::in).stream())
                .toList();
    }

    @SqlQuery("SELECT role FROM membership WHERE course = :course AND person = :person")
    Optional<Role> role(String course, UUID person);

    @SqlQuery("""
            SELECT m.person, p.name, COALESCE(p.login, '') AS login, m.role, m.since, p.confirmed, m.student_number,
                m.official_name, m.section, m.department, m.study_year, m.email
            FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND p.erased IS NULL
            ORDER BY COALESCE(m.official_name, p.name), p.id
            """)
    List<Member> members(String course);

    @SqlQuery(
            "SELECT role, student_number, official_name, section FROM membership WHERE course = :course AND person = :person")
    Optional<Seat> seat(String course, UUID person);

    /** What staff of a course call somebody: the roster's name, where it has one. */
    @SqlQuery("""
            SELECT COALESCE(m.official_name, p.name, '')
            FROM person p LEFT JOIN membership m ON m.person = p.id AND m.course = :course
            WHERE p.id = :person
            """)
    Optional<String> called(String course, UUID person);

    /**
     * Whether somebody came in by the code of the class, while the roster knows its students by their numbers: it might be one of
     * them a second time.
     */
    default boolean isProvisional(String course, UUID person) {
        return provisional(course, person) > 0 && numbered(course) > 0;
    }

    @SqlQuery("""
            SELECT COUNT(*) FROM membership
            WHERE course = :course AND person = :person AND provisional = TRUE AND student_number IS NULL
            """)
    int provisional(String course, UUID person);

    @SqlQuery("SELECT COUNT(*) FROM membership WHERE course = :course AND student_number IS NOT NULL")
    int numbered(String course);

    @SqlUpdate("UPDATE membership SET provisional = TRUE WHERE course = :course AND person = :person")
    void holdBack(String course, UUID person);

    @SqlQuery("""
            SELECT m.student_number FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND p.erased IS NOT NULL AND m.student_number IS NOT NULL
            """)
    Set<String> numbersOfErased(String course);

    @CreateSqlObject
    AccountStore people();

    /** Puts somebody on the roster who has no account yet; a code lets them take the seat. */
    default void addSeat(String course, UUID person, Particulars particulars, Instant now) {
        String name = particulars.officialName() == null ? "" : particulars.officialName();
        people().insert(new AccountStore.NewPerson(person, name, null, null, null, false, now, null));
        enrol(course, person, Role.STUDENT, now);
        describe(course, person, particulars);
    }

    @SqlUpdate("INSERT INTO membership (course, person, role, since) VALUES (:course, :person, :role, :since)")
    void enrol(String course, UUID person, Role role, Instant since);

    @SqlUpdate("""
            UPDATE membership
            SET student_number = :studentNumber, official_name = :officialName, section = :section,
                department = :department, study_year = :studyYear, email = :email
            WHERE course = :course AND person = :person
            """)
    int describe(String course, UUID person, @BindMethods Particulars particulars);

    @SqlUpdate("UPDATE membership SET role = :role WHERE course = :course AND person = :person")
    int changeRole(String course, UUID person, Role role);

    @SqlUpdate("DELETE FROM membership WHERE course = :course AND person = :person")
    int leave(String course, UUID person);
}
