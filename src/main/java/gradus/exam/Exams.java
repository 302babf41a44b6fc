package gradus.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CurrentRevision;
import gradus.bank.Publication;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.question.Problem;
import gradus.question.QuestionException;
import gradus.web.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The exams of all courses, by revision like questions, and what instructors say about their being open. */
public final class Exams implements Bank.Listener {
    private final Database database;
    private final ExamStore store;
    private final CourseStore courses;
    private final Allowances allowances;
    private final Bank bank;
    private final Clock clock;
    private final InvigilationStore invigilation;
    private final List<TimesListener> listeners = new CopyOnWriteArrayList<>();
    private final Cache<String, Exam> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final ExamFindings findings;

    public Exams(Database database, Bank bank, Clock clock) {
        this.database = database;
        this.store = database.store(ExamStore.class);
        this.courses = database.store(CourseStore.class);
        this.allowances = new Allowances(database);
        this.bank = bank;
        this.invigilation = database.store(InvigilationStore.class);
        this.clock = clock;
        this.findings = new ExamFindings(database, bank, this);
        bank.listen(this);
    }

    @Override
    public List<Problem> take(BankFile file) {
        try {
            Exam exam = ExamFile.read(file.content(), file.name());
            List<Problem> wrong = new ArrayList<>();
            ExamCheck check = new ExamCheck(
                    exam, file.content(), file.path(), ExamCheck.Questions.of(bank, file.course()), wrong::add);
            check.hasQuestions();
            if (wrong.isEmpty() && !isCurrent(file, exam)) {
                check.canBeDrawn(1);
            }
            if (wrong.isEmpty()) {
                String revision = bank.keep(file);
                parsed.put(file.course() + "/" + revision, exam);
                takeIn(file, exam, revision);
            }
            return wrong;
        } catch (QuestionException broken) {
            return broken.problems();
        }
    }

    /** Whether this is the file that was taken in before, when what can be drawn was looked at. */
    private boolean isCurrent(BankFile file, Exam exam) {
        String hash = Secret.hash(file.content());
        return store.taken(file.course(), exam.id())
                .filter(current -> current.revision().equals(hash))
                .isPresent();
    }

    /** Why nobody could begin an exam as its questions are now; empty where it can be given. */
    public List<Problem> hindrances(PublishedExam offered) {
        String id = offered.exam().id();
        return findings.hindrances(
                offered.course(), current(offered.course(), id).orElseThrow());
    }

    @Override
    public List<CompletableFuture<List<Problem>>> findings(String course) {
        return findings.of(course);
    }

    private void takeIn(BankFile file, Exam exam, String revision) {
        CurrentRevision now = new CurrentRevision(exam.id(), revision, file.path());
        if (store.taken(file.course(), exam.id()).filter(now::equals).isEmpty()) {
            renew(file.course(), exam.id(), revision, file.path());
            database.save(ExamStore.class).take(file.course(), exam.id(), revision);
        }
    }

    /** The current revision of an exam and its file. */
    public Optional<CurrentRevision> current(String course, String id) {
        return store.exam(course, id);
    }

    /** The current revisions of all exams of a course. */
    public List<CurrentRevision> current(String course) {
        return store.exams(course);
    }

    /** Makes a text the current revision of its exam, and writes it to the course's folder where it has one. */
    public void publish(String course, Exam exam, String text) {
        String path = current(course, exam.id()).map(CurrentRevision::file).orElse(exam.id() + ".yaml");
        String revision = bank.keep(new BankFile(course, path, text));
        boolean isNew = current(course, exam.id()).isEmpty();
        renew(course, exam.id(), revision, path);
        if (new Publication(database, bank).write(course, path, text) || isNew) {
            database.save(ExamStore.class).take(course, exam.id(), revision);
        }
    }

    private void renew(String course, String id, String revision, String path) {
        database.insertNext(ExamStore.class, inside -> {
            if (inside.renew(course, id, revision, path) == 0) {
                inside.add(course, id, revision, path);
            }
        });
        changed(course, id, null);
    }

    /** All exams of a course, by id. */
    public List<PublishedExam> of(String course) {
        return of(course, exam -> true);
    }

    /** The exams of a course whose file is as is asked, by id. */
    public List<PublishedExam> of(String course, Predicate<Exam> meant) {
        return store.said(course).stream()
                .filter(said -> meant.test(exam(course, said.current().revision())))
                .map(said -> offered(course, said))
                .toList();
    }

