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
import java.util.LinkedHashMap;
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
    /** By the revisions of exams and questions that were looked at, of which the same is said for ever, on any server. */
    private static final Cache<String, List<Problem>> SAID =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private final Bank bank;
    private final Exams exams;
    private final CourseStore courses;

    ExamFindings(Database database, Bank bank, Exams exams) {
        this.bank = bank;
        this.exams = exams;
        this.courses = database.store(CourseStore.class);
    }

    /** An exam with its questions as they are now. */
    private record Looked(String course, CurrentRevision file, Exam exam, String yaml, Map<String, String> revisions) {
        ExamCheck check(ExamCheck.Questions questions, Consumer<Problem> found) {
            return new ExamCheck(exam, yaml, file.file(), questions, found);
        }

        String key() {
            return String.join("/", course, file.file(), Secret.hash(file.revision() + revisions));
        }
    }

    private Looked looked(String course, CurrentRevision file) {
        Exam exam = exams.exam(course, file.revision());
        return new Looked(
                course, file, exam, bank.content(course, file.revision()), bank.revisions(course, exam.ids()));
    }

    /** Its questions, read now, as whoever works in the background asks the database for nothing. */
    private ExamCheck.Questions questions(Looked looked) {
        Map<String, Question> questions = new LinkedHashMap<>();
        looked.revisions().forEach((id, revision) -> questions.put(id, bank.question(looked.course(), revision)));
        return id -> Optional.ofNullable(questions.get(id));
    }

    /** Why nobody could begin an exam as its questions are now. */
    List<Problem> hindrances(String course, CurrentRevision file) {
        Looked looked = looked(course, file);
        return hindrances(looked, questions(looked));
    }

    private static List<Problem> hindrances(Looked looked, ExamCheck.Questions questions) {
        return said(looked, questions, "", ExamCheck::canBeGiven);
    }

    private static List<Problem> said(
            Looked looked, ExamCheck.Questions questions, String others, Consumer<ExamCheck> look) {
        return SAID.get(looked.key() + others, unknown -> {
            List<Problem> found = new ArrayList<>();
            look.accept(looked.check(questions, found::add));
            return List.copyOf(found);
        });
    }

    /** What is odd about the exams of a course, complete or still being worked out. */
    List<CompletableFuture<List<Problem>>> of(String course) {
        List<CurrentRevision> files = exams.current(course);
        List<Exam> all =
                files.stream().map(file -> exams.exam(course, file.revision())).toList();
        List<CourseStore.Member> roster = courses.members(course);
        List<CompletableFuture<List<Problem>>> findings = new ArrayList<>();
        for (CurrentRevision file : files) {
            Looked looked = looked(course, file);
            ExamCheck.Questions questions = questions(looked);
            String others = "/among/" + Secret.hash(files.toString());
            findings.add(bank.findings().about(looked.key() + others, over -> {
                List<Problem> found = new ArrayList<>(hindrances(looked, questions));
                found.addAll(said(looked, questions, others, check -> {
                    check.isMeant();
                    check.isNotTold(all);
                }));
                return found;
            }));
            findings.add(CompletableFuture.completedFuture(strangers(looked, questions, roster)));
            findings.addAll(fixed(looked, questions));
        }
        return findings;
    }

    /** Those who are allowed something and whom the roster does not know. */
    private static List<Problem> strangers(
            Looked looked, ExamCheck.Questions questions, List<CourseStore.Member> roster) {
        List<Problem> found = new ArrayList<>();
        if (!looked.exam().policy().allowances().isEmpty()) {
            looked.check(questions, found::add)
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
    private List<CompletableFuture<List<Problem>>> fixed(Looked looked, ExamCheck.Questions questions) {
        List<CompletableFuture<List<Problem>>> findings = new ArrayList<>();
        YamlPlaces places = YamlPlaces.of(looked.yaml(), looked.file().file());
        for (int i = 0; i < looked.exam().questions().size(); i++) {
            ExamEntry entry = looked.exam().questions().get(i);
            Question question = questions.find(entry.question()).orElse(null);
            if (question != null && !entry.with().isEmpty()) {
                findings.add(bank.findings()
                        .about(
                                looked.key() + "/" + i,
                                over -> QuestionCheck.of(
                                                question, entry.with(), BankFindings.VARIANTS, never -> {}, over)
                                        .problems()
                                        .stream()
                                        .map(problem -> places.problem(
                                                Message.of("exam.entry", entry.question(), problem.message()),
                                                entry.path()))
                                        .toList()));
            }
        }
        return findings;
    }
}
