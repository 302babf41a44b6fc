package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.account.Accounts;
import gradus.account.Viewer;
import gradus.database.Database;
import gradus.database.DatabaseTest;
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

    @DatabaseTest
    void aRoleHoldsInItsCourseOnlyAndIncludesTheLesserOnes(Database database) {
        Access access = new Access(database.store(CourseStore.class));
        Viewer student = member(database, "student", Role.STUDENT);
        Viewer grader = member(database, "grader", Role.GRADER);
        Viewer instructor = member(database, "instructor", Role.INSTRUCTOR);
        assertTrue(access.belongsTo(student, COURSE));
        assertFalse(access.grades(student, COURSE));
        assertTrue(access.grades(grader, COURSE));
        assertFalse(access.teaches(grader, COURSE));
        assertTrue(access.teaches(instructor, COURSE) && access.grades(instructor, COURSE));
        assertFalse(access.teaches(instructor, "another-course"));
        assertEquals(List.of(new CourseStore.Held(COURSE, Role.GRADER)), access.staffCourses(grader));
        assertEquals(List.of(), access.staffCourses(student));
    }

    @DatabaseTest
    void anAdminTeachesEverywhereAndNobodyAndGuestsNowhere(Database database) {
        Access access = new Access(database.store(CourseStore.class));
        Viewer admin = new Viewer(UUID.randomUUID(), "root", false, true, null);
        Viewer guest = new Viewer(UUID.randomUUID(), "", true, false, null);
        assertTrue(access.teaches(admin, COURSE));
        assertEquals(1, access.staffCourses(admin).size());
        for (Viewer viewer : List.of(guest, Viewer.NOBODY)) {
            assertFalse(access.belongsTo(viewer, COURSE));
            assertEquals(List.of(), access.staffCourses(viewer));
            assertEquals(404, refused(() -> access.requireTeaching(viewer, COURSE)));
            assertEquals(404, refused(() -> access.requireAdmin(viewer)));
        }
    }

    @DatabaseTest
    void whatBelongsToAnotherIsNotThere(Database database) {
        Access access = new Access(database.store(CourseStore.class));
        Viewer owner = member(database, "owner", Role.STUDENT);
        Viewer other = member(database, "other", Role.STUDENT);
        Viewer grader = member(database, "grader", Role.GRADER);
        access.requireOwner(owner, owner.person());
        access.requireOwnerOrGrading(grader, owner.person(), COURSE);
        assertEquals(404, refused(() -> access.requireOwner(other, owner.person())));
        assertEquals(404, refused(() -> access.requireOwner(grader, owner.person())));
        assertEquals(404, refused(() -> access.requireOwnerOrGrading(other, owner.person(), COURSE)));
    }

    @DatabaseTest
    void aRoleCanChangeAndEnd(Database database) {
        CourseStore courses = database.save(CourseStore.class);
        Access access = new Access(courses);
        Viewer viewer = member(database, "kim", Role.STUDENT);
        assertEquals(1, courses.changeRole(COURSE, viewer.person(), Role.GRADER));
        assertTrue(access.grades(viewer, COURSE));
        assertEquals(1, courses.leave(COURSE, viewer.person()));
        assertFalse(access.belongsTo(viewer, COURSE));
        assertEquals(0, courses.changeRole(COURSE, viewer.person(), Role.GRADER));
    }

    private static int refused(Runnable work) {
        return assertThrows(Refusal.class, work::run).status();
    }
}
