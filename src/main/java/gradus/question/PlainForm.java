package gradus.question;

import java.util.List;

/** The fields of one part in a form sent without scripts. */
public interface PlainForm {
    /** The values of the part's own field; empty where it was not sent. */
    List<String> values();

    /** The value of the field at this row and column, counted from 0; empty where nothing was chosen. */
    String cell(int row, int column);
}
