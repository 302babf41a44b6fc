package gradus.question;

import java.util.List;

/** What a page without scripts sends of one part. */
public interface PlainForm {
    /** The values of the part's own field, none where it was not sent. */
    List<String> values();

    /** The value of one of the fields that stand in rows and columns from 0; empty where nothing was chosen there. */
    String cell(int row, int column);
}
