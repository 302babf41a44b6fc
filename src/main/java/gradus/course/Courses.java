package gradus.course;

import gradus.database.Database;
import gradus.question.Text;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Courses as they are made, changed, copied, put away and deleted. */
public final class Courses {
    /** Small letters, digits and single dashes between them, as it stands in addresses and names its folder. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private static final int LONGEST_ID = 64;

    private final Database database;
    private final CourseStore courses;
    private final Clock clock;

    public Courses(Database database, Clock clock) {
        this.database = database;
        this.courses = database.store(CourseStore.class);
        this.clock = clock;
    }

    public static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /**
     * Makes a course; false where there is one of this id.
     *
     * @param folder where its files stand on the server; null for none
     * @param teacher its first instructor; null for none
     */
    public boolean add(Course course, String zone, @Nullable String folder, @Nullable UUID teacher) {
        return database.insertOnce(CourseStore.class, store -> {
            store.addCourse(course.id(), zone, folder);
            addTitles(store, course);
            if (teacher != null) {
                store.enrol(course.id(), teacher, Role.INSTRUCTOR, clock.instant());
            }
        });
    }

    private static void addTitles(CourseStore store, Course course) {
        course.title().byLanguage().forEach((language, title) -> store.addTitle(course.id(), language, title));
    }

    /** Gives a course other titles and another zone. */
    public void change(String course, Map<String, String> titles, String zone) {
        database.<CourseStore, Integer>save(CourseStore.class, store -> {
            store.dropTitles(course);
            addTitles(store, new Course(course, new Text(titles)));
            return store.changeZone(course, zone);
        });
    }

    /** Lets the files of a course stand in this folder; null for none. */
    public void changeFolder(String course, @Nullable String folder) {
        database.save(CourseStore.class).changeFolder(course, folder);
    }

    /** Puts a course away, so that nobody begins an exam of it, or fetches it back. */
    public void archive(String course, boolean away) {
        database.save(CourseStore.class).archive(course, away ? clock.instant() : null);
    }

    public boolean isArchived(String course) {
        return courses.archived().contains(course);
    }

    /** A new course with the same questions and exams and nobody but its teacher; false where there is one of this id. */
    public boolean copy(String from, Course copy, UUID teacher) {
        String zone = courses.zone(from).orElseThrow();
        return database.insertOnce(CourseContentStore.class, content -> {
            content.addCourse(copy.id(), zone);
            copy.title().byLanguage().forEach((language, title) -> content.addTitle(copy.id(), language, title));
            content.enrol(copy.id(), teacher, clock.instant());
            content.copyRevisions(from, copy.id());
            content.copyPictures(from, copy.id());
            content.copyQuestions(from, copy.id());
            content.copyExams(from, copy.id());
        });
    }

    /** Deletes a course with all of its texts and its roster; false where somebody has begun an exam of it. */
    public boolean delete(String course) {
        return database.<CourseContentStore, Boolean>save(CourseContentStore.class, content -> {
            if (content.attempts(course) > 0) {
                return false;
            }
            content.delete(course);
            return true;
        });
    }
}
