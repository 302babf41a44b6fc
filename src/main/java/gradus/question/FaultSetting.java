package gradus.question;

import org.jspecify.annotations.Nullable;

/**
 * What an author says of a fault that the grader finds by itself.
 *
 * @param id the fault's id, or the word of its kind for all of that kind
 * @param on whether it is looked for
 * @param credit the fraction of the part's points that its answer earns, 0 to 1
 * @param once whether the same kind of fault costs only once in a question
 * @param say what the student is told of it; null for the usual words
 * @param mistake the id of the written mistake that it stands for, under which answers are told and counted; null for its own
 */
public record FaultSetting(
        String id,
        boolean on,
        double credit,
        boolean once,
        @Nullable Text say,
        @Nullable String mistake) {
    public static FaultSetting off(String id) {
        return new FaultSetting(id, false, 0, false, null, null);
    }

    /** Whether it names one fault rather than all of a kind. */
    public boolean isOfOne() {
        return id.indexOf('(') >= 0;
    }

    /** The id under which an answer is told. */
    public String told() {
        return mistake == null ? id : mistake;
    }
}
