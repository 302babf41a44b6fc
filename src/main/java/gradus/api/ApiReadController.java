package gradus.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Submissions;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.json.Json;
import gradus.message.Message;
import gradus.result.ExamStatistics;
import gradus.result.Export;
import gradus.result.ExportView;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What programs read: exams, members, attempts with what was typed and scored, statistics and files. */
public final class ApiReadController {
    private static final int MOST = 500;
    private static final UUID NONE = new UUID(0, 0);

    private final Database database;
    private final Exams exams;
    private final Attempts attempts;
    private final Submissions submissions;

    public ApiReadController(Database database, Exams exams, Attempts attempts, Submissions submissions) {
        this.database = database;
        this.exams = exams;
        this.attempts = attempts;
        this.submissions = submissions;
    }

    static String course(Context context) {
        return Found.of(context, Standing.class).course().id();
    }

    static PublishedExam exam(Context context, Exams exams) {
        return exams.find(course(context), context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    static Attempt attempt(Context context, Attempts attempts) {
        return attempts.find(id(context.pathParam("attempt")))
                .filter(found -> found.course().equals(course(context)))
                .filter(found -> found.standing() != Attempt.Standing.TRY_OUT)
                .orElseThrow(Refusal::notFound);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }

    void exams(Context context) {
        ArrayNode list = Json.object().putArray("exams");
        exams.of(course(context)).forEach(offered -> list.add(json(offered.exam())));
        context.json(Map.of("exams", list));
    }

    void exam(Context context) {
        context.json(json(exam(context, exams).exam()));
    }

    private static ObjectNode json(Exam exam) {
        ObjectNode object = Json.object()
                .put("id", exam.id())
                .put("mode", exam.policy().mode().name().toLowerCase(Locale.ROOT))
                .put("points", ExportView.decimal(exam.points()));
        object.set("title", Json.mapper().valueToTree(exam.title().byLanguage()));
        object.put("opens", text(exam.policy().limits().opens()))
                .put("closes", text(exam.policy().limits().closes()));
        ArrayNode questions = object.putArray("questions");
        exam.questions()
                .forEach(entry -> questions
                        .addObject()
                        .put("label", entry.label())
                        .put("question", entry.question())
                        .put("points", ExportView.decimal(entry.points())));
        return object;
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    void people(Context context) {
        ArrayNode list = Json.object().putArray("people");
        for (CourseStore.Member member : database.store(CourseStore.class).members(course(context))) {
            list.addObject()
                    .put("person", member.person().toString())
                    .put("name", member.called())
                    .put("student_number", member.studentNumber())
                    .put("login", member.login().isEmpty() ? null : member.login())
                    .put("section", member.section())
                    .put("email", member.email())
                    .put("role", member.role().name().toLowerCase(Locale.ROOT));
        }
        context.json(Map.of("people", list));
    }

    void attempts(Context context) {
        PublishedExam offered = exam(context, exams);
        int limit = limit(context.queryParam("limit"));
        String after = context.queryParam("after");
        List<ApiStore.Sat> some = database.store(ApiStore.class)
                .attempts(offered.course(), offered.exam().id(), after == null ? NONE : id(after), limit);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("attempts");
        for (ApiStore.Sat sat : some) {
            BigFraction score = sat.score();
            list.addObject()
                    .put("id", sat.id().toString())
                    .put("person", sat.person().toString())
                    .put("student_number", sat.studentNumber())
                    .put("number", sat.number())
                    .put("started", sat.started().toString())
                    .put("submitted", text(sat.submitted()))
                    .put(
                            "ended_by",
                            sat.endedBy() == null ? null : sat.endedBy().toLowerCase(Locale.ROOT))
                    .put("standing", sat.standing().toLowerCase(Locale.ROOT))
                    .put("score", ExportView.decimal(score))
                    .put(
                            "score_rounded",
                            score == null
                                    ? null
                                    : new BigDecimal(offered.exam().policy().shown(score)))
                    .put("graded", ExportView.decimal(sat.graded()))
                    .put("points", ExportView.decimal(sat.points()));
        }
        answer.put(
                "after",
                some.size() < limit ? null : some.get(some.size() - 1).id().toString());
        context.json(answer);
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? 100 : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Refusal.of(422, Message.of("api.no-limit", MOST));
    }

    void responses(Context context) {
        Attempt attempt = attempt(context, attempts);
        ArrayNode list = Json.object().putArray("responses");
        for (ApiStore.Typed typed : database.store(ApiStore.class).responses(attempt.course(), attempt.id())) {
            list.addObject()
                    .put("position", typed.position())
                    .put("variant", typed.variant())
                    .put("part", typed.part())
                    .put("response", typed.content())
                    .put("arrived", typed.arrived().toString());
        }
        context.json(Map.of("responses", list));
    }

    void scores(Context context) {
        context.json(scores(attempt(context, attempts)));
    }

    ObjectNode scores(Attempt attempt) {
        ObjectNode answer = Json.object().put("attempt", attempt.id().toString());
        submissions
                .grading(attempt)
                .ifPresent(grading -> answer.put("score", ExportView.decimal(grading.score()))
                        .put("graded", ExportView.decimal(grading.graded()))
                        .put("points", ExportView.decimal(grading.points()))
                        .put("run", grading.number()));
        ArrayNode list = answer.putArray("parts");
        Scores scores = submissions.scores(attempt);
        for (QuestionInAttempt asked : scores.counting(attempts.sitting(attempt))) {
            for (PartScore score : scores.at(asked.row().position())) {
                list.addObject()
                        .put("position", score.key().position())
                        .put("variant", score.key().variant())
                        .put("part", score.key().part())
                        .put("label", asked.row().label())
                        .put("question", asked.row().question())
                        .put("verdict", score.verdict())
                        .put("score", ExportView.decimal(score.score()))
                        .put("points", ExportView.decimal(score.points()))
                        .put("mistake", score.mistake())
                        .put("remark", score.remark());
            }
        }
        return answer;
    }

    void statistics(Context context) {
        PublishedExam offered = exam(context, exams);
        ExamStatistics statistics =
                ExamStatistics.of(database, offered.course(), offered.exam().id());
        ObjectNode answer = Json.object();
        answer.set("exam", snake(Json.mapper().valueToTree(statistics.figures().exam())));
        ArrayNode questions = answer.putArray("questions");
        for (int i = 0; i < statistics.labels().size(); i++) {
            JsonNode figures = snake(
                    Json.mapper().valueToTree(statistics.figures().questions().get(i)));
            questions.add(
                    ((ObjectNode) figures).put("label", statistics.labels().get(i)));
        }
        context.json(answer.put("attempts", statistics.attempts()).put("waiting", statistics.waiting()));
    }

    /** The same figures under the names that the command line gives them. */
    private static JsonNode snake(JsonNode figures) {
        ObjectNode named = Json.object();
        figures.properties()
                .forEach(field -> named.set(
                        field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), field.getValue()));
        return named;
    }

    void results(Context context) throws IOException {
        PublishedExam offered = exam(context, exams);
        Export.Format format = word(Export.Format.values(), context.queryParam("format"), Export.Format.CSV);
        String rows = context.queryParam("rows");
        Export.Rows wanted = rows == null && format == Export.Format.XLSX
                ? null
                : word(Export.Rows.values(), rows, Export.Rows.ATTEMPTS);
        context.contentType(format.mediaType());
        new Export(database, Language.of(context))
                .write(offered.course(), offered.exam().id(), wanted, format, context.outputStream());
    }

    private static <E extends Enum<E>> E word(E[] all, @Nullable String word, E otherwise) {
        return word == null
                ? otherwise
                : Arrays.stream(all)
                        .filter(one -> one.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> Refusal.of(422, Message.of("api.no-word", word)));
    }
}
