package gradus.practice;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Submissions;
import gradus.attempt.sitting.ExamCard;
import gradus.attempt.sitting.StartController;
import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.bank.QuestionTitles;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.Show;
import gradus.message.Message;
import gradus.practice.Habits.Habit;
import gradus.practice.Progress.Known;
import gradus.web.Language;
import gradus.web.PageZone;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The home page: what Gradus is, one question at once, the exams, what one knows by now and what is due again. */
public final class HomeController {
    private static final int MOST_ATTEMPTS_SHOWN = 100;
    private static final int MOST_DUE = 4;
    private static final int MOST_RUNNING = 6;

    private final Attempts attempts;
    private final Submissions submissions;
    private final Bank bank;
    private final QuestionTitles titles;
    private final Exams exams;
    private final CourseStore courses;
    private final StartController starts;
    private final PractisedStore practised;
    private final Habits habits;
    private final Taster taster;
    private final Clock clock;

    public HomeController(
            Attempts attempts,
            Submissions submissions,
            Bank bank,
            Exams exams,
            Database database,
            StartController starts,
            Clock clock) {
        this.attempts = attempts;
        this.submissions = submissions;
        this.bank = bank;
        this.titles = new QuestionTitles(bank);
        this.exams = exams;
        this.courses = database.store(CourseStore.class);
        this.starts = starts;
        this.practised = database.store(PractisedStore.class);
        this.habits = new Habits(practised, attempts);
        this.taster = new Taster(bank, exams);
        this.clock = clock;
    }

    /** An attempt in the list of one's own. */
    public record Mine(
            String title, String url, int number, Instant started, boolean running, boolean practice, String score) {}

    /**
     * A question to practise again.
     *
     * @param url where a press of its button goes
     * @param level how well it is known
     */
    public record Again(String url, String question, String title, String level) {}

    /** A wrong procedure used more than once, and the question to lose it on. */
    public record HabitView(SafeHtml say, int times, int of, Again again) {}

    /** An exam with its card. */
    private record Offer(PublishedExam exam, ExamCard card) {
        boolean isOpen() {
            return card.door().phase().equals("open");
        }

        boolean isPractice() {
            return card.rules().practice();
        }

        String url() {
            return card.url() + "/practice";
        }
    }

