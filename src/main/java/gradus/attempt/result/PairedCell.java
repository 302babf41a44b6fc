package gradus.attempt.result;

import gradus.attempt.MarkView.CellMark;
import gradus.grading.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell as the student typed it, and what belongs there.
 *
 * @param right empty where the cell is right
 */
public record PairedCell(CellMark own, String right) {
    /** The cells of an answer with those of its key; none where the two are not of one shape. */
    static List<List<PairedCell>> of(List<List<CellMark>> own, List<List<String>> right) {
        if (own.size() != right.size()) {
            return List.of();
        }
        List<List<PairedCell>> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).size() != right.get(i).size()) {
                return List.of();
            }
            List<PairedCell> row = new ArrayList<>();
            for (int j = 0; j < own.get(i).size(); j++) {
                CellMark cell = own.get(i).get(j);
                boolean isRight = cell.verdict().equals(Verdict.CORRECT.word());
                row.add(new PairedCell(cell, isRight ? "" : right.get(i).get(j)));
            }
            pairs.add(row);
        }
        return pairs;
    }
}
