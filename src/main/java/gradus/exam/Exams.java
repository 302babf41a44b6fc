package gradus.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CurrentRevision;
import gradus.database.Database;
import gradus.database.Duplicate;
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
    private final ExamStore store;
    private final Bank bank;
    private final Clock clock;
    private final Cache<String, Exam> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build();

    public Exams(Database database, Bank bank, Clock clock) {
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
        if (store.renew(course, id, revision, path) == 0
                && !Duplicate.insertOnce(() -> store.add(course, id, revision, path))) {
            store.renew(course, id, revision, path);
        }
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

    /** An instructor opens or closes an exam, or leaves it to its file again. */
    public void say(String course, String exam, ManualOpening.State state, UUID by) {
        long last;
        do {
            last = store.lastControl(course, exam);
        } while (!added(course, exam, last + 1, state, by));
    }

    private boolean added(String course, String exam, long seq, ManualOpening.State state, UUID by) {
        return Duplicate.insertOnce(() -> store.addControl(course, exam, seq, state, clock.instant(), by));
    }
}
