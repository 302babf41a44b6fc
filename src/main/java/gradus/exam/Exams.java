package gradus.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CurrentRevision;
import gradus.database.Database;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.QuestionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The exams of all courses, by revision like questions, and what instructors say about their being open. */
public final class Exams {
    private final Database database;
    private final ExamStore store;
    private final Bank bank;
    private final Clock clock;
    private final Cache<String, Exam> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build();

    public Exams(Database database, Bank bank, Clock clock) {
        this.database = database;
        this.store = database.store(ExamStore.class);
        this.bank = bank;
        this.clock = clock;
        bank.listen(this::take);
    }

    private List<Problem> take(BankFile file) {
        try {
            Exam exam = ExamFile.read(file.content(), file.name());
            List<Problem> missing = missingQuestions(exam, file);
            if (missing.isEmpty()) {
                String revision = bank.keep(file);
                parsed.put(file.course() + "/" + revision, exam);
                renew(file.course(), exam.id(), revision, file.path());
            }
            return missing;
        } catch (QuestionException broken) {
            return broken.problems();
        }
    }

    private List<Problem> missingQuestions(Exam exam, BankFile file) {
        List<Problem> missing = new ArrayList<>();
        for (ExamEntry entry : exam.questions()) {
            Optional<CurrentRevision> current = bank.current(file.course(), entry.question());
            if (current.isEmpty()) {
                missing.add(new Problem(file.path(), 1, 1, Message.of("exam.no-question", entry.question())));
                continue;
            }
            var params = bank.question(file.course(), current.get().revision()).params();
            for (String name : entry.with().keySet()) {
                if (!params.containsKey(name)) {
                    missing.add(
                            new Problem(file.path(), 1, 1, Message.of("exam.no-parameter", entry.question(), name)));
                }
            }
        }
        return missing;
    }

    private void renew(String course, String id, String revision, String path) {
        CurrentRevision now = new CurrentRevision(id, revision, path);
        if (store.exam(course, id).filter(now::equals).isPresent()) {
            return;
        }
        boolean stored;
        do {
            stored = database.insertOnce(ExamStore.class, inside -> {
                if (inside.renew(course, id, revision, path) == 0) {
                    inside.add(course, id, revision, path);
                }
            });
        } while (!stored);
    }

    /** All exams of a course, by id. */
    public List<PublishedExam> of(String course) {
        return store.exams(course).stream()
                .map(current -> offered(course, current))
                .toList();
    }

    public Optional<PublishedExam> find(String course, String id) {
        return store.exam(course, id).map(current -> offered(course, current));
    }

    /**
     * The exam of an attempt: the questions as a revision has them, under the policy and the instructor's word of today, so
     * that who is given more time has it at once, and nobody sees a grading while another still sits.
     */
    public PublishedExam begun(String course, String id, String revision) {
        PublishedExam today = find(course, id).orElseThrow(() -> new IllegalStateException("no exam " + id));
        Exam asBegun = exam(course, revision).under(today.exam().policy());
        return new PublishedExam(course, revision, asBegun, today.control());
    }

    private PublishedExam offered(String course, CurrentRevision current) {
        return new PublishedExam(
                course,
                current.revision(),
                exam(course, current.revision()),
                store.control(course, current.id()).orElse(ManualOpening.NONE));
    }

    /** An exam as a revision of its file has it. */
    public Exam exam(String course, String revision) {
        return parsed.get(course + "/" + revision, hash -> ExamFile.read(bank.content(course, revision), revision));
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
        boolean stored;
        do {
            stored = database.insertOnce(
                    ExamStore.class,
                    inside -> inside.addControl(
                            course, exam, inside.lastControl(course, exam) + 1, state, clock.instant(), by));
        } while (!stored);
    }
}
