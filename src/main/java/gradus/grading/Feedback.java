package gradus.grading;

import gradus.message.Words;

/** One sentence to the student about a part, in the order in which the score came about. */
public record Feedback(Kind kind, Words say) {
    /** What a sentence is about; it decides who may see it when. */
    public enum Kind {
        /** How the score came about: "8 of 9 cells are right". */
        CREDIT,
        /** What the student did wrong. */
        MISTAKE,
        /** A remark about an answer, also a right one. */
        NOTE,
        /** A sentence that gives the key away, shown only with the keys. */
        KEY
    }
}
