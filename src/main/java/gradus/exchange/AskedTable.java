package gradus.exchange;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Fields in a table, all worth the same.
 *
 * @param columns heads of the columns, or none
 * @param heads heads of the rows, or none
 */
record AskedTable(List<String> columns, List<String> heads, List<List<Asked>> rows) implements Asked {
    AskedTable {
        columns = List.copyOf(columns);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    @Override
    public String kind() {
        return "cloze";
    }

    @Override
    public Map<String, Object> part(Losses losses) {
        throw new IllegalStateException("no file brings a table");
    }

    @Override
    public void moodle(MoodleXml xml) {
        throw new IllegalStateException("a table stands inside a text");
    }

    @Override
    public int fields() {
        return rows.stream().mapToInt(List::size).sum();
    }

    @Override
    public String embedded(MoodleXml xml, BigFraction points) {
        BigFraction each = points.divide(fields());
        StringBuilder html = new StringBuilder("<table>");
        if (!columns.isEmpty()) {
            html.append("<tr>").append(heads.isEmpty() ? "" : "<th></th>");
            columns.forEach(
                    column -> html.append("<th>").append(xml.line(column)).append("</th>"));
            html.append("</tr>");
        }
        for (int i = 0; i < rows.size(); i++) {
            html.append("<tr>");
            if (!heads.isEmpty()) {
                html.append("<th>").append(xml.line(heads.get(i))).append("</th>");
            }
            rows.get(i)
                    .forEach(field -> html.append("<td>")
                            .append(field.embedded(xml, each))
                            .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    @Override
    public void qti(QtiItem item, String id, BigFraction points) {
        BigFraction each = points.divide(fields());
        item.beginTable(columns, heads);
        for (int i = 0; i < rows.size(); i++) {
            item.beginRow(heads.isEmpty() ? "" : heads.get(i));
            for (int j = 0; j < rows.get(i).size(); j++) {
                item.beginCell();
                rows.get(i).get(j).qti(item, id + "_" + (i + 1) + "_" + (j + 1), each);
                item.end();
            }
            item.end();
        }
        item.endTable();
    }
}
