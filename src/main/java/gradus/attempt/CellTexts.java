package gradus.attempt;

import gradus.expression.value.Printing;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The cells of matrices and of tables of choices as short texts, row by row. */
final class CellTexts {
    private CellTexts() {}

    /** Rows of cells; none for a number or anything that is no table. */
    static List<List<String>> of(Value value) {
        if (value instanceof SequenceValue rows
                && rows.items().stream().allMatch(row -> row instanceof SequenceValue)) {
            return rows.items().stream()
                    .map(row -> ((SequenceValue) row)
                            .items().stream().map(CellTexts::option).toList())
                    .toList();
        }
        if (value.isNumeric()
                && value.asTensor().rank() >= 1
                && value.asTensor().rank() <= 2) {
            return of(value.asTensor());
        }
        return List.of();
    }

    private static String option(Value cell) {
        return cell instanceof TextValue text ? text.text() : "";
    }

    private static List<List<String>> of(Tensor tensor) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < tensor.rows(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < tensor.columns(); j++) {
                double cell = tensor.at(i, j);
                row.add(Double.isNaN(cell) ? "" : Printing.plain(Value.of(cell)));
            }
            rows.add(row);
        }
        return rows;
    }
}
