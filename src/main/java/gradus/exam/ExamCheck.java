package gradus.exam;

import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.format.YamlPlaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with an exam whose file reads: questions that are missing or cannot be drawn, windows, points, leaks. */
public final class ExamCheck {
    /** Finds questions of the exam's course by their ids. */
    @FunctionalInterface
    public interface Questions {
        Optional<Question> find(String id);

        /** Whether there is such a question, which is quicker told than read. */
        default boolean has(String id) {
            return find(id).isPresent();
        }

        /** Those of a course as its files are now. */
        static Questions of(Bank bank, String course) {
            Set<String> ids =
                    bank.questions(course).stream().map(CurrentRevision::id).collect(Collectors.toSet());
            return new Questions() {
                @Override
                public Optional<Question> find(String id) {
                    return bank.current(course, id).map(current -> bank.question(course, current.revision()));
                }

                @Override
                public boolean has(String id) {
                    return ids.contains(id);
                }
            };
        }
    }

    private static final int DRAWS = 3;
    private static final String QUESTIONS = "questions";
    private static final String POLICY = "policy";

    private final Exam exam;
    private final YamlPlaces places;
    private final Questions questions;
    private final Consumer<Problem> found;

    /**
     * A check of an exam.
     *
     * @param yaml the text of its file, which has been read as the exam
     * @param file what problems call the file
     * @param questions finds a question of the course by its id
     * @param found told of each problem as it is found
     */
    public ExamCheck(Exam exam, String yaml, String file, Questions questions, Consumer<Problem> found) {
        this.exam = exam;
        this.places = YamlPlaces.of(yaml, file);
        this.questions = questions;
        this.found = found;
    }

    /** Looks for what keeps the exam from being given at all: missing questions and parameters, and what cannot be drawn. */
    public void canBeGiven() {
        hasQuestions();
        canBeDrawn(DRAWS);
    }

