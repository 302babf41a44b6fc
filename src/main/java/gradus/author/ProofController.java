package gradus.author;

import gradus.author.Proof.Found;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.Publication;
import gradus.bank.QuestionTitles;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.message.Message;
import gradus.question.Collision;
import gradus.question.Question;
import gradus.question.file.CourseFunctions;
import gradus.web.Form;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The page that proves a question before it is published, and publishing it. */
public final class ProofController {
    private static final String UNSEEN = "unseen-warnings";
    private static final int BARS = 12;

    private final Writings writings;
    private final Bank bank;
    private final Publication publication;
    private final Proofs proofs = new Proofs();

    public ProofController(Writings writings, Bank bank, Publication publication) {
        this.writings = writings;
        this.bank = bank;
        this.publication = publication;
    }

    /**
     * A small plot: how often each length, or each number of draws, came up.
     *
     * @param name the id of the part that it is about; empty for draws
     * @param label what students read before that part
     */
    public record Plot(String name, SafeHtml label, int least, int most, List<Bar> bars) {
        static Plot of(String name, String label, List<Integer> values) {
            int least = values.stream().min(Integer::compare).orElse(0);
            int most = values.stream().max(Integer::compare).orElse(0);
            int step = Math.max(1, (most - least + BARS) / BARS);
            int[] counts = new int[BARS];
            values.forEach(value -> counts[Math.min(BARS - 1, (value - least) / step)]++);
            int highest = 1;
            for (int count : counts) {
                highest = Math.max(highest, count);
            }
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < BARS; i++) {
                int height = counts[i] == 0 ? 0 : Math.max(1, counts[i] * 40 / highest);
                bars.add(new Bar(i * 10, 40 - height, height));
            }
            return new Plot(name, Markdown.inline(label), least, most, bars);
        }

        /** Whether the part has a label, so that its id stands beside that. */
        public boolean isLabelled() {
            return !label.markup().equals(name);
        }
    }

    /** A bar of a plot, in its units. */
    public record Bar(int x, int y, int height) {}

    /** {@code GET /courses/{course}/questions/{question}/proof}. */
    public void show(Context context) {
        Course course = gradus.web.Found.of(context, Standing.class).course();
        render(context, course, last(context, course));
    }

    private Writing last(Context context, Course course) {
        return writings.last(Kind.QUESTION, course.id(), context.pathParam("question"))
                .orElseThrow(Refusal::notFound);
    }

    private Looked looked(Context context, Course course, Writing last) {
        return Looked.at(
                writings.text(course.id(), last),
                context.pathParam("question"),
                name -> bank.hasPicture(course.id(), name));
    }

    private void render(Context context, Course course, Writing last) {
        Locale language = Language.of(context);
        Looked looked = looked(context, course, last);
        Proof proof = looked.question() == null ? null : proofs.of(course.id() + last.revision(), looked);
        Found found = proof == null ? null : proof.found();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        String id = context.pathParam("question");
        model.put("title", writings.title(Kind.QUESTION, course.id(), id, language));
        model.put("id", id);
        model.put("done", proof == null ? 100 : proof.done());
        model.put("running", proof != null && found == null);
        model.put("seq", last.seq());
        List<Looked.Finding> findings = Looked.findings(
                found == null ? looked.errors() : found.errors(),
                found == null ? List.of() : found.warnings(),
                language);
        String text = CourseFunctions.question(writings.text(course.id(), last));
        boolean asForm = EditorController.isForm(context);
        model.put("asForm", asForm);
        model.put("findings", findings);
        model.put(
                "faults",
                FormFaults.ofQuestion(text, asForm ? QuestionForm.of(text).orElse(null) : null, findings, language));
        model.put("found", found);
        model.put("unseen", context.attribute(UNSEEN));
        model.put("languages", LackingTexts.said(writings.text(course.id(), last), !asForm, language));
        model.put(
                "published",
                writings.published(Kind.QUESTION, course.id(), context.pathParam("question"))
                        .filter(current -> current.revision().equals(last.revision()))
                        .isPresent());
        Question question = looked.question();
        if (found != null && question != null) {
            List<Plot> plots = new ArrayList<>();
            found.lengths()
                    .forEach((part, lengths) ->
                            plots.add(Plot.of(part, QuestionTitles.of(question, part, language), lengths)));
            model.put("plots", plots);
            model.put("draws", Plot.of("", "", found.draws()));
            model.put("work", work(found.work(), language));
            model.put("pairs", pairs(found, language));
            model.put("each", String.format(Locale.ROOT, "%.1f", found.milliseconds()));
        }
        model.put("math", true);
        context.render("author/proof", model);
    }

    /** What a variant takes by hand, from the least to the most; empty where nothing is computed. */
    private static String work(List<HandWork> work, Locale language) {
        String products = count("author.products", "author.products-between", work, HandWork::products, language);
        String values = count(
                "author.function-values", "author.function-values-between", work, HandWork::functionValues, language);
        if (products.isEmpty() && values.isEmpty()) {
            return "";
        }
        String both = products.isEmpty() || values.isEmpty()
                ? products + values
                : Message.of("author.work-both", products, values).in(language);
        return Message.of("author.work", both).in(language);
    }

    private static String count(
            String same, String between, List<HandWork> work, ToLongFunction<HandWork> of, Locale language) {
        long least = work.stream().mapToLong(of).min().orElse(0);
        long most = work.stream().mapToLong(of).max().orElse(0);
        return most == 0
                ? ""
                : Message.of(least == most ? same : between, least, most).in(language);
    }

    private static List<String> pairs(Found found, Locale language) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<Collision, Integer> met : found.report().met().entrySet()) {
            Collision pair = met.getKey();
            pairs.add(Message.of("command.check-pair", pair.part(), pair.one(), pair.other(), met.getValue())
                    .in(language));
        }
        return pairs;
    }

    /**
     * {@code POST /courses/{course}/questions/{question}/publication}: makes the last text the one that is asked from now on.
     * Errors refuse it; warnings are confirmed.
     */
    public void publish(Context context) {
        Course course = gradus.web.Found.of(context, Standing.class).course();
        String id = context.pathParam("question");
        Writing last = last(context, course);
        Form form = Form.of(context, "seq", "confirmed");
        if (!form.text("seq").equals(Long.toString(last.seq()))) {
            throw Refusal.conflict(Message.of("author.saved-meanwhile"));
        }
        Message refusal = refusal(context, course, last);
        if (refusal != null) {
            throw Refusal.conflict(refusal);
        }
        if (isOdd(course, last) && !form.text("confirmed").equals("true")) {
            context.attribute(UNSEEN, true);
            render(context.status(409), course, last);
            return;
        }
        publication.publish(course.id(), id, writings.text(course.id(), last));
        context.redirect("/courses/" + course.id() + "/questions/" + id + "?published=true");
    }

    private @Nullable Message refusal(Context context, Course course, Writing last) {
        Found found = found(course, last);
        if (looked(context, course, last).question() == null
                || (found != null && !found.errors().isEmpty())) {
            return Message.of("author.publish-errors");
        }
        return found == null ? Message.of("author.publish-unproved") : null;
    }

    private boolean isOdd(Course course, Writing last) {
        Found found = found(course, last);
        return found != null && !found.warnings().isEmpty();
    }

    private @Nullable Found found(Course course, Writing last) {
        return proofs.known(course.id() + last.revision()).map(Proof::found).orElse(null);
    }
}
