package gradus.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.bank.BankFindings;
import gradus.bank.CurrentRevision;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.format.YamlPlaces;
import gradus.web.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code check} says about the exams of a course, of which the variants are drawn once and not for every page. */
final class ExamFindings {
    /** By the revisions of an exam and of all its questions, as which it can or cannot be given for ever, on any server. */
    private static final Cache<String, List<Problem>> HINDRANCES =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final Bank bank;
    private final Exams exams;
    private final CourseStore courses;

    ExamFindings(Database database, Bank bank, Exams exams) {
        this.bank = bank;
        this.exams = exams;
        this.courses = database.store(CourseStore.class);
    }

    /**
     * An exam with its questions as they are now.
     *
     * @param key differs where the exam or one of its questions does
     */
    private record Looked(String key, CurrentRevision file, Exam exam, String yaml, ExamCheck.Questions questions) {
        ExamCheck check(Consumer<Problem> found) {
            return new ExamCheck(exam, yaml, file.file(), questions, found);
        }
    }

    /** Reads all of it now, as whoever works in the background asks the database for nothing. */
    private Looked looked(String course, CurrentRevision file) {
        Exam exam = exams.exam(course, file.revision());
        Map<String, String> revisions = bank.revisions(course, exam.ids());
        Map<String, Question> questions = new HashMap<>();
        revisions.forEach((id, revision) -> questions.put(id, bank.question(course, revision)));
        return new Looked(
                String.join("/", course, file.file(), Secret.hash(file.revision() + revisions)),
                file,
                exam,
                bank.content(course, file.revision()),
                id -> Optional.ofNullable(questions.get(id)));
    }

    /** Why nobody could begin an exam as its questions are now. */
    List<Problem> hindrances(String course, CurrentRevision file) {
        return hindrances(looked(course, file));
    }

    private static List<Problem> hindrances(Looked looked) {
        return HINDRANCES.get(looked.key(), unknown -> {
            List<Problem> found = new ArrayList<>();
            looked.check(found::add).canBeGiven();
            return List.copyOf(found);
        });
    }

    /** What is odd about the exams of a course, complete or still being worked out. */
    List<CompletableFuture<List<Problem>>> of(String course) {
        List<CurrentRevision> files = exams.current(course);
        List<Exam> all =
                files.stream().map(file -> exams.exam(course, file.revision())).toList();
        String among = "/among/" + Secret.hash(files.toString());
        List<CompletableFuture<List<Problem>>> findings = new ArrayList<>();
        for (CurrentRevision file : files) {
            Looked looked = looked(course, file);
            findings.add(bank.findings().about(looked.key() + among, over -> {
                List<Problem> found = new ArrayList<>(hindrances(looked));
                ExamCheck check = looked.check(found::add);
                check.isMeant();
                check.isNotTold(all);
                return found;
            }));
            findings.add(CompletableFuture.completedFuture(strangers(course, looked)));
            findings.addAll(fixed(looked));
        }
        return findings;
    }

    /** Those who are allowed something and whom the roster does not know. */
    private List<Problem> strangers(String course, Looked looked) {
        List<Problem> found = new ArrayList<>();
        if (!looked.exam().policy().allowances().isEmpty()) {
            List<CourseStore.Member> roster = courses.members(course);
            looked.check(found::add)
                    .isForKnown(
                            known(roster, CourseStore.Member::studentNumber),
                            known(roster, CourseStore.Member::section));
        }
        return found;
    }

    /** Everything of one kind that the roster says of its members. */
    private static Set<String> known(
            List<CourseStore.Member> roster, Function<CourseStore.Member, @Nullable String> said) {
        return roster.stream().map(said).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** What the variants of the questions show whose parameters the exam fixes. */
    private List<CompletableFuture<List<Problem>>> fixed(Looked looked) {
        List<CompletableFuture<List<Problem>>> findings = new ArrayList<>();
        for (int i = 0; i < looked.exam().questions().size(); i++) {
            ExamEntry entry = looked.exam().questions().get(i);
            Question question = looked.questions().find(entry.question()).orElse(null);
            if (question != null && !entry.with().isEmpty()) {
                findings.add(bank.findings().about(looked.key() + "/" + i, over -> {
                    YamlPlaces places =
                            YamlPlaces.of(looked.yaml(), looked.file().file());
                    return QuestionCheck.of(question, entry.with(), BankFindings.VARIANTS, never -> {}, over)
                            .problems()
                            .stream()
                            .map(problem -> places.problem(
                                    Message.of("exam.entry", entry.question(), problem.message()), entry.path()))
                            .toList();
                }));
            }
        }
        return findings;
    }
}
