package gradus.attempt.invigilation;

import gradus.attempt.Attempts;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.database.Database;
import gradus.exam.Candidate;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.Variants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Draws the questions of timed exams that are about to open, as many as the course has students. */
public final class Preparation {
    private static final Duration AHEAD = Duration.ofMinutes(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final CourseStore courses;
    private final Exams exams;
    private final Attempts attempts;
    private final Clock clock;

    public Preparation(Database database, Exams exams, Attempts attempts, Clock clock) {
        this.courses = database.store(CourseStore.class);
        this.exams = exams;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Draws for a second for each exam that opens soon. */
    public void run() {
        for (Course course : courses.openCourses()) {
            for (PublishedExam exam : exams.of(course.id())) {
                if (opensSoon(exam)) {
                    attempts.prepare(exam, students(course), AT_ONCE);
                }
            }
        }
    }

    private boolean opensSoon(PublishedExam exam) {
        Instant opens = exam.schedule(Candidate.GUEST).limits().opens();
        Instant now = clock.instant();
        return !exam.exam().policy().isPractice()
                && exam.exam().policy().variants() == Variants.PER_ATTEMPT
                && opens != null
                && now.isAfter(opens.minus(AHEAD))
                && now.isBefore(opens);
    }

    private int students(Course course) {
        return (int) courses.members(course.id()).stream()
                .filter(member -> member.role() == Role.STUDENT)
                .count();
    }
}