    /** The exam of practice in which anybody can work on a question now, with new numbers if any has them. */
    public Optional<PublishedExam> practice(String course, String question) {
        Instant now = clock.instant();
        return of(
                        course,
                        exam -> exam.policy().isPractice()
                                && exam.entry(question).isPresent())
                .stream()
                .filter(offered -> offered.schedule(Candidate.GUEST).phase(now) == Schedule.Phase.OPEN)
                .min(Comparator.comparing(offered -> offered.exam().entry(question).stream()
                        .anyMatch(entry -> !entry.with().isEmpty())));
    }

    public Optional<PublishedExam> find(String course, String id) {
        return store.said(course, id).map(said -> offered(course, said));
    }

    /**
     * The exam of an attempt: the questions as a revision has them, under the policy and the instructor's word of today, so
     * that who is given more time has it at once, and nobody sees a grading while another still sits.
     */
    public PublishedExam begun(String course, String id, String revision) {
        PublishedExam today = find(course, id).orElseThrow(() -> new IllegalStateException("no exam " + id));
        Exam asBegun = exam(course, revision).under(today.exam().policy());
        return new PublishedExam(course, revision, asBegun, today.control(), today.pauses(), today.release());
    }

    private PublishedExam offered(String course, ExamStore.Said said) {
        CurrentRevision current = said.current();
        Exam filed = exam(course, current.revision());
        List<Allowance> own = said.allowed() ? allowances.of(course, current.id()) : List.of();
        return new PublishedExam(
                course,
                current.revision(),
                own.isEmpty() ? filed : filed.under(filed.policy().with(own)),
                said.control(),
                said.paused() ? Pauses.of(invigilation.pauses(course, current.id())) : Pauses.NONE,
                said.release() == null ? Release.BY_FILE : said.release());
    }

    /**
     * How an exam stands for a person, with the allowances that its file and the staff give them as the roster knows them: the
     * one place where anybody learns of a person's limits.
     */
    public Schedule schedule(PublishedExam exam, @Nullable UUID person) {
        boolean alike = exam.exam().policy().allowances().isEmpty();
        return exam.schedule(
                alike || person == null
                        ? Candidate.GUEST
                        : courses.seat(exam.course(), person)
                                .map(seat -> new Candidate(person, seat.studentNumber(), seat.section()))
                                .orElse(Candidate.GUEST));
    }

    /** An exam as a revision of its file has it. */
    public Exam exam(String course, String revision) {
        return parsed.get(course + "/" + revision, hash -> ExamFile.read(bank.content(course, revision), revision));
    }

    /** How many sit an exam now. */
    public long sitting(String course, String exam) {
        return store.sitting(course, exam);
    }

    /** Lets students begin an exam from now on, whatever its file says. */
    public void open(String course, String exam, UUID by) {
        set(course, exam, ManualOpening.State.OPEN, by);
    }

    /** Ends an exam for everybody, whatever its file says. */
    public void close(String course, String exam, UUID by) {
        set(course, exam, ManualOpening.State.CLOSED, by);
    }

    /** Opens and closes an exam as its file says again. */
    public void leaveToFile(String course, String exam, UUID by) {
        set(course, exam, ManualOpening.State.BY_FILE, by);
    }

    private void set(String course, String exam, ManualOpening.State state, UUID by) {
        database.insertNext(
                ExamStore.class,
                inside -> inside.addControl(
                        course, exam, inside.lastControl(course, exam) + 1, state, clock.instant(), by));
        changed(course, exam, by);
    }

    /** Says whether the results of an exam are shown to those who sat it. */
    public void release(String course, String exam, Release release, UUID by) {
        database.insertNext(
                ExamStore.class,
                inside -> inside.addRelease(
                        course, exam, inside.lastRelease(course, exam) + 1, release, clock.instant(), by));
    }

    public void listen(TimesListener listener) {
        listeners.add(listener);
    }

    /** Says that the roster of a course has changed, and with it perhaps the times that some have. */
    public void rosterChanged(String course) {
        store.exams(course).forEach(exam -> changed(course, exam.id(), null));
    }

    /** Says that the times of an exam may have changed. */
    public void changed(String course, String exam, @Nullable UUID by) {
        find(course, exam).ifPresent(found -> listeners.forEach(listener -> listener.changed(found, by)));
    }
}
