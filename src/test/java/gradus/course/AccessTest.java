package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.account.Accounts;
import gradus.account.Viewer;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import gradus.question.Text;
import gradus.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class AccessTest {
    private static final String COURSE = "deep-learning";

    private static Viewer person(Database database, String login) {
        UUID id = new Accounts(database, Clock.systemUTC())
                .add(login, login, false)
                .orElseThrow();
        return new Viewer(id, login, false, false, null);
    }

    private static Viewer member(Database database, String login, Role role) {
        Viewer viewer = person(database, login);
        database.save(CourseStore.class).enrol(COURSE, viewer.person(), role, Instant.EPOCH);
        return viewer;
    }

    private static final Course ANOTHER = new Course("another-course", Text.of("Another"));

    private static Course course(Database database) {
        return database.store(CourseStore.class).course(COURSE).orElseThrow();
    }

    @DatabaseTest
    void aRoleHoldsInItsCourseOnlyAndIncludesTheLesserOnes(Database database) {
        Access access = new Access(database.store(CourseStore.class));
        Course course = course(database);
        Viewer student = member(database, "student", Role.STUDENT);
        Viewer grader = member(database, "grader", Role.GRADER);
        Viewer instructor = member(database, "instructor", Role.INSTRUCTOR);
        assertTrue(access.standing(student, course).atLeast(Role.STUDENT));
        assertFalse(access.standing(student, course).atLeast(Role.GRADER));
        assertTrue(access.standing(grader, course).atLeast(Role.GRADER));
        assertFalse(access.standing(grader, course).atLeast(Role.INSTRUCTOR));
        assertTrue(access.standing(instructor, course).atLeast(Role.INSTRUCTOR));
        assertFalse(access.standing(instructor, ANOTHER).atLeast(Role.STUDENT));
        assertEquals(List.of(new CourseStore.Held(COURSE, Role.GRADER)), access.staffCourses(grader));
        assertEquals(List.of(), access.staffCourses(student));
    }

    @DatabaseTest
    void anAdminTeachesEverywhereAndNobodyAndGuestsNowhere(Database database) {
        Access access = new Access(database.store(CourseStore.class));
        Course course = course(database);
        Viewer admin = new Viewer(UUID.randomUUID(), "root", false, true, null);
        Viewer guest = new Viewer(UUID.randomUUID(), "", true, false, null);
        assertTrue(access.standing(admin, course).atLeast(Role.INSTRUCTOR));
        assertTrue(access.standing(admin, ANOTHER).atLeast(Role.INSTRUCTOR));
        assertEquals(1, access.staffCourses(admin).size());
        for (Viewer viewer : List.of(guest, Viewer.NOBODY)) {
            Standing standing = access.standing(viewer, course);
            assertFalse(standing.atLeast(Role.STUDENT));
            assertEquals(List.of(), access.staffCourses(viewer));
            assertEquals(404, refused(() -> Access.require(Audience.GRADER, viewer, standing, null)));
        }
    }

    @DatabaseTest
    void whatBelongsToAnotherIsNotThere(Database database) {
        Viewer owner = member(database, "owner", Role.STUDENT);
        Viewer grader = member(database, "grader", Role.GRADER);
        Standing grades = new Access(database.store(CourseStore.class)).standing(grader, course(database));
        Access.require(Audience.OWNER, owner, null, owner.person());
        assertEquals(404, refused(() -> Access.require(Audience.OWNER, grader, grades, owner.person())));
        assertEquals(404, refused(() -> Access.require(Audience.OWNER, owner, null, null)));
        assertEquals(401, refused(() -> Access.require(Audience.OWNER, Viewer.NOBODY, null, null)));
    }

    @DatabaseTest
    void aRoleCanChangeAndEnd(Database database) {
        CourseStore courses = database.save(CourseStore.class);
        Access access = new Access(courses);
        Course course = course(database);
        Viewer viewer = member(database, "kim", Role.STUDENT);
        assertEquals(1, courses.changeRole(COURSE, viewer.person(), Role.GRADER));
        assertTrue(access.standing(viewer, course).atLeast(Role.GRADER));
        assertEquals(1, courses.leave(COURSE, viewer.person()));
        assertFalse(access.standing(viewer, course).atLeast(Role.STUDENT));
        assertEquals(0, courses.changeRole(COURSE, viewer.person(), Role.GRADER));
    }

    private static int refused(Runnable work) {
        return assertThrows(Refusal.class, work::run).status();
    }
}
