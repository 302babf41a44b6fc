package gradus.author;

import gradus.account.Viewer;
import gradus.author.Writings.Kind;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The history of a text: who saved it when, what changed, and going back to an earlier one; and the text as a file. */
public final class WritingsController {
    private final Writings writings;

    public WritingsController(Writings writings) {
        this.writings = writings;
    }

    private static Kind kind(Context context) {
        return context.pathParamMap().containsKey("question") ? Kind.QUESTION : Kind.EXAM;
    }

    private static String id(Context context) {
        return context.pathParam(kind(context).word());
    }

    private static String url(Context context, Course course) {
        return "/courses/" + course.id() + "/" + kind(context).word() + "s/" + id(context);
    }

    /** {@code GET /courses/{course}/questions/{question}/history?seq=…}, and of exams. */
    public void history(Context context) {
        Course course = Found.of(context, Standing.class).course();
        List<Writing> all = writings.history(kind(context), course.id(), id(context));
        if (all.isEmpty()) {
            throw Refusal.notFound();
        }
        Writing shown = find(all, context.queryParam("seq"));
        int before = all.indexOf(shown) + 1;
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", writings.title(kind(context), course.id(), id(context), Language.of(context)));
        model.put("url", url(context, course));
        model.put("all", all);
        model.put("shown", shown);
        model.put(
                "current",
                writings.published(kind(context), course.id(), id(context))
                        .map(current -> current.revision())
                        .orElse(""));
        model.put(
                "difference",
                Difference.of(
                                before < all.size() ? writings.text(course.id(), all.get(before)) : "",
                                writings.text(course.id(), shown))
                        .lines());
        context.render("author/history", model);
    }

    private static Writing find(List<Writing> all, @org.jspecify.annotations.Nullable String seq) {
        return all.stream()
                .filter(writing -> Long.toString(writing.seq()).equals(seq))
                .findFirst()
                .orElse(all.get(0));
    }

    /** {@code POST /courses/{course}/questions/{question}/restoration}: saves an earlier text as the newest. */
    public void restore(Context context) {
        Course course = Found.of(context, Standing.class).course();
        List<Writing> all = writings.history(kind(context), course.id(), id(context));
        String seq = Form.of(context, "seq").text("seq");
        Writing earlier = all.stream()
                .filter(writing -> Long.toString(writing.seq()).equals(seq))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(Message.of("web.error-400")));
        boolean saved = writings.save(
                kind(context),
                course.id(),
                id(context),
                writings.text(course.id(), earlier),
                all.get(0).seq(),
                Viewer.of(context).person());
        if (!saved) {
            throw Refusal.conflict(Message.of("author.saved-meanwhile"));
        }
        context.redirect(url(context, course) + "/text");
    }

    /** {@code GET /courses/{course}/questions/{question}/file}: the last text as a file. */
    public void file(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Writing last = writings.last(kind(context), course.id(), id(context)).orElseThrow(Refusal::notFound);
        context.contentType("application/yaml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + id(context) + ".yaml\"")
                .result(writings.text(course.id(), last).getBytes(StandardCharsets.UTF_8));
    }
}
