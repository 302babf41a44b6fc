package gradus.author;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.account.Viewer;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.json.Json;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.ValueJson;
import gradus.question.Variant;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.PageZone;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages on which an exam is composed: its questions in order, its policy field by field or as text, and publishing it. */
public final class ExamEditorController {
    private static final List<String> POLICY =
            List.of("mode", "minutes", "opens", "closes", "attempts", "feedback", "tries", "code");

    private final Writings writings;
    private final Bank bank;
    private final Exams exams;
    private final CourseStore courses;

    public ExamEditorController(Writings writings, Bank bank, Exams exams, CourseStore courses) {
        this.writings = writings;
        this.bank = bank;
        this.exams = exams;
        this.courses = courses;
    }

    /** {@code GET /courses/{course}/exam-drafts}: which exams are being written, and beginning another. */
    public void list(Context context) {
        Course course = Found.of(context, Standing.class).course();
        List<String> published = exams.of(course.id()).stream()
                .map(offered -> offered.exam().id())
                .toList();
        context.render(
                "author/exams",
                Map.of(
                        "course",
                        course,
                        "title",
                        course.title(Language.of(context)),
                        "published",
                        published,
                        "drafts",
                        writings.saved(Kind.EXAM, course.id()).keySet().stream()
                                .filter(id -> !published.contains(id))
                                .toList()));
    }

    /** {@code POST /courses/{course}/exam-drafts}: a new exam, empty or a copy. */
    public void create(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = Form.of(context, "id", "from");
        String id = form.text("id").strip();
        if (!EditorController.isId(id)) {
            throw Refusal.badRequest(Message.of("author.id-unfit"));
        }
        if (writings.last(Kind.EXAM, course.id(), id).isPresent()) {
            throw Refusal.conflict(Message.of("author.id-taken", id));
        }
        String from = form.text("from");
        String text = from.isEmpty()
                ? new ExamDraft(Map.of("en", id), Map.of("mode", "practice"), List.of()).yaml(id)
                : Beginnings.renamed(
                        writings.text(
                                course.id(),
                                writings.last(Kind.EXAM, course.id(), from).orElseThrow(Refusal::notFound)),
                        id);
        writings.save(Kind.EXAM, course.id(), id, text, 0, Viewer.of(context).person());
        context.redirect(url(course, id));
    }

    private static String url(Course course, String id) {
        return "/courses/" + course.id() + "/exams/" + id + "/text";
    }

