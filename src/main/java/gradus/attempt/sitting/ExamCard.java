package gradus.attempt.sitting;

import gradus.attempt.Attempt;
import gradus.exam.Admittance;
import gradus.exam.Exam;
import gradus.exam.Limits;
import gradus.exam.OpenTo;
import gradus.exam.PublishedExam;
import gradus.exam.Schedule;
import gradus.maths.Decimals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exam as somebody sees it who may sit it. */
public record ExamCard(String courseTitle, String url, String title, RulesView rules, DoorView door) {
    /**
     * What holds for everybody, with a student's own allowances.
     *
     * @param attemptsLeft null for no limit
     * @param forAnyone whether one need not be on the roster
     */
    public record RulesView(
            boolean practice,
            int questions,
            String points,
            @Nullable Duration time,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Integer attemptsLeft,
            String feedback,
            boolean forAnyone) {}

    /**
     * Whether and how one gets in.
     *
     * @param phase {@code before}, {@code open} or {@code after}
     * @param running the address of the attempt that runs; null where none does
     * @param ended the address of the attempt that ended last; null where none has
     * @param guestName whether somebody without an account may begin, and is asked for a name
     * @param signInFirst whether one must sign in to begin
     * @param rosterOnly whether it is for students on the roster and the viewer is not one of them
     * @param tryOut whether the viewer is staff, whose attempt would enter no results
     */
    public record DoorView(
            String phase,
            boolean mayStart,
            @Nullable String running,
            @Nullable String ended,
            boolean guestName,
            boolean signInFirst,
            boolean rosterOnly,
            boolean tryOut) {}

    /** Whether it is for students on a roster, among whom the viewer is not, or is not known to be. */
    public boolean isForOthers() {
        return door.rosterOnly() || (door.signInFirst() && !rules.forAnyone());
    }

    /** Whether all attempts are used up, so that only a result is left to look at. */
    public boolean isUsedUp() {
        Integer left = rules.attemptsLeft();
        return left != null && left == 0 && door.running() == null && !door.mayStart();
    }

    /** Who looks at the card. */
    record Comer(boolean known, boolean signedIn, Admittance admittance) {}

    static ExamCard of(
            PublishedExam offered,
            String courseTitle,
            Schedule schedule,
            List<Attempt> begun,
            Comer comer,
            Instant now,
            Locale language) {
        Exam exam = offered.exam();
        Limits limits = schedule.limits();
        Optional<Attempt> running = begun.stream().filter(Attempt::isRunning).findFirst();
        boolean practice = exam.policy().isPractice();
        boolean signInFirst = !practice && !comer.signedIn();
        RulesView rules = new RulesView(
                practice,
                exam.asked(),
                Decimals.text(exam.points()),
                limits.minutes() == null ? null : Duration.ofMinutes(limits.minutes()),
                limits.opens(),
                limits.closes(),
                schedule.attemptsLeft(begun.size()),
                exam.policy().feedback().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                exam.policy().openTo() == OpenTo.ANYONE);
        DoorView door = new DoorView(
                schedule.phase(now).name().toLowerCase(Locale.ROOT),
                running.isEmpty()
                        && (signInFirst
                                ? schedule.mayStart(now, 0)
                                : comer.admittance().mayStart(schedule, now, begun.size())),
                running.map(Attempt::url).orElse(null),
                begun.stream()
                        .filter(attempt -> !attempt.isRunning())
                        .map(Attempt::url)
                        .findFirst()
                        .orElse(null),
                practice && !comer.known(),
                signInFirst,
                !signInFirst && comer.admittance() == Admittance.NOT_ON_ROSTER,
                comer.admittance() == Admittance.TRY_OUT);
        return new ExamCard(
                courseTitle,
                "/courses/" + offered.course() + "/exams/" + exam.id(),
                exam.title().in(language),
                rules,
                door);
    }
}
