package gradus.bank;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instructors' pages about a course's questions: the list, problems of files, and a preview by seed. */
public final class BankController {
    private static final long LARGEST_SEED = 1L << 31;

    private final Bank bank;
    private final PictureAudience audience;

    public BankController(Bank bank, PictureAudience audience) {
        this.bank = bank;
        this.audience = audience;
    }

    /** A row of the list. */
    public record Row(String id, String title, String tags, int parts, String file, List<String> findings) {}

    /** A part of a preview with its key and the answers of its known mistakes. */
    public record PartPreview(
            String id,
            String type,
            String points,
            SafeHtml label,
            @Nullable SafeHtml key,
            List<MistakePreview> mistakes) {}

    /** A known mistake in a preview. */
    public record MistakePreview(String id, SafeHtml gives, SafeHtml says) {}

    /** {@code GET /courses/{course}/questions}. */
    public void list(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Locale language = Language.of(context);
        BankFindings.SoFar findings = bank.findings(course.id());
        List<Row> rows = new ArrayList<>();
        for (CurrentRevision current : bank.questions(course.id())) {
            Question question = bank.question(course.id(), current.revision());
            rows.add(new Row(
                    current.id(),
                    question.title().in(language),
                    String.join(", ", question.tags()),
                    question.parts().size(),
                    current.file(),
                    said(findings.problems(), current.file(), language)));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("course", course);
        model.put("title", course.title(language));
        model.put("questions", rows);
        model.put("problems", problems(course, Viewer.of(context), language));
        model.put(
                "findings",
                findings.problems().stream()
                        .filter(problem ->
                                rows.stream().noneMatch(row -> row.file().equals(problem.file())))
                        .map((Problem problem) -> problem.in(language))
                        .toList());
        model.put("waiting", findings.waiting());
        context.render("bank/list", model);
    }

    /** The problems that keep files from being read; admins also see those of folders that belong to no course. */
    private List<String> problems(Course course, Viewer viewer, Locale language) {
        List<Problem> problems = new ArrayList<>(bank.problems(course.id()));
        if (viewer.admin()) {
            problems.addAll(bank.problemsOfNoCourse());
        }
        return problems.stream().map(problem -> problem.in(language)).toList();
    }

    private static List<String> said(List<Problem> findings, String file, Locale language) {
        return findings.stream()
                .filter(problem -> problem.file().equals(file))
                .map(problem -> problem.line() + ":" + problem.column() + ": "
                        + problem.message().in(language))
                .toList();
    }

    /** {@code POST /courses/{course}/questions/reload}: reads the folders again. */
    public void reload(Context context) {
        Course course = Found.of(context, Standing.class).course();
        bank.load();
        context.redirect("/courses/" + course.id() + "/questions");
    }

    /** {@code GET /courses/{course}/questions/{question}?seed=…}: a variant with keys and mistakes. */
    public void preview(Context context) {
        Course course = Found.of(context, Standing.class).course();
        CurrentRevision current =
                bank.current(course.id(), context.pathParam("question")).orElseThrow(Refusal::notFound);
        Question question = bank.question(course.id(), current.revision());
        Locale language = Language.of(context);
        long seed = seed(context.queryParam("seed"));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("course", course);
        model.put("question", question.id());
        model.put("title", question.title().in(language));
        model.put("seed", seed);
        model.put("next", (seed + 1) % LARGEST_SEED);
        model.put("math", true);
        BankFindings.SoFar findings = bank.findings(course.id(), current);
        model.put("file", current.file());
        model.put("findings", said(findings.problems(), current.file(), language));
        model.put("waiting", findings.waiting());
        try {
            Variant variant = Variant.draw(question, seed);
            model.put("prompt", Markdown.html(variant.prompt(language), picture -> pictures(course) + picture));
            model.put(
                    "parts",
                    question.parts().stream()
                            .map(part -> part(variant, part, language))
                            .toList());
            model.put("solution", Markdown.html(solution(variant, language), picture -> pictures(course) + picture));
        } catch (DrawException never) {
            model.put("failure", never.problem().in(language));
        }
        context.render("bank/preview", model);
    }

    private static String solution(Variant variant, Locale language) {
        try {
            return variant.solution(language);
        } catch (ExpressionException broken) {
            return Message.of("bank.cannot-compute", broken.problem()).in(language);
        }
    }

    private static PartPreview part(Variant variant, Part part, Locale language) {
        List<MistakePreview> mistakes = new ArrayList<>();
        SafeHtml key = null;
        if (part.expect() != null) {
            try {
                key = Markdown.inline(part.type().displayKey(variant.key(part), part));
                for (Variant.Wrong wrong : variant.mistakes(part)) {
                    mistakes.add(new MistakePreview(
                            wrong.mistake().id(),
                            Markdown.inline(part.type().displayKey(wrong.answer(), part)),
                            Markdown.inline(variant.fill(wrong.mistake().say(), language))));
                }
            } catch (ExpressionException broken) {
                key = Markdown.inline(
                        Message.of("bank.cannot-compute", broken.problem()).in(language));
            }
        } else if (part.answer() != null) {
            key = Markdown.inline(variant.fill(part.answer(), language));
        }
        return new PartPreview(
                part.id(),
                part.type().name(),
                part.points().toString(),
                Markdown.inline(variant.label(part, language)),
                key,
                mistakes);
    }

    private static long seed(@Nullable String text) {
        try {
            return text == null ? 1 : Math.floorMod(Long.parseLong(text.strip()), LARGEST_SEED);
        } catch (NumberFormatException noNumber) {
            throw Refusal.badRequest(Message.of("bank.seed-no-number"));
        }
    }

    /** {@code GET /schema/question.json}: JSON Schema of question files, for editors. */
    public void schema(Context context) {
        context.json(QuestionFile.schema());
    }

    /** {@code GET /courses/{course}/pictures/{name}}: a picture from the folder of a question's file, for those who may see its question. */
    public void picture(Context context) {
        String name = context.pathParam("name");
        String course = context.pathParam("course");
        if (!audience.admits(Viewer.of(context), course, name)) {
            throw Refusal.notFound();
        }
        byte[] picture = bank.picture(course, name).orElseThrow(Refusal::notFound);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        context.contentType(
                        ending.equals("svg")
                                ? "image/svg+xml"
                                : ending.equals("jpg") ? "image/jpeg" : "image/" + ending)
                .header("Cache-Control", "private, max-age=300")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .result(picture);
    }

    /** The address prefix of a course's pictures. */
    public static String pictures(Course course) {
        return pictures(course.id());
    }

    /** The address prefix of a course's pictures. */
    public static String pictures(String course) {
        return "/courses/" + course + "/pictures/";
    }
}
