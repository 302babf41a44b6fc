package gradus.bank;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The instructors' pages about a course's questions: the list, problems of files, and a preview by seed. */
public final class BankController {
    private static final long LARGEST_SEED = 1L << 31;

    private final Bank bank;
    private final Shelf shelf;
    private final PictureAudience audience;

    public BankController(Bank bank, Shelf shelf, PictureAudience audience) {
        this.bank = bank;
        this.shelf = shelf;
        this.audience = audience;
    }

    /** A row of the list. */
    public record Row(
            String id,
            String title,
            List<String> tags,
            List<String> types,
            List<String> uses,
            @Nullable Instant saved,
            String file,
            List<String> findings) {
        boolean fits(String words, String tag, String type, String use) {
            String all = (id + " " + title + " " + String.join(" ", tags)).toLowerCase(Locale.ROOT);
            return all.contains(words.strip().toLowerCase(Locale.ROOT))
                    && (tag.isEmpty() || tags.contains(tag))
                    && (type.isEmpty() || types.contains(type))
                    && (use.isEmpty() || (use.equals("unused") ? uses.isEmpty() : uses.contains(use)));
        }
    }

    /** A question that is not published yet. */
    public record Draft(String id, String title) {}

    /** A part of a preview with its key and the answers of its known mistakes. */
    public record PartPreview(String type, String points, SafeHtml label, KeyPreview key) {}

    /** {@code GET /courses/{course}/questions}. */
    public void list(Context context) {
        show(context, Form.empty());
    }

    /** The list with what was typed for a new question, and what is wrong with it. */
    public void show(Context context, Form form) {
        Course course = Found.of(context, Standing.class).course();
        Locale language = Language.of(context);
        BankFindings.SoFar findings = bank.findings(course.id());
        Map<String, Instant> saved = shelf.saved(course.id());
        List<Row> rows = rows(course, findings, saved, language);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("course", course);
        model.put("form", form);
        model.put("title", course.title(language));
        Form search = Form.empty();
        for (String field : List.of("words", "tag", "type", "use", "order")) {
            search.with(field, context.queryParam(field));
        }
        model.put("search", search);
        model.put("questions", found(rows, search));
        model.put("empty", rows.isEmpty());
        model.put("tags", named(rows, Row::tags));
        model.put("types", named(rows, Row::types));
        model.put("exams", named(rows, Row::uses));
        model.put("examTitles", shelf.exams(course.id(), language));
        model.put("beginnings", shelf.beginnings());
        model.put(
                "drafts",
                saved.keySet().stream()
                        .filter(id -> rows.stream().noneMatch(row -> row.id().equals(id)))
                        .map(id -> new Draft(id, shelf.title(course.id(), id, language)))
                        .toList());
        model.put("problems", problems(course, Viewer.of(context), language));
        model.put(
                "findings",
                findings.problems().stream()
                        .filter(problem ->
                                rows.stream().noneMatch(row -> row.file().equals(problem.file())))
                        .map((Problem problem) -> problem.in(language))
                        .toList());
        model.put("waiting", findings.waiting());
        model.put(
                "ignored",
                bank.ignored(course.id()).stream()
                        .map(problem -> Message.of("bank.not-read", problem.file(), problem.message())
                                .in(language))
                        .toList());
        context.render("bank/list", model);
    }

    private List<Row> rows(Course course, BankFindings.SoFar findings, Map<String, Instant> saved, Locale language) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<String>> uses = shelf.uses(course.id());
        for (CurrentRevision current : bank.questions(course.id())) {
            Question question = bank.question(course.id(), current.revision());
            rows.add(new Row(
                    current.id(),
                    question.title().in(language),
                    question.tags(),
                    question.parts().stream()
                            .map(part -> part.type().name())
                            .distinct()
                            .toList(),
                    uses.getOrDefault(current.id(), List.of()),
                    saved.get(current.id()),
                    current.file(),
                    said(findings.problems(), current.file(), language)));
        }
        return rows;
    }

    private static List<Row> found(List<Row> rows, Form search) {
        List<Row> found = new ArrayList<>(rows.stream()
                .filter(row ->
                        row.fits(search.text("words"), search.text("tag"), search.text("type"), search.text("use")))
                .toList());
        if (search.text("order").equals("saved")) {
            found.sort(Comparator.comparing(
                    Row::saved,
                    Comparator.nullsLast(Comparator.<Instant>naturalOrder().reversed())));
        }
        return found;
    }

    private static List<String> named(List<Row> rows, Function<Row, List<String>> names) {
        return rows.stream()
                .flatMap(row -> names.apply(row).stream())
                .distinct()
                .sorted()
                .toList();
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
            model.put(
                    "solution",
                    Markdown.html(KeyPreview.solution(variant, language), picture -> pictures(course) + picture));
        } catch (DrawException never) {
            model.put("failure", never.problem().in(language));
        }
        model.put("fresh", context.queryParam("published") != null);
        context.render("bank/preview", model);
    }

    private static PartPreview part(Variant variant, Part part, Locale language) {
        return new PartPreview(
                part.type().name(),
                part.points().toString(),
                Markdown.inline(variant.label(part, language)),
                KeyPreview.of(variant, part, language));
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

    /** {@code GET /courses/{course}/pictures/{name}?at=…}: a picture as it was then, for those who may see its question. */
    public void picture(Context context) {
        String name = context.pathParam("name");
        String course = context.pathParam("course");
        if (!audience.admits(Viewer.of(context), course, name)) {
            throw Refusal.notFound();
        }
        byte[] picture = bank.picture(course, name, PictureAddress.time(context.queryParam("at")))
                .orElseThrow(Refusal::notFound);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        context.contentType(
                        ending.equals("svg")
                                ? "image/svg+xml"
                                : ending.equals("jpg") ? "image/jpeg" : "image/" + ending)
                .header("Cache-Control", "private, max-age=300")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox")
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
