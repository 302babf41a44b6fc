package gradus.attempt;

import gradus.grading.Feedback;
import gradus.grading.PartResult;
import gradus.grading.Verdict;
import gradus.question.Answer;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What grading said of a part, without its key.
 *
 * @param verdict the contract's word, for the page's style
 * @param said the verdict for people
 * @param cells the student's cells with a verdict each, row by row; empty where there is only one
 * @param messages what was found, in sentences
 */
public record MarkView(String verdict, String said, List<List<CellMark>> cells, List<SafeHtml> messages) {
    /** A cell as the student typed it. */
    public record CellMark(String text, String verdict, String said) {}

    /**
     * A mark of a part.
     *
     * @param cells whether each cell gets its own
     * @param messages what is said beside it
     */
    public static MarkView of(
            Verdict verdict, PartResult result, boolean cells, List<String> messages, Locale language) {
        return new MarkView(
                verdict.word(),
                verdict.said().in(language),
                cells ? marks(typed(result), result.cells(), language) : List.of(),
                messages.stream().map(Markdown::inline).toList());
    }

    /** What grading says of a part, with the sentences that give its key away or without. */
    public static List<String> messages(QuestionInAttempt asked, PartResult result, boolean keys, Locale language) {
        return result.feedback().stream()
                .filter(feedback -> keys || feedback.kind() != Feedback.Kind.KEY)
                .map(Feedback::say)
                .map(say -> say instanceof Text text ? asked.variant().fill(text, language) : say.in(language))
                .toList();
    }

    private static List<List<CellMark>> marks(List<List<String>> typed, List<Verdict> verdicts, Locale language) {
        int count = typed.stream().mapToInt(List::size).sum();
        if (count != verdicts.size() || count < 2) {
            return List.of();
        }
        List<List<CellMark>> rows = new ArrayList<>();
        int next = 0;
        for (List<String> row : typed) {
            List<CellMark> marks = new ArrayList<>();
            for (String cell : row) {
                Verdict verdict = verdicts.get(next++);
                marks.add(new CellMark(cell, verdict.word(), verdict.said().in(language)));
            }
            rows.add(marks);
        }
        return rows;
    }

    /** The cells of an answer that has several, as they were read. */
    private static List<List<String>> typed(PartResult result) {
        if (!(result.reading() instanceof Reading.Read read) || !(read.answer() instanceof Answer.Plain plain)) {
            return List.of();
        }
        return CellTexts.of(plain.value());
    }
}
