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
        /** What else there is to say of an answer, a right one too. */
        NOTE,
        /** Gives the key away; only where keys are shown. */
        KEY
    }
}
