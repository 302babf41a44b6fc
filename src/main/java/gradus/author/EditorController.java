package gradus.author;

import gradus.account.Viewer;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.BankController;
import gradus.bank.CleanPicture;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.file.CourseFunctions;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The page on which a question is written: its text, what is wrong with it, and the question as a student would see it. */
public final class EditorController {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern NOT_IN_ALT = Pattern.compile("[\\[\\]\\\\\\p{Cntrl}]+");
    private static final int LONGEST_ID = 80;
    private static final long LARGEST_SEED = 1L << 31;

    private final Writings writings;
    private final Bank bank;
    private final BankController list;

    /** @param list where a new question is begun, and shown again as it was typed where it cannot be */
    public EditorController(Writings writings, Bank bank, BankController list) {
        this.writings = writings;
        this.bank = bank;
        this.list = list;
    }

    static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /** {@code POST /courses/{course}/questions}: a new question from an example, a copy, a listing, or nothing. */
    public void create(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        Form form = Form.of(context, "id", "from", "listing");
        String id = form.text("id").strip();
        nameIsFree(form, writings, Kind.QUESTION, course);
        String text = form.isGood() ? beginning(course, form, id) : "";
        form.require(!form.isGood() || !text.isEmpty(), "listing", Message.of("author.no-listing"));
        if (!form.isGood()) {
            list.show(context.status(422), form);
            return;
        }
        writings.save(Kind.QUESTION, course, id, text, 0, Viewer.of(context).person());
        context.redirect(url(course, id));
    }

    /** Requires a short name that is one and that nothing of its kind has yet. */
    static void nameIsFree(Form form, Writings writings, Kind kind, String course) {
        String id = form.text("id").strip();
        form.require(isId(id), "id", Message.of("author.id-unfit"));
        if (form.isGood()) {
            form.require(writings.last(kind, course, id).isEmpty(), "id", Message.of("author.id-taken", id));
        }
    }

    private String beginning(String course, Form form, String id) {
        if (!form.text("listing").isBlank()) {
            return Beginnings.listing(form.text("listing"), id);
        }
        String from = form.text("from");
        if (Beginnings.EXAMPLES.contains(from)) {
            return Beginnings.example(from, id);
        }
        Writing copied = writings.last(Kind.QUESTION, course, from).orElseThrow(Refusal::notFound);
        return Beginnings.renamed(writings.text(course, copied), id);
    }

    private static String url(String course, String id) {
        return "/courses/" + course + "/questions/" + id + "/text";
    }

    /** {@code GET /courses/{course}/questions/{question}/text}. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Writing last = last(context, course);
        String whole = writings.text(course.id(), last);
        render(context, course, new Sent(CourseFunctions.question(whole), last.seq(), false), last);
    }

    private Writing last(Context context, Course course) {
        return writings.last(Kind.QUESTION, course.id(), context.pathParam("question"))
                .orElseThrow(Refusal::notFound);
    }

    /** What a form of the page holds. */
    private record Sent(String text, long base, boolean graded) {}

    /**
     * {@code POST /courses/{course}/questions/{question}/text}: looks at the text, tries it out, or saves it. A text that was made
     * from an older one than the last is not saved but shown beside the last one, so that neither is lost.
     */
    public void write(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("question");
        Writing last = last(context, course);
        Form form = Form.of(context, "text", "base", "do");
        Sent sent = new Sent(
                QuestionForm.applied(form.text("text").replace("\r\n", "\n"), context.formParamMap(), form.text("do")),
                number(form.text("base")),
                form.text("do").equals("grade"));
        boolean proves = form.text("do").equals("prove");
        if (!proves && !form.text("do").equals("save")) {
            render(context, course, sent, last);
            return;
        }
        String whole = CourseFunctions.withThoseOf(writings.text(course.id(), last), sent.text());
        if (writings.save(
                Kind.QUESTION,
                course.id(),
                id,
                whole,
                sent.base(),
                Viewer.of(context).person())) {
            context.redirect(
                    proves
                            ? "/courses/" + course.id() + "/questions/" + id + "/proof"
                                    + (isForm(context) ? "?view=form" : "")
                            : url(course.id(), id) + "?saved=true" + (isForm(context) ? "&view=form" : "") + "#said");
        } else {
            render(context.status(409), course, sent, last(context, course));
        }
    }

