package gradus.rubric;

import gradus.account.Viewer;
import gradus.bank.Bank;
import gradus.bank.QuestionTitles;
import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.question.Question;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What waits for people in all exams of a course, and among whom it is split. */
public final class QueueController {
    private final Queues queues;
    private final Exams exams;
    private final Bank bank;

    public QueueController(Queues queues, Exams exams, Bank bank) {
        this.queues = queues;
        this.exams = exams;
        this.bank = bank;
    }

    /** An exam with its parts that people grade, and who may grade it. */
    public record ExamLine(String id, String title, long waiting, List<PartLine> parts, List<Grader> graders) {}

    /**
     * A part with how much of it is done.
     *
     * @param busy names of those who have an answer of it before them
     */
    public record PartLine(
            String label, String title, SafeHtml name, String part, String url, long waiting, long total, String busy) {
        public long done() {
            return total - waiting;
        }
    }

    /** Somebody who may be one of those among whom an exam is split. */
    public record Grader(UUID id, String name, boolean chosen) {}

    /** {@code GET /courses/{course}/queue}. */
    public void list(Context context) {
        show(context, "");
    }

    /** @param unsplit the exam that cannot be split as was asked; empty for none */
    private void show(Context context, String unsplit) {
        Standing standing = Found.of(context, Standing.class);
        Course course = standing.course();
        Locale language = Language.of(context);
        List<QueueStore.Count> counts = queues.counts(course.id());
        List<QueueStore.Holding> holdings = queues.holdings(course.id());
        List<QueueStore.Colleague> colleagues = queues.colleagues(course.id());
        List<ExamLine> lines = new ArrayList<>();
        for (PublishedExam offered : exams.of(course.id())) {
            String exam = offered.exam().id();
            List<PartLine> parts = offered.exam().policy().isPractice()
                    ? List.of()
                    : counts.stream()
                            .filter(count -> count.exam().equals(exam))
                            .map(count -> line(course.id(), count, holdings, language))
                            .toList();
            if (!parts.isEmpty()) {
                Set<UUID> team = Set.copyOf(queues.team(course.id(), exam));
                lines.add(new ExamLine(
                        exam,
                        offered.exam().title().in(language),
                        parts.stream().mapToLong(PartLine::waiting).sum(),
                        parts,
                        colleagues.stream()
                                .map(one -> new Grader(one.person(), one.name(), team.contains(one.person())))
                                .toList()));
            }
        }
        context.render(
                "rubric/queue",
                Map.of(
                        "course",
                        course,
                        "title",
                        course.title(language),
                        "exams",
                        lines,
                        "math",
                        true,
                        "unsplit",
                        unsplit,
                        "teaches",
                        standing.atLeast(Role.INSTRUCTOR)));
    }

    private PartLine line(String course, QueueStore.Count count, List<QueueStore.Holding> holdings, Locale language) {
        QueuePart part = new QueuePart(count.exam(), count.question(), count.part());
        Question question = bank.question(course, count.revision());
        List<String> busy = holdings.stream()
                .filter(holding -> part.equals(new QueuePart(holding.exam(), holding.question(), holding.part())))
                .map(QueueStore.Holding::name)
                .distinct()
                .toList();
        return new PartLine(
                count.label(),
                question.title().in(language),
                Markdown.inline(QuestionTitles.of(question, count.part(), language)),
                count.part(),
                part.url(course),
                count.waiting(),
                count.total(),
                String.join(", ", busy));
    }

    /** {@code POST /courses/{course}/exams/{exam}/graders}: splits an exam among those who are ticked. */
    public void split(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        PublishedExam offered = exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
        List<String> ticked = context.formParams("person");
        List<UUID> team = queues.colleagues(course).stream()
                .map(QueueStore.Colleague::person)
                .filter(person -> ticked.contains(person.toString()))
                .toList();
        if (team.size() == 1) {
            show(context.status(422), offered.exam().id());
            return;
        }
        queues.split(course, offered.exam().id(), team);
        context.redirect("/courses/" + course + "/queue#" + offered.exam().id());
    }

    /** The grader who asks. */
    static UUID grader(Context context) {
        return Objects.requireNonNull(Viewer.of(context).person());
    }
}