    /** {@code GET /}. */
    public void home(Context context) {
        Viewer viewer = Viewer.of(context);
        Locale language = Language.of(context);
        List<Offer> offers = offers(viewer, language);
        List<Offer> practice = offers.stream()
                .filter(offer -> offer.isOpen() && offer.isPractice())
                .toList();
        List<Mine> mine = viewer.known() ? mine(viewer.person(), language) : List.of();
        Progress progress = progress(context, viewer);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "exams",
                offers.stream()
                        .filter(offer -> offer.isOpen() && !offer.isPractice())
                        .map(Offer::card)
                        .toList());
        model.put(
                "topics",
                practice.stream()
                        .map(offer -> Topic.of(offer.card(), offer.exam(), progress))
                        .toList());
        model.put(
                "later",
                offers.stream()
                        .map(Offer::card)
                        .filter(card -> card.door().phase().equals("before"))
                        .toList());
        model.put("mine", mine);
        model.put("running", running(mine));
        model.put("claimable", claimable(viewer));
        model.put("studied", viewer.known() ? CourseStore.studied(courses, viewer.person(), language) : Map.of());
        model.put("isNew", mine.isEmpty());
        model.put(
                "taster",
                mine.isEmpty()
                        ? taster.in(practice.stream().map(Offer::exam).toList(), clock.instant(), language)
                        : null);
        model.put("due", due(progress, practice, language));
        model.put("habits", viewer.known() ? habits(viewer.person(), practice, progress, language) : List.of());
        model.put("math", true);
        context.render("attempt/home", model);
    }

    private List<Offer> offers(Viewer viewer, Locale language) {
        List<Offer> offers = new ArrayList<>();
        for (Course course : courses.openCourses()) {
            for (PublishedExam offered : exams.of(course.id())) {
                offers.add(new Offer(offered, starts.card(viewer, course, offered, language)));
            }
        }
        return offers;
    }

    /** What a viewer knows by now, from practice and from the exams whose results they may see. */
    private Progress progress(Context context, Viewer viewer) {
        if (!viewer.known()) {
            return new Progress(List.of(), PageZone.of(context));
        }
        List<Reached> tried = new ArrayList<>(practised.checked(viewer.person()));
        List<Reached> ended = practised.ended(viewer.person());
        if (!ended.isEmpty()) {
            List<UUID> told = attempts.of(viewer.person()).stream()
                    .filter(attempt -> !attempt.isSetAside() && isTold(attempt, attempts.exam(attempt)))
                    .map(Attempt::id)
                    .toList();
            ended.stream().filter(one -> told.contains(one.attempt())).forEach(tried::add);
        }
        return new Progress(tried, PageZone.of(context));
    }

    /** Whether the student of an attempt may see its score. */
    private boolean isTold(Attempt attempt, PublishedExam exam) {
        return !attempt.isRunning()
                && exam.exam().policy().show().contains(Show.SCORE)
                && attempts.schedule(attempt, exam).showsFeedback(clock.instant());
    }

    private List<Again> due(Progress progress, List<Offer> practice, Locale language) {
        return progress.due(clock.instant()).stream()
                .map(known -> again(known, practice, progress, language))
                .flatMap(Optional::stream)
                .limit(MOST_DUE)
                .toList();
    }

    private List<HabitView> habits(UUID person, List<Offer> practice, Progress progress, Locale language) {
        List<HabitView> views = new ArrayList<>();
        for (Habit habit : habits.of(person, language)) {
            again(new Known(habit.course(), habit.question()), practice, progress, language)
                    .ifPresent(again -> views.add(new HabitView(habit.say(), habit.times(), habit.of(), again)));
        }
        return views;
    }

    /** Where a question can be practised, with new numbers if anywhere; empty where no open practice asks it. */
    private Optional<Again> again(Known known, List<Offer> practice, Progress progress, Locale language) {
        Comparator<Offer> drawn = Comparator.comparing(offer -> offer.exam().exam().entry(known.question()).stream()
                .anyMatch(entry -> !entry.with().isEmpty()));
        return practice.stream()
                .filter(offer -> offer.exam().course().equals(known.course())
                        && offer.exam().exam().entry(known.question()).isPresent())
                .min(drawn)
                .map(offer -> new Again(
                        offer.url(),
                        known.question(),
                        titles.of(offer.exam().course(), known.question(), language),
                        progress.level(known.course(), known.question()).word()));
    }

    private List<Mine> mine(UUID person, Locale language) {
        List<Mine> mine = new ArrayList<>();
        for (Attempt attempt :
                attempts.of(person).stream().limit(MOST_ATTEMPTS_SHOWN).toList()) {
            PublishedExam offered = attempts.exam(attempt);
            Exam exam = offered.exam();
            String score = isTold(attempt, offered)
                    ? submissions
                            .grading(attempt)
                            .map(grading -> grading.told(exam.policy(), language))
                            .orElse("")
                    : "";
            String setAside = "attempt.counts-as-" + attempt.standing().name().toLowerCase(Locale.ROOT);
            mine.add(new Mine(
                    exam.title().in(language),
                    attempt.url(),
                    attempt.number(),
                    attempt.started(),
                    attempt.isRunning(),
                    exam.policy().isPractice(),
                    attempt.isSetAside() ? Message.of(setAside).in(language) : score));
        }
        return mine;
    }

    /** What can be gone on with: exams, whose time runs, before practice, and of either the newest first. */
    private static List<Mine> running(List<Mine> mine) {
        return mine.stream()
                .filter(Mine::running)
                .sorted(Comparator.comparing(Mine::practice))
                .limit(MOST_RUNNING)
                .toList();
    }

    private int claimable(Viewer viewer) {
        UUID guest = viewer.formerGuest();
        return guest == null ? 0 : attempts.of(guest).size();
    }

    /** {@code GET /courses/{course}/exams/{exam}}: rules, time and points of an exam, and the questions of practice. */
    public void card(Context context) {
        PublishedExam offered = starts.offered(context);
        Map<String, Object> more = new HashMap<>();
        if (offered.exam().policy().isPractice()) {
            more.put("questions", questions(context, offered));
        }
        starts.card(context, offered, more);
    }

    /** A question of practice in the list of its exam. */
    public record QuestionLine(String label, String question, String title, String level) {}

    private List<QuestionLine> questions(Context context, PublishedExam offered) {
        Progress progress = progress(context, Viewer.of(context));
        Map<String, String> titles = new HashMap<>();
        for (CurrentRevision current : bank.questions(offered.course())) {
            if (offered.exam().entry(current.id()).isPresent()) {
                titles.put(
                        current.id(),
                        bank.question(offered.course(), current.revision())
                                .title()
                                .in(Language.of(context)));
            }
        }
        return offered.exam().questions().stream()
                .map(entry -> line(offered, entry, titles, progress))
                .toList();
    }

    private static QuestionLine line(
            PublishedExam offered, ExamEntry entry, Map<String, String> titles, Progress progress) {
        return new QuestionLine(
                entry.label(),
                entry.question(),
                titles.getOrDefault(entry.question(), entry.question()),
                progress.level(offered.course(), entry.question()).word());
    }
}