    private Writing last(Context context, Course course) {
        return writings.last(Kind.EXAM, course.id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    /** {@code GET /courses/{course}/exams/{exam}/text}. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Writing last = last(context, course);
        render(context, course, writings.text(course.id(), last), last.seq(), last);
    }

    /** {@code POST /courses/{course}/exams/{exam}/text}: changes the form as its button says, or saves. */
    public void write(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("exam");
        Writing last = last(context, course);
        Form form = Form.of(context, "do", "base", "text");
        String action = form.text("do");
        long base = EditorController.number(form.text("base"));
        String text = action.endsWith("-text")
                ? form.text("text").replace("\r\n", "\n")
                : changed(context, course, action).yaml(id);
        if (!action.startsWith("save")) {
            render(context, course, text, base, last);
        } else if (writings.save(
                Kind.EXAM, course.id(), id, text, base, Viewer.of(context).person())) {
            context.redirect(url(course, id) + "?saved=true");
        } else {
            render(context.status(409), course, text, base, last(context, course));
        }
    }

    private ExamDraft changed(Context context, Course course, String action) {
        ExamDraft draft = sent(context, course);
        if (action.startsWith("fix:")) {
            return fixed(course, draft, action);
        }
        String added = Form.of(context, "add").text("add");
        if (action.equals("add") && !added.isEmpty()) {
            List<ExamDraft.Entry> more = new ArrayList<>(draft.entries());
            more.add(new ExamDraft.Entry(added, "10", "", ""));
            return new ExamDraft(draft.title(), draft.policy(), more);
        }
        return draft.after(action);
    }

    /** What the form holds, over what of the policy it has no fields for. */
    private ExamDraft sent(Context context, Course course) {
        Form form = Form.of(context, "text");
        Map<String, Object> policy = new LinkedHashMap<>(
                ExamDraft.of(form.text("text")).map(ExamDraft::policy).orElse(Map.of()));
        ZoneId zone = zone(course);
        for (String field : POLICY) {
            String typed =
                    Form.of(context, "policy." + field).text("policy." + field).strip();
            if (typed.isEmpty()) {
                policy.remove(field);
            } else if (field.equals("opens") || field.equals("closes")) {
                policy.put(field, ExamDraft.offset(typed, zone));
            } else {
                policy.put(
                        field,
                        typed.matches("[0-9]{1,6}") && !field.equals("code") ? (Object) Integer.valueOf(typed) : typed);
            }
        }
        Map<String, Object> title = new LinkedHashMap<>();
        for (Locale language : Languages.spoken()) {
            String field = "title." + language.getLanguage();
            String typed = Form.of(context, field).text(field).strip();
            if (!typed.isEmpty()) {
                title.put(language.getLanguage(), typed);
            }
        }
        List<String> questions = context.formParams("question");
        List<ExamDraft.Entry> entries = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            entries.add(new ExamDraft.Entry(
                    questions.get(i),
                    at(context.formParams("points"), i),
                    at(context.formParams("label"), i),
                    at(context.formParams("with"), i)));
        }
        return new ExamDraft(title, policy, entries);
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private ZoneId zone(Course course) {
        return courses.zone(course.id()).flatMap(PageZone::named).orElse(ZoneId.systemDefault());
    }

    /** The numbers of one variant, fixed for this exam. */
    private ExamDraft fixed(Course course, ExamDraft draft, String action) {
        int at = (int) EditorController.number(action.substring("fix:".length()));
        if (at >= draft.entries().size()) {
            return draft;
        }
        ExamDraft.Entry entry = draft.entries().get(at);
        Optional<Question> question = question(course, entry.question());
        List<ExamDraft.Entry> entries = new ArrayList<>(draft.entries());
        question.ifPresent(asked -> {
            try {
                ObjectNode numbers = Json.object();
                Variant.draw(asked, entries.hashCode() & 0xffff)
                        .params()
                        .forEach((name, drawn) -> numbers.set(name, ValueJson.of(drawn)));
                entries.set(at, ExamDraft.with(entry, numbers.toString()));
            } catch (DrawException never) {
                throw Refusal.conflict(Message.of("author.publish-errors"));
            }
        });
        return new ExamDraft(draft.title(), draft.policy(), entries);
    }

    private Optional<Question> question(Course course, String id) {
        return bank.current(course.id(), id).map(current -> bank.question(course.id(), current.revision()));
    }

    private CheckedExam check(Course course, String id, String text) {
        return CheckedExam.of(course.id(), id, text, name -> question(course, name), exams);
    }

    private void render(Context context, Course course, String text, long base, Writing last) {
        Locale language = Language.of(context);
        String id = context.pathParam("exam");
        CheckedExam checked = check(course, id, text);
        Optional<ExamDraft> draft = ExamDraft.of(text);
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(language));
        model.put("id", id);
        model.put("text", text);
        model.put("base", base);
        model.put("last", last);
        model.put("stale", base != last.seq());
        model.put(
                "difference",
                base == last.seq()
                        ? List.of()
                        : Difference.of(text, writings.text(course.id(), last)).lines());
        model.put("saved", context.queryParam("saved") != null);
        model.put("draft", draft.orElse(null));
        model.put("zone", zone(course));
        model.put("languages", Languages.spoken());
        model.put("errors", CheckedExam.said(checked.errors(), language));
        model.put("warnings", CheckedExam.said(checked.warnings(), language));
        model.put("unsaved", !writings.text(course.id(), last).equals(text));
        model.put("published", published(course, id).equals(last.revision()));
        model.put(
                "questions",
                bank.questions(course.id()).stream().map(CurrentRevision::id).toList());
        context.render("author/exam", model);
    }

    private String published(Course course, String id) {
        return exams.current(course.id(), id).map(CurrentRevision::revision).orElse("");
    }

    /** {@code POST /courses/{course}/exams/{exam}/publication}: puts the last saved text in force. */
    public void publish(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("exam");
        Writing last = last(context, course);
        Form form = Form.of(context, "seq", "confirmed");
        if (!form.text("seq").equals(Long.toString(last.seq()))) {
            throw Refusal.conflict(Message.of("author.saved-meanwhile"));
        }
        String text = writings.text(course.id(), last);
        CheckedExam checked = check(course, id, text);
        if (!checked.errors().isEmpty()) {
            throw Refusal.conflict(Message.of("author.exam-errors"));
        }
        if (!checked.warnings().isEmpty() && !form.text("confirmed").equals("true")) {
            throw Refusal.conflict(Message.of("author.exam-warnings"));
        }
        exams.publish(course.id(), ExamFile.read(text, id + ".yaml"), text);
        context.redirect("/courses/" + course.id() + "/exams#" + id);
    }
}
