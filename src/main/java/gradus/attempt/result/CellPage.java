package gradus.attempt.result;

import gradus.attempt.Findings;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Solutions;
import gradus.grading.work.CellInputs;
import gradus.grading.work.CellSum;
import gradus.maths.Numbers;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One marked cell of an answer: which of the inputs it is made of, and where keys are shown its products and their sum.
 *
 * @param head "Cell (2, 3) of the correlation"
 * @param own what the student has there; empty for a blank cell
 * @param verdict the contract's word
 * @param right what belongs there; empty where keys are not shown
 * @param sum how it is worked out; null where keys are not shown, and where it is no sum
 */
record CellPage(
        SafeHtml head,
        String own,
        String verdict,
        String said,
        List<InputView> inputs,
        String right,
        @Nullable SafeHtml sum) {
    /**
     * An input with the cells under the window.
     *
     * @param where the rows and columns of the window, in words
     * @param rows its cells; none where its numbers are not the student's to see
     */
    record InputView(SafeHtml name, String where, List<List<CellView>> rows) {}

    /** A cell of an input. */
    record CellView(String text, boolean covered) {}

    /** @param cell counted row by row from 0; null where there is no such cell */
    static @Nullable CellPage of(
            QuestionInAttempt asked, Part part, Findings findings, int cell, boolean keys, Locale language) {
        List<List<Findings.Cell>> rows = findings.cells();
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        if (columns == 0 || cell < 0 || cell >= rows.size() * columns) {
            return null;
        }
        Findings.Cell own = rows.get(cell / columns).get(cell % columns);
        List<InputView> inputs = new CellInputs(asked.variant(), part, readings(asked))
                .of(cell).stream().map(input -> view(input, language)).toList();
        String label = asked.label(part, language);
        return new CellPage(
                Markdown.inline(Message.of("attempt.cell-head", label, cell / columns + 1, cell % columns + 1)
                        .in(language)),
                own.text(),
                own.verdict().word(),
                own.verdict().said().in(language),
                inputs,
                keys ? right(asked, part, cell) : "",
                keys ? sum(asked, part, cell) : null);
    }

    /** What the student typed into the other parts, as it was read. */
    private static Map<String, Answer> readings(QuestionInAttempt asked) {
        Map<String, Answer> readings = new HashMap<>();
        for (Part other : asked.question().parts()) {
            Reading reading = other.type().read(asked.text(other), other, asked.variant());
            if (!other.work() && reading instanceof Reading.Read read) {
                readings.put(other.id(), read.answer());
            }
        }
        return readings;
    }

    private static InputView view(CellInputs.Input input, Locale language) {
        return new InputView(
                Markdown.inline("$" + input.name() + "$"),
                input.isWhole() ? Message.of("attempt.cell-whole").in(language) : where(input, language),
                input.told()
                        ? input.rows().stream()
                                .map(row -> row.stream()
                                        .map(one -> new CellView(Numbers.plain(one.value()), one.covered()))
                                        .toList())
                                .toList()
                        : List.of());
    }

    private static String where(CellInputs.Input input, Locale language) {
        TreeSet<Integer> rows = new TreeSet<>();
        TreeSet<Integer> columns = new TreeSet<>();
        for (int i = 0; i < input.rows().size(); i++) {
            for (int j = 0; j < input.rows().get(i).size(); j++) {
                if (input.rows().get(i).get(j).covered()) {
                    rows.add(i + 1);
                    columns.add(j + 1);
                }
            }
        }
        return Message.of("attempt.cell-where", rows.size(), span(rows), columns.size(), span(columns))
                .in(language);
    }

    /** "2", or "2–4" where none is missing between, or "1, 3". */
    private static String span(TreeSet<Integer> numbers) {
        int first = numbers.first();
        int last = numbers.last();
        return first == last
                ? Integer.toString(first)
                : last - first + 1 == numbers.size()
                        ? first + "–" + last
                        : String.join(
                                ", ", numbers.stream().map(String::valueOf).toList());
    }

    private static String right(QuestionInAttempt asked, Part part, int cell) {
        List<String> key =
                Solutions.keyCells(asked, part).stream().flatMap(List::stream).toList();
        return cell < key.size() ? key.get(cell) : "";
    }

    private static @Nullable SafeHtml sum(QuestionInAttempt asked, Part part, int cell) {
        if (!(asked.variant().key(part) instanceof Answer.Plain key)
                || !key.value().isNumeric()) {
            return null;
        }
        Tensor numbers = key.value().asTensor();
        String sum = new CellSum(asked.variant(), asked.variant().expect(part)).of(numbers, cell);
        return sum == null ? null : Markdown.html("$$" + sum + "$$");
    }
}
