package gradus.bank;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known of a course's questions beyond the bank. */
public interface Shelf {
    /** The exams that ask a question, by the question's id. */
    Map<String, List<String>> uses(String course);

    /** What the exams of a course are called, by their ids; those of one title with their ids behind it. */
    Map<String, String> exams(String course, Locale language);

    /** What the text of a question that was last saved calls it; its id where that cannot be read. */
    String title(String course, String question, Locale language);

    /** When each question was last saved in the browser, also those that are not published. */
    Map<String, Instant> saved(String course);

    /** What new questions can begin with. */
    List<String> beginnings();
}
