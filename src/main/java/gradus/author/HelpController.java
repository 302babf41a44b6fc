package gradus.author;

import gradus.account.Viewer;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.expression.function.LibraryFunction;
import gradus.expression.read.Engine;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.file.QuestionFile;
import gradus.web.Form;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Help that is read off what the program does: the functions from their declarations, the formats from files that tests check. */
public final class HelpController {
    private static final int LONGEST = 2_000;
    private static final String EXAM = """
            id: midterm
            title: {ko: 중간고사, en: Midterm}
            policy:
              mode: timed                             # or practice
              opens: 2026-12-01T09:00+09:00
              closes: 2026-12-01T11:00+09:00
              minutes: 75
              attempts: 1
              feedback: after-close                   # at-once, after-submit, after-close, never
              show: [score, verdicts, messages, keys, solutions]
              allowances:
                - {students: ['20261234'], factor: 1.5}
            questions:
              - {question: conv-corr-valid, points: 10, label: '1'}
              - {question: activations, points: 10, label: '2', with: {a: 3}}   # fixed numbers
              # a section begins; each attempt is asked 2 of these 3 questions, each worth 5 points
              - {section: {ko: 선택, en: Chosen}, choose: 2, of: [bias-variance, lenet-parameters, dropout], points: 5}
            """;

    private final Access access;
    private final CourseStore courses;
    private final Exams exams;
    private final Clock clock;
    private final Map<Locale, List<Explained>> explained = new ConcurrentHashMap<>();

    public HelpController(Access access, CourseStore courses, Exams exams, Clock clock) {
        this.access = access;
        this.courses = courses;
        this.exams = exams;
        this.clock = clock;
    }

    /** A file that help shows. */
    public record Shown(String name, String text) {}

    /** {@code GET /help/functions?try=…}: all functions of the language, and a box to try them in. */
    public void functions(Context context) {
        Locale language = Language.of(context);
        boolean box = hasBox(context);
        String tried = context.queryParam("try");
        Map<String, Object> model = new HashMap<>();
        model.put(
                "functions",
                explained.computeIfAbsent(
                        language,
                        asked -> Engine.library().functions().stream()
                                .map(function -> Explained.of(function, asked))
                                .toList()));
        model.put("box", box);
        model.put("math", true);
        model.put("tried", tried == null || !box ? "" : tried);
        model.put("value", tried == null || !box || tried.isBlank() ? "" : answer(tried, language));
        context.render("author/functions", model);
    }

    /** While a timed exam is under way the box is for staff alone: it would compute answers, also for who has signed out. */
    private boolean hasBox(Context context) {
        Instant now = clock.instant();
        return !access.staffCourses(Viewer.of(context)).isEmpty()
                || courses.ids().stream()
                        .flatMap(course -> exams.of(course).stream())
                        .noneMatch(exam -> exam.isUnderWay(now));
    }

    private static String answer(String tried, Locale language) {
        if (tried.length() > LONGEST) {
            return Message.of("author.try-long").in(language);
        }
        try {
            return Printing.plain(Explained.value(tried));
        } catch (ExpressionException wrong) {
            return wrong.problem().in(language);
        }
    }

    /** {@code GET /help/questions}: the format of questions by examples. */
    public void questions(Context context) {
        show(
                context,
                "questions",
                FieldHelp.ofQuestions(QuestionFile.schema()),
                Beginnings.EXAMPLES.stream()
                        .map(name -> new Shown(name, Beginnings.example(name, name)))
                        .toList());
    }

    private static void show(Context context, String what, List<FieldHelp.Group> fields, List<Shown> files) {
        Function<FieldHelp, SafeHtml> about =
                field -> Markdown.inline(field.say().in(Language.of(context)));
        context.render("author/help", Map.of("what", what, "fields", fields, "about", about, "files", files));
    }

    /** {@code GET /help/exams}: the format of exams by an example. */
    public void exams(Context context) {
        show(context, "exams", FieldHelp.ofExams(ExamFile.schema()), List.of(new Shown("", EXAM)));
    }

    /** {@code GET /help/components}: what pages are made of, each piece as it looks. */
    public void components(Context context) {
        context.render("attempt/components", Map.of("form", Form.empty(), "math", true));
    }

    /** {@code GET /schema/exam.json}. */
    public void examSchema(Context context) {
        context.json(ExamFile.schema());
    }

    /** {@code GET /schema/functions.json}: every function with its parameters, for editors. */
    public void functionSchema(Context context) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (LibraryFunction function : Engine.library().functions()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", function.name());
            one.put("signature", function.signature());
            one.put(
                    "parameters",
                    function.parameters().stream()
                            .map(parameter -> parameter.name())
                            .toList());
            one.putAll(Languages.each(function.words()));
            all.add(one);
        }
        context.json(Map.of("functions", all));
    }
}
