package gradus.rubric;

import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.exam.PublishedExam;
import gradus.maths.Decimals;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grader before the answers of a part.
 *
 * @param queue all answers
 * @param share those that are the grader's to grade; all where the exam is not split or they ask for all
 * @param keep the part of the query that stays as one goes on
 */
record Desk(
        Standing standing,
        PublishedExam offered,
        QueuePart part,
        UUID me,
        PartQueue queue,
        PartQueue share,
        String keep) {
    Course course() {
        return standing.course();
    }

    String code(QueueItem item) {
        return queue.code(item);
    }

    boolean isShared() {
        return share.items().size() < queue.items().size();
    }

    /** The address of the desk with this query. */
    String url(String query) {
        return part.url(course().id()) + "?" + query + keep;
    }

    /** What every page of the desk shows. */
    Map<String, Object> model(Locale language, Optional<QueueItem> done) {
        Map<String, Object> model = new HashMap<>();
        model.put("course", course());
        model.put("exam", offered.exam().title().in(language));
        model.put("queue", part);
        model.put("url", part.url(course().id()));
        model.put("waiting", share.waiting());
        model.put("others", queue.waiting() - share.waiting());
        model.put("shared", isShared());
        model.put("teaches", standing.atLeast(Role.INSTRUCTOR));
        model.put("keep", keep);
        model.put("done", done.map(this::code).orElse(null));
        model.put("doneRun", done.map(QueueItem::number).orElse(0));
        model.put("doneScore", done.map(item -> Decimals.text(item.score())).orElse(null));
        model.put("math", true);
        return model;
    }

    /** What the page that says that nothing waits any more shows. */
    Map<String, Object> emptyModel(Locale language, Optional<QueueItem> done) {
        Map<String, Object> model = model(language, done);
        model.put("last", share.items().isEmpty() ? null : code(last()));
        return model;
    }

    private QueueItem last() {
        return share.items().get(share.items().size() - 1);
    }

    /** The name of the answer so many places further; null beyond the ends. */
    @Nullable
    String beside(QueueItem item, int places) {
        PartQueue walked = share.at(code(item)).isPresent() ? share : queue;
        return walked.beside(item, places).map(this::code).orElse(null);
    }
}
