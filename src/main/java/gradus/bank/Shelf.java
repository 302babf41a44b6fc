package gradus.bank;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is known of a course's questions beyond the bank. */
public interface Shelf {
    /** The exams that ask a question, by the question's id. */
    Map<String, List<String>> uses(String course);

    /** When each question was last saved in the browser, also those that are not published. */
    Map<String, Instant> saved(String course);

    /** What new questions can begin with. */
    List<String> beginnings();
}
