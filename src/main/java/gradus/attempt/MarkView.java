package gradus.attempt;

import gradus.grading.Feedback;
import gradus.grading.Verdict;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
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
    /** Where nothing was graded yet. */
    public static final MarkView NONE = new MarkView("", "", List.of(), List.of());

    /** A cell as the student typed it. */
    public record CellMark(String text, String verdict, String said) {}

    /** A verdict of which nothing else is known or shown. */
    public static MarkView of(Verdict verdict, Locale language) {
        return new MarkView(verdict.word(), verdict.said().in(language), List.of(), List.of());
    }

    /**
     * What was found in a part.
     *
     * @param keys whether sentences that give the key away are said too
     */
    public static MarkView of(Verdict verdict, Findings findings, boolean keys, Locale language) {
        return new MarkView(
                verdict.word(),
                verdict.said().in(language),
                findings.cells().stream()
                        .map(row -> row.stream()
                                .map(cell -> new CellMark(
                                        cell.text(),
                                        cell.verdict().word(),
                                        cell.verdict().said().in(language)))
                                .toList())
                        .toList(),
                findings.feedback().stream()
                        .filter(said -> keys || said.kind() != Feedback.Kind.KEY)
                        .map(said -> Markdown.inline(said.say().in(language)))
                        .toList());
    }

    /** The cells of it that are not right, each of which can be looked into. */
    public List<CellMark> wrongCells() {
        return cells.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.verdict().equals(Verdict.CORRECT.word()))
                .toList();
    }

    /** The same, as far as verdicts and messages may be seen. */
    public MarkView only(boolean verdicts, boolean messages) {
        return new MarkView(
                verdicts ? verdict : "",
                verdicts ? said : "",
                verdicts ? cells : List.of(),
                messages ? this.messages : List.of());
    }
}
