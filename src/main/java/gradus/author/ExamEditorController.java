package gradus.author;

import gradus.account.Viewer;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.Question;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.PageZone;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages on which an exam is composed: its questions in order, its policy field by field or as text, and publishing it. */
public final class ExamEditorController {
    private static final String FOUND = "found-questions";
    private static final String ADDED = "added-question";
    private static final String UNSEEN = "unseen-warnings";
    private static final int MOST_FOUND = 30;

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
        list(context, Form.empty());
    }

    private void list(Context context, Form form) {
        Course course = Found.of(context, Standing.class).course();
        context.render(
                "author/exams",
                Map.of(
                        "course",
                        course,
                        "title",
                        course.title(Language.of(context)),
                        "form",
                        form,
                        "exams",
                        written(course, Language.of(context))));
    }

    /** An exam that is being written or is published. */
    public record Named(String id, String title, boolean published) {}

    /** All exams of a course, those that nobody can sit yet first. */
    private List<Named> written(Course course, Locale language) {
        List<Named> published = exams.of(course.id()).stream()
                .map(offered ->
                        new Named(offered.exam().id(), offered.exam().title().in(language), true))
                .toList();
        Stream<Named> drafts = writings.saved(Kind.EXAM, course.id()).keySet().stream()
                .filter(id -> published.stream().noneMatch(one -> one.id().equals(id)))
                .map(id -> new Named(id, writings.title(Kind.EXAM, course.id(), id, language), false));
        return Stream.concat(drafts, published.stream()).toList();
    }

    /** {@code POST /courses/{course}/exam-drafts}: a new exam, empty or a copy. */
    public void create(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = Form.of(context, "id", "from");
        String id = form.text("id").strip();
        EditorController.nameIsFree(form, writings, Kind.EXAM, course.id());
        if (!form.isGood()) {
            list(context.status(422), form);
            return;
        }
        String from = form.text("from");
        String text = from.isEmpty()
                ? new ExamDraft(Map.of(Language.of(context).getLanguage(), id), Map.of("mode", "practice"), List.of())
                        .yaml(id)
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
        ExamForm sent = new ExamForm(context::formParams, zone(course));
        List<Hit> found = action.equals("add") ? find(course, sent.sought(), Language.of(context)) : List.of();
        // a name in full, or words that only one question has, need no second press
        String pressed = action.equals("add") && found.size() == 1
                ? "add:" + found.get(0).id()
                : action;
        String text = action.endsWith("-text")
                ? form.text("text").replace("\r\n", "\n")
                : ExamText.of(
                        form.text("text").replace("\r\n", "\n"),
                        sent.after(pressed, name -> question(course, name)),
                        id);
        if (!action.startsWith("save")) {
            context.attribute(ADDED, pressed.startsWith("add:") ? pressed : null);
            context.attribute(FOUND, pressed.equals(action) && action.equals("add") ? found : null);
            render(context, course, text, base, last);
        } else if (writings.save(
                Kind.EXAM, course.id(), id, text, base, Viewer.of(context).person())) {
            context.redirect(url(course, id) + "?saved=true#said");
        } else {
            render(context.status(409), course, text, base, last(context, course));
        }
    }

    /** A question that words were looked for in. */
    public record Hit(String id, String title, List<String> tags, boolean published) {
        private boolean has(String words) {
            String all = (id + " " + title + " " + String.join(" ", tags)).toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
        }
    }

    private List<Hit> all(Course course, Locale language) {
        List<Hit> all = new ArrayList<>();
        for (CurrentRevision current : bank.questions(course.id())) {
            Question question = bank.question(course.id(), current.revision());
            all.add(new Hit(current.id(), question.title().in(language), question.tags(), true));
        }
        writings.saved(Kind.QUESTION, course.id()).keySet().stream()
                .filter(id -> all.stream().noneMatch(known -> known.id().equals(id)))
                .map(id -> new Hit(id, "", List.of(), false))
                .forEach(all::add);
        return all;
    }

    /** The question of this name, or else all that have these words in name, title or tags. */
    private List<Hit> find(Course course, String words, Locale language) {
        List<Hit> all = all(course, language);
        List<Hit> named = all.stream().filter(one -> one.id().equals(words)).toList();
        return named.isEmpty()
                ? all.stream().filter(one -> one.has(words)).limit(MOST_FOUND).toList()
                : named;
    }

    private ZoneId zone(Course course) {
        return courses.zone(course.id()).flatMap(PageZone::named).orElse(ZoneId.systemDefault());
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
        model.put("named", draft.map(read -> read.named(language, id)).orElse(id));
        model.put("sentences", PolicySentences.fields(zone(course), language));
        model.put(
                "said",
                draft.map(read -> PolicySentences.said(read, zone(course), language))
                        .orElse(List.of()));
        model.put("found", context.attribute(FOUND));
        model.put(
                "sought",
                context.attribute(FOUND) == null ? "" : Form.of(context, "add").text("add"));
        model.put("zone", zone(course));
        model.put("languages", Languages.spoken());
        List<Looked.Finding> findings = checked.findings(language);
        model.put("findings", findings);
        FormFaults faults = draft.map(read -> FormFaults.ofExam(text, read, findings, language))
                .orElse(new FormFaults(List.of()));
        model.put("faults", faults);
        boolean begun = draft.isEmpty() || !draft.get().entries().isEmpty();
        model.put("broken", begun && !checked.errors().isEmpty());
        model.put("odd", !checked.warnings().isEmpty());
        model.put("unseen", context.attribute(UNSEEN));
        boolean published = published(course, id).equals(last.revision());
        boolean saved = base == last.seq() && writings.text(course.id(), last).equals(text);
        List<Hit> all = all(course, language);
        model.put("publishable", checked.errors().isEmpty() && saved && !published);
        model.put("published", published);
        model.put("questions", all.stream().map(Hit::id).toList());
        model.put("titles", all.stream().collect(Collectors.toMap(Hit::id, Hit::title, (one, other) -> one)));
        model.put("added", context.attribute(ADDED) != null);
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
            context.attribute(UNSEEN, true);
            render(context.status(409), course, text, last.seq(), last);
            return;
        }
        exams.publish(course.id(), ExamFile.read(text, id + ".yaml"), text);
        context.redirect("/courses/" + course.id() + "/exams#" + id);
    }
}
