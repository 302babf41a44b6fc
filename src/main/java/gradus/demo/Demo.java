package gradus.demo;

import gradus.account.Accounts;
import gradus.attempt.Answers;
import gradus.attempt.Answers.Typed;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Deadlines;
import gradus.attempt.Grading;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.bank.Bank;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Courses;
import gradus.course.Particulars;
import gradus.course.Role;
import gradus.database.Database;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.grading.Verdict;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Text;
import gradus.web.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;

/** The course of examples: a class of thirty with two past exams, graded by the grader itself, and texts that wait. */
public final class Demo {
    public static final String COURSE = "demo";

    /** The page that leads through it. */
    public static final String TOUR = "/courses/" + COURSE + "/tour";

    static final String FINAL = "demo-final";

    private static final String SHIPPED = "deep-learning";
    private static final String TEACHER = "demo-teacher";
    private static final int TEXTS_LEFT = 3;
    private static final Duration TEN_IN_SEOUL = Duration.ofHours(1);
    private static final Duration LENGTH = Duration.ofMinutes(90);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx").withZone(ZoneOffset.UTC);
    private static final long SEED = 20_261_127;

    private final Database database;
    private final Bank bank;
    private final Exams exams;
    private final Clock clock;
    private final Accounts accounts;

    public Demo(Database database, Bank bank, Exams exams, Clock clock) {
        this.database = database;
        this.bank = bank;
        this.exams = exams;
        this.clock = clock;
        this.accounts = new Accounts(database, clock);
    }

    /** Fills the course, unless it is there already; gives the path of a link that signs its teacher in once. */
    public String fill() {
        CourseStore courses = database.store(CourseStore.class);
        if (courses.course(COURSE).isEmpty()) {
            UUID teacher = accounts.add(TEACHER, "이선생 (Lee)", false).orElseThrow();
            Text title = new Text(Map.of("ko", "예시 강좌: 딥러닝", "en", "Example course: deep learning"));
            new Courses(database, clock)
                    .add(new Course(COURSE, title), courses.zone(SHIPPED).orElse("Asia/Seoul"), null, teacher);
            database.<DemoStore, Boolean>save(DemoStore.class, store -> {
                store.takeRevisions(SHIPPED, COURSE);
                store.takeQuestions(SHIPPED, COURSE);
                store.takePictures(SHIPPED, COURSE);
                return true;
            });
            List<UUID> students = enrol();
            publish("practice", clock.instant(), clock.instant());
            sit("midterm", students, teacher, clock.instant().minus(Duration.ofDays(21)), 0);
            List<Attempt> last = sit("final", students, teacher, clock.instant().minus(Duration.ofDays(2)), TEXTS_LEFT);
            complain(last.get(0), teacher);
        }
        UUID teacher = courses.members(COURSE).stream()
                .filter(member -> member.login().equals(TEACHER))
                .map(CourseStore.Member::person)
                .findFirst()
                .orElseThrow();
        return "/welcome/" + accounts.invite(teacher) + "?back=" + TOUR;
    }

    /** What an invited person is told of the courses that wait for them: for the teacher of this one, what is in it and how it goes. */
    public static List<Message> welcome(CourseStore courses, UUID person) {
        List<Message> told = new ArrayList<>(CourseStore.places(courses, person));
        if (courses.rolesOf(person).stream().anyMatch(held -> held.course().equals(COURSE))) {
            told.add(Message.of("demo.welcome"));
        }
        return told;
    }

    /** A student reports a fault in a question, and another asks for another look at a score. */
    private void complain(Attempt attempt, UUID teacher) {
        Instant now = clock.instant();
        database.<DemoStore, Boolean>save(DemoStore.class, store -> {
            store.report(
                    COURSE,
                    UUID.randomUUID(),
                    attempt.id(),
                    "λ/2로 나누지 않은 식도 맞는 것 아닌가요? / Is the form without ½ not right as well?",
                    now);
            store.openRequests(COURSE, FINAL, now.plus(Duration.ofDays(7)), now, teacher);
            store.ask(
                    COURSE,
                    FINAL,
                    UUID.randomUUID(),
                    "이유까지 썼는데 점수를 받지 못했습니다. 다시 확인해 주십시오. / I gave the reason as well; please look again.",
                    now);
            return true;
        });
    }

    private List<UUID> enrol() {
        List<UUID> students = new ArrayList<>();
        for (String name : resource("students.txt").lines().toList()) {
            int number = students.size() + 1;
            UUID student = accounts.add(String.format("demo-%02d", number), name, false)
                    .orElseThrow();
            CourseStore courses = database.save(CourseStore.class);
            courses.enrol(COURSE, student, Role.STUDENT, clock.instant());
            String section = number % 2 == 0 ? "B" : "A";
            courses.describe(
                    COURSE, student, new Particulars("2026" + (1000 + number), name, section, null, null, null));
            students.add(student);
        }
        return students;
    }

