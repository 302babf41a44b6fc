package gradus.result;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row a part of each attempt, also where nothing was typed. */
record ResponseRows(String course, String exam) implements ExportView {
    private static final List<String> COLUMNS = List.of(
            "student_number",
            "name",
            "login",
            "attempt",
            "number",
            "ended_by",
            "label",
            "question",
            "variant",
            "part",
            "response",
            "arrived",
            "late",
            "verdict",
            "score",
            "points",
            "mistake",
            "graded_by",
            "score_exact",
            "standing");

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void each(ExportStore store, Consumer<List<@Nullable Object>> row) {
        store.eachResponse(course, exam, response -> row.accept(cells(response)));
    }

    private static List<@Nullable Object> cells(ExportedResponse response) {
        ExportedResponse.Outcome outcome = response.outcome();
        return ExportView.cells(
                response.examinee().studentNumber(),
                response.examinee().name(),
                response.examinee().login(),
                response.attempt().toString(),
                response.number(),
                ExportView.lower(response.endedBy()),
                response.asked().label(),
                response.asked().question(),
                response.variant(),
                response.part(),
                response.content(),
                ExportView.time(response.arrived()),
                response.late(),
                outcome.verdict(),
                ExportView.decimal(outcome.score()),
                ExportView.decimal(outcome.points()),
                outcome.mistake(),
                outcome.kind() == null ? null : outcome.kind().equals("PERSON") ? "person" : "grader",
                ExportView.exact(outcome.score()),
                ExportView.lower(response.standing()));
    }
}