    /** Looks for missing questions and parameters. */
    void hasQuestions() {
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            if (!questions.has(entry.question())) {
                tell(Message.of("exam.no-question", entry.question()), asking(entry));
            } else if (!entry.with().isEmpty()) {
                Question question = questions.find(entry.question()).orElseThrow();
                for (String name : missing(entry, question)) {
                    tell(Message.of("exam.no-parameter", entry.question(), name), entry.path("with", name));
                }
            }
        }
    }

    /** Where the name of an entry's question stands. */
    private static Object[] asking(ExamEntry entry) {
        return entry.pool() == null ? entry.path("question") : entry.path();
    }

    private static List<String> missing(ExamEntry entry, Question question) {
        return entry.with().keySet().stream()
                .filter(name -> !question.params().containsKey(name))
                .toList();
    }

    /** Looks for questions of which one of so many seeds gives no variant. */
    void canBeDrawn(int seeds) {
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Question question = questions.find(entry.question()).orElse(null);
            if (question != null && missing(entry, question).isEmpty()) {
                Message why = whyUndrawable(question, entry.with(), seeds);
                if (why != null) {
                    tell(Message.of("exam.undrawable", entry.question(), why), entry.path());
                }
            }
        }
    }

    private static @Nullable Message whyUndrawable(Question question, Map<String, Value> with, int seeds) {
        try {
            for (long seed = 0; seed < seeds; seed++) {
                Variant.draw(question, seed, with);
            }
            return null;
        } catch (DrawException never) {
            return never.problem();
        }
    }

    /** Looks for what an author will not have meant. */
    public void isMeant() {
        windows();
        points();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < exam.questions().size(); i++) {
            String question = exam.questions().get(i).question();
            if (first.putIfAbsent(question, i) != null) {
                tell(
                        Message.of("exam.question-twice", question),
                        asking(exam.questions().get(i)));
            }
        }
    }

    private void windows() {
        Policy policy = exam.policy();
        if (isEmpty(policy.limits())) {
            tell(Message.of("exam.closes-before-opens"), POLICY, "closes");
        }
        String list = places.has(POLICY, "allowances") ? "allowances" : "exceptions";
        for (int i = 0; i < policy.allowances().size(); i++) {
            Allowance allowance = policy.allowances().get(i);
            boolean own =
                    allowance.limits().opens() != null || allowance.limits().closes() != null;
            if (own && isEmpty(allowance.over(policy.limits()))) {
                tell(Message.of("exam.closes-before-opens"), POLICY, list, i, "closes");
            }
            if (allowance.students().isEmpty() && allowance.sections().isEmpty()) {
                tell(Message.of("exam.allowance-for-nobody"), POLICY, list, i);
            }
        }
        boolean waits = policy.mode() == Mode.TIMED && policy.feedback() == FeedbackTime.AFTER_CLOSE;
        if (waits && policy.limits().closes() == null) {
            tell(Message.of("exam.feedback-never-comes"), POLICY, "feedback");
        }
    }

    private static boolean isEmpty(Limits window) {
        Instant opens = window.opens();
        Instant closes = window.closes();
        return opens != null && closes != null && !closes.isAfter(opens);
    }

    private void points() {
        if (exam.points().signum() == 0) {
            tell(Message.of("exam.no-points"), QUESTIONS);
        }
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Optional<Question> question = questions.find(entry.question());
            boolean lost = entry.points().signum() > 0
                    && question.map(asked -> asked.points().signum() == 0).orElse(false);
            if (lost) {
                tell(Message.of("exam.points-for-nothing", entry.question()), entry.path("points"));
            }
        }
    }

    /** Looks for questions whose keys students can see in practice before this exam, which has dates, is over. */
    public void isNotTold(List<Exam> others) {
        Limits window = exam.policy().limits();
        if (exam.policy().isPractice() || (window.opens() == null && window.closes() == null)) {
            return;
        }
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Question question = questions.find(entry.question()).orElse(null);
            for (Exam other : others) {
                Optional<ExamEntry> practised =
                        isOpenBefore(other, window) ? other.entry(entry.question()) : Optional.empty();
                if (question != null && practised.isPresent()) {
                    List<String> told =
                            told(question, entry.with(), practised.get().with());
                    if (!told.isEmpty()) {
                        tell(
                                Message.of(
                                        "exam.told-in-practice", entry.question(), other.id(), String.join(", ", told)),
                                asking(entry));
                    }
                }
            }
        }
    }

    private static boolean isOpenBefore(Exam other, Limits window) {
        Instant opens = other.policy().limits().opens();
        return other.policy().isPractice()
                && (opens == null || window.closes() == null || opens.isBefore(window.closes()));
    }

    /** The parts whose key is the same in all variants of an exam and of a practice. */
    private static List<String> told(Question question, Map<String, Value> own, Map<String, Value> practised) {
        List<Variant> variants = new ArrayList<>();
        try {
            for (long seed = 0; seed < DRAWS; seed++) {
                variants.add(Variant.draw(question, seed, own));
                variants.add(Variant.draw(question, 1_000 + seed, practised));
            }
        } catch (DrawException never) {
            return List.of();
        }
        return question.parts().stream()
                .filter(part -> isSame(part, variants))
                .map(Part::id)
                .toList();
    }

    private static boolean isSame(Part part, List<Variant> variants) {
        if (part.expect() == null) {
            return part.answer() != null;
        }
        Set<String> keys = new HashSet<>();
        for (Variant variant : variants) {
            try {
                keys.add(part.type().print(variant.key(part), part));
            } catch (ExpressionException failed) {
                return false;
            }
        }
        return keys.size() == 1;
    }

    /** Looks for students and sections that the roster does not know. */
    public void isForKnown(Set<String> students, Set<String> sections) {
        String list = places.has(POLICY, "allowances") ? "allowances" : "exceptions";
        for (int i = 0; i < exam.policy().allowances().size(); i++) {
            Allowance allowance = exam.policy().allowances().get(i);
            for (String student : sorted(allowance.students())) {
                if (!students.contains(student)) {
                    tell(Message.of("exam.unknown-student", student), POLICY, list, i, "students");
                }
            }
            for (String section : sorted(allowance.sections())) {
                if (!sections.contains(section)) {
                    tell(Message.of("exam.unknown-section", section), POLICY, list, i, "sections");
                }
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void tell(Message message, Object... path) {
        found.accept(places.problem(message, path));
    }
}