    private PublishedExam publish(String name, Instant opens, Instant closes) {
        String text =
                resource(name + ".yaml").replace("OPENS", TIME.format(opens)).replace("CLOSES", TIME.format(closes));
        exams.publish(COURSE, ExamFile.read(text, "demo-" + name + ".yaml"), text);
        return exams.find(COURSE, "demo-" + name).orElseThrow();
    }

    /**
     * Lets all sit an exam that opened then; texts are graded, but for so many. It stays open until the last has submitted, so that
     * nothing ends their attempts by today's clock, and has closed at its hour afterwards.
     */
    private List<Attempt> sit(String name, List<UUID> students, UUID teacher, Instant started, int left) {
        Instant opens = started.truncatedTo(ChronoUnit.DAYS).plus(TEN_IN_SEOUL);
        PublishedExam exam = publish(name, opens, clock.instant().plus(Duration.ofDays(1)));
        SetClock then = new SetClock(opens);
        Attempts attempts = new Attempts(database, bank, exams, then);
        Answers answers = new Answers(database, attempts);
        Submissions submissions = new Submissions(database, attempts, new Deadlines(database, attempts, then), then);
        Random random = new Random(SEED);
        List<Attempt> sat = new ArrayList<>();
        for (int i = 0; i < students.size(); i++) {
            double skill = Math.min(0.97, Math.max(0.3, 0.66 + 0.18 * random.nextGaussian()));
            if (random.nextInt(15) == 0) {
                continue; // who was away
            }
            Hand hand = new Hand(SEED + i, skill, i < 21 ? Locale.KOREAN : Locale.ENGLISH);
            then.set(opens.plusSeconds(random.nextInt(240)));
            Attempt attempt = attempts.start(students.get(i), exam);
            Instant written = then.instant().plus(Duration.ofMinutes(35 + random.nextInt(30)));
            answer(answers, attempts.sitting(attempt), hand, then, written);
            then.set(then.instant().plusSeconds(60 + random.nextInt(1200)));
            submissions.submit(attempts.sitting(attempt));
            Attempt ended = attempts.find(attempt.id()).orElseThrow();
            sat.add(ended);
            if (i < students.size() - left) {
                grade(attempts.sitting(ended), submissions, hand, teacher);
            }
        }
        close(publish(name, opens, opens.plus(LENGTH)), opens.plus(LENGTH));
        return sat;
    }

    private void close(PublishedExam exam, Instant closed) {
        String id = exam.exam().id();
        Instant takesUntil = exams.schedule(exam, null).takesUntil(closed);
        database.<DemoStore, Boolean>save(DemoStore.class, store -> {
            store.endAt(COURSE, id, closed, takesUntil);
            store.tellEnd(COURSE, id, closed);
            return true;
        });
    }

    /** Answers one question after the other, each in its time, until then. */
    private static void answer(Answers answers, Sitting sitting, Hand hand, SetClock then, Instant until) {
        int left = sitting.current().size();
        for (QuestionInAttempt asked : sitting.current()) {
            Duration share = Duration.between(then.instant(), until).dividedBy(left);
            left--;
            double pace = left == 0 ? 1 : hand.pace();
            then.set(then.instant().plusMillis((long) (pace * share.toMillis())));
            List<Typed> typed = typed(asked, hand);
            if (!typed.isEmpty()) {
                answers.save(sitting.attempt(), typed, new Arrival(then.instant(), "demo", ""));
            }
        }
    }

    private static List<Typed> typed(QuestionInAttempt asked, Hand hand) {
        List<Typed> typed = new ArrayList<>();
        for (Part part : asked.question().parts()) {
            String text = part.work() ? "" : hand.answer(asked, part);
            if (!text.isBlank()) {
                typed.add(new Typed(asked.key(part), text, 0L));
            }
        }
        return typed;
    }

    /** Gives the texts of an attempt their scores, as a grader who ticks the rubric. */
    private static void grade(Sitting sitting, Submissions submissions, Hand hand, UUID teacher) {
        List<PartScore> given = new ArrayList<>();
        for (QuestionInAttempt asked : sitting.current()) {
            for (Part part : asked.question().parts()) {
                if (part.isGradedByPerson() && !part.work()) {
                    List<String> ticked = hand.ticked(asked.variant(), part, asked.text(part));
                    BigFraction score = asked.byRubric(part, ticked);
                    Verdict verdict = score.signum() == 0
                            ? Verdict.INCORRECT
                            : score.equals(asked.points(part)) ? Verdict.CORRECT : Verdict.PARTIAL;
                    given.add(new PartScore(
                            0,
                            asked.key(part),
                            asked.row().revision(),
                            verdict.word(),
                            score,
                            asked.points(part),
                            null,
                            String.join(",", ticked),
                            null,
                            null));
                }
            }
        }
        if (!given.isEmpty()) {
            submissions.add(sitting.attempt(), Grading.Kind.PERSON, teacher, given);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
