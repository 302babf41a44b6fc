package gradus.attempt;

import gradus.grading.FaultFound;
import gradus.grading.Feedback;
import gradus.grading.PartResult;
import gradus.grading.Verdict;
import gradus.message.Words;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What grading found in one response, beside its verdict and score: kept with them and shown as it was found.
 *
 * @param cells the cells as they were read, row by row, with a verdict each; empty where there is only one
 * @param fault where the answer departs from the right work; for staff, as it names a part of the key
 */
public record Findings(
        Understood reading,
        List<List<Cell>> cells,
        @Nullable FaultFound fault,
        List<Feedback> feedback) {
    /**
     * What was understood of a response.
     *
     * @param is {@code read}, {@code blank} or {@code unreadable}
     * @param display what was read; Markdown with LaTeX
     * @param at where an unreadable text stops making sense, from 0; -1 otherwise
     * @param reason why; null where it was read
     * @param notes by which rules it was read, where that needs saying
     */
    public record Understood(
            String is, String display, int at, @Nullable Words reason, List<Words> notes) {
        static Understood of(Reading reading, Part part) {
            if (reading instanceof Reading.Read read) {
                List<Words> notes = List.copyOf(part.type().readingNotes(read.answer()));
                return new Understood("read", part.type().display(read.answer(), part), -1, null, notes);
            }
            if (reading instanceof Reading.Unreadable unreadable) {
                return new Understood("unreadable", "", unreadable.at(), unreadable.reason(), List.of());
            }
            return new Understood("blank", "", -1, null, List.of());
        }
    }

    /** A cell as it was read. */
    public record Cell(String text, Verdict verdict) {}

    public static Findings of(QuestionInAttempt asked, Part part) {
        PartResult result = asked.result(part);
        List<Feedback> feedback = result.feedback().stream()
                .map(said -> new Feedback(said.kind(), filled(said.say(), asked.variant())))
                .toList();
        return new Findings(Understood.of(result.reading(), part), cells(result, part), result.fault(), feedback);
    }

    /** As they are stored. */
    public String json() {
        return FindingsJson.write(this);
    }

    /** An author's text with the numbers of the variant. */
    private static Words filled(Words say, Variant variant) {
        return say instanceof Text text ? text.with((ignored, language) -> variant.fill(text, language)) : say;
    }

    private static List<List<Cell>> cells(PartResult result, Part part) {
        if (!(result.reading() instanceof Reading.Read read)) {
            return List.of();
        }
        List<Verdict> verdicts = result.cells();
        List<List<String>> texts = part.type().cells(read.answer());
        int count = texts.stream().mapToInt(List::size).sum();
        if (count != verdicts.size() || count < 2) {
            return List.of();
        }
        List<List<Cell>> rows = new ArrayList<>();
        int next = 0;
        for (List<String> row : texts) {
            List<Cell> cells = new ArrayList<>();
            for (String text : row) {
                cells.add(new Cell(text, verdicts.get(next++)));
            }
            rows.add(cells);
        }
        return rows;
    }
}
