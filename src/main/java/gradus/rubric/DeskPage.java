package gradus.rubric;

import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.result.ResultPage;
import gradus.attempt.result.ResultPage.PartView;
import gradus.bank.BankController;
import gradus.maths.Decimals;
import gradus.question.Part;
import gradus.web.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer on the desk, with all that stands beside it. */
record DeskPage(
        Desk desk,
        QueueItem item,
        QuestionInAttempt asked,
        Scores scores,
        Rubric rubric,
        List<String> remarks,
        RequestStore.@Nullable Request request) {
    /**
     * @param holder who else has it before them; null for nobody
     * @param doneBy who has scored it; null where it waits
     * @param student their name where it is asked for; empty otherwise
     * @param form what was sent and not saved; null where nothing was
     * @param conflict whether that is because somebody has scored the answer meanwhile
     * @param done the answer that was scored a moment ago
     */
    Map<String, Object> model(
            Locale language,
            @Nullable String holder,
            @Nullable String doneBy,
            String student,
            @Nullable Form form,
            boolean conflict,
            Optional<QueueItem> done) {
        Part part = asked.scored(item.part());
        ResultPage.QuestionResult question = ResultPage.question(
                asked, scores, BankController.pictures(desk.course().id()), language);
        Map<String, Object> model = desk.model(language, done);
        model.put("item", desk.code(item));
        model.put("attempt", item.attempt());
        model.put(
                "place",
                desk.share().at(desk.code(item)).map(desk.share()::place).orElse(0));
        model.put("total", desk.share().items().size());
        model.put("question", question);
        model.put("part", view(question, item.part(), true).get(0));
        model.put("beside", view(question, item.part(), false));
        Marking marking = Marking.of(asked, part, rubric, scores.of(item.key()), language);
        model.put("mark", form == null ? marking : marking.with(form));
        model.put("theirs", Decimals.text(item.score()));
        model.put("remarks", remarks);
        model.put("request", request);
        model.put("holder", holder);
        model.put("doneBy", doneBy);
        model.put("student", student);
        model.put("form", form == null ? Form.empty() : form);
        model.put("conflict", conflict);
        model.put("previous", desk.beside(item, -1));
        model.put("next", desk.beside(item, 1));
        return model;
    }

    /** The part itself, or all others, the boxes for working first. */
    static List<PartView> view(ResultPage.QuestionResult question, String part, boolean itself) {
        return question.parts().stream()
                .filter(view -> view.key().part().equals(part) == itself)
                .sorted((one, other) -> Boolean.compare(other.work(), one.work()))
                .toList();
    }
}
