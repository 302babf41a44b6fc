package gradus.attempt.sitting;

import gradus.account.Viewer;
import gradus.attempt.AskedQuestion;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.bank.Bank;
import gradus.bank.PictureAudience;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.exam.PublishedExam;
import gradus.question.Hint;
import gradus.question.Question;
import gradus.question.Text;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * Who may see a picture: the staff of its course, and whoever was asked a question that shows it. One that stands in a solution
 * or a hint alone is seen together with the grading.
 */
public final class PictureAccess implements PictureAudience {
    private final Access access;
    private final CourseStore courses;
    private final Attempts attempts;
    private final Bank bank;
    private final Clock clock;

    public PictureAccess(Access access, CourseStore courses, Attempts attempts, Bank bank, Clock clock) {
        this.access = access;
        this.courses = courses;
        this.attempts = attempts;
        this.bank = bank;
        this.clock = clock;
    }

    @Override
    public boolean admits(Viewer viewer, String course, String picture) {
        boolean staff = courses.course(course)
                .map(known -> access.standing(viewer, known).atLeast(Role.GRADER))
                .orElse(false);
        return staff
                || (viewer.known()
                        && attempts.of(viewer.person()).stream()
                                .filter(attempt -> attempt.course().equals(course))
                                .anyMatch(attempt -> shows(attempt, picture)));
    }

    private boolean shows(Attempt attempt, String picture) {
        return attempts.asked(attempt).stream()
                .map(AskedQuestion::revision)
                .distinct()
                .anyMatch(revision -> shows(attempt, revision, picture));
    }

    private boolean shows(Attempt attempt, String revision, String picture) {
        String mark = "(" + picture;
        int everywhere = count(bank.content(attempt.course(), revision), mark);
        return everywhere > 0
                && (everywhere > inSecret(bank.question(attempt.course(), revision), mark) || isTold(attempt));
    }

    /** How often it stands in texts that are not shown while a timed exam runs. */
    private static int inSecret(Question question, String mark) {
        Text solution = question.solution();
        return Stream.concat(
                        solution == null ? Stream.of() : Stream.of(solution),
                        question.hints().stream().map(Hint::say))
                .flatMap(text -> text.byLanguage().values().stream())
                .mapToInt(text -> count(text, mark))
                .sum();
    }

    private static int count(String text, String mark) {
        return (text.length() - text.replace(mark, "").length()) / mark.length();
    }

    /** Whether the solutions of an attempt may be seen: in practice at any time. */
    private boolean isTold(Attempt attempt) {
        PublishedExam exam = attempts.exam(attempt);
        return exam.exam().policy().isPractice()
                || (!attempt.isRunning() && attempts.schedule(attempt, exam).showsFeedback(clock.instant()));
    }
}