    /**
     * {@code POST /courses/{course}/questions/{question}/picture-import}: keeps a picture and says how a text shows it, to a script
     * or on the page with the text as it stands.
     */
    public void picture(Context context) throws IOException {
        Course course = Found.of(context, Standing.class).course();
        Writing last = last(context, course);
        Form form = Form.of(context, "text", "base", "alt");
        String alt = NOT_IN_ALT.matcher(form.text("alt")).replaceAll(" ").strip();
        UploadedFile file = context.uploadedFile("file");
        String shows = "";
        Message problem = file == null || file.size() == 0
                ? Message.of("author.picture-none")
                : alt.isEmpty() ? Message.of("author.picture-alt-missing") : null;
        if (file != null && problem == null) {
            try (InputStream content = file.content()) {
                CleanPicture clean = CleanPicture.of(content.readAllBytes());
                shows = "![" + alt + "](" + bank.pictures().add(course.id(), file.filename(), clean) + ")";
            } catch (CleanPicture.Unfit unfit) {
                problem = unfit.reason();
            }
        }
        Locale language = Language.of(context);
        context.status(problem == null ? 200 : 400);
        if ("application/json".equals(context.header("Accept"))) {
            context.json(Map.of(
                    "shows",
                    shows,
                    "text",
                    QuestionForm.ending(form.text("text"), "prompt", shows),
                    "problem",
                    problem == null ? "" : problem.in(language)));
            return;
        }
        context.attribute("picture", problem == null ? shows : problem.in(language));
        render(
                context,
                course,
                new Sent(form.text("text").replace("\r\n", "\n"), number(form.text("base")), false),
                last);
    }

    static long number(String text) {
        try {
            return Math.floorMod(Long.parseLong(text.strip()), LARGEST_SEED);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static String param(Context context, String name, String otherwise) {
        String sent = context.formParam(name);
        String asked = sent == null ? context.queryParam(name) : sent;
        return asked == null || asked.isBlank() ? otherwise : asked;
    }

    private void render(Context context, Course course, Sent sent, Writing last) {
        String id = context.pathParam("question");
        Locale language = Language.of(context);
        long seed = number(param(context, "seed", "1"));
        String wanted = param(context, "shown", language.getLanguage());
        Locale shown = Languages.spoken().stream()
                .filter(spoken -> spoken.getLanguage().equals(wanted))
                .findFirst()
                .orElse(language);
        String before = writings.text(course.id(), last);
        Looked looked = Looked.at(
                CourseFunctions.withThoseOf(before, sent.text()), id, name -> bank.hasPicture(course.id(), name));
        Function<String, List<String>> typed =
                context.method().name().equals("POST") ? context::formParams : nothing -> List.of();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(language));
        model.put("id", id);
        model.put("text", sent.text());
        model.put("base", sent.base());
        model.put("stale", sent.base() != last.seq());
        model.put("last", last);
        model.put("saved", context.queryParam("saved") != null);
        model.put(
                "difference",
                sent.base() == last.seq()
                        ? List.of()
                        : Difference.of(sent.text(), CourseFunctions.question(before))
                                .lines());
        model.put("lastText", CourseFunctions.question(before));
        model.put("published", isPublished(course.id(), id, last));
        List<Looked.Finding> findings = looked.findings(language);
        model.put("findings", findings);
        model.put("seed", seed);
        model.put("shown", shown.getLanguage());
        model.put("languages", Languages.spoken());
        model.put("attempt", Tried.NO_ATTEMPT);
        model.put(
                "tried",
                looked.question() == null
                        ? null
                        : Tried.of(
                                looked.question(), seed, typed, sent.graded(), BankController.pictures(course), shown));
        model.put("math", true);
        model.put("picture", context.attribute("picture"));
        Optional<QuestionForm.Group> asForm = isForm(context) ? QuestionForm.of(sent.text()) : Optional.empty();
        model.put("form", asForm.orElse(null));
        FormFaults faults = FormFaults.ofQuestion(sent.text(), asForm.orElse(null), findings, language);
        model.put("faults", faults);
        // a look that was asked for leads to what has to be mended first
        model.put("led", "show".equals(context.formParam("do")) ? faults.first() : "");
        model.put("noForm", isForm(context) && asForm.isEmpty());
        model.put("unsaved", !sent.text().equals(CourseFunctions.question(before)));
        context.render("author/editor", model);
    }

    static boolean isForm(Context context) {
        return param(context, "switch", param(context, "view", "text")).equals("form");
    }

    private boolean isPublished(String course, String id, Writing last) {
        return writings.published(Kind.QUESTION, course, id)
                .filter(current -> current.revision().equals(last.revision()))
                .isPresent();
    }
}
