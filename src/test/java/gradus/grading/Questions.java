package gradus.grading;

import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Reading;
import gradus.question.ValueJson;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.util.Map;

/** Questions for tests, from what their files say behind the prompt. */
final class Questions {
    /** It shows the names that formulas of tests are made of. */
    private static final String PROMPT =
            "'Test of $W, X, a, b, c, d, f, g, m, o, t, v, v_1, w, x, z, dw, \\alpha, \\beta$'";

    private Questions() {}

    /** The only variant of a question without parameters, of whose file the list of parts is given. */
    static Variant parts(String parts) {
        return of("parts:\n" + parts.indent(2));
    }

    /** The only variant of a question without draws. */
    static Variant of(String fields) {
        return Variant.of(read(fields), Map.of());
    }

    static Question read(String fields) {
        return QuestionFile.read("id: test\ntitle: Test\nprompt: " + PROMPT + "\n" + fields, "test.yaml");
    }

    /** The result of the only part. */
    static PartResult grade(Variant variant, String response) {
        Part only = variant.question().parts().get(0);
        return Grader.grade(variant, Map.of(only.id(), response)).part(only.id());
    }

    /** What the only part reads: the value in JSON, or {@code blank}, or {@code unreadable at 3: why}. */
    static String readAs(Variant variant, String response) {
        Reading reading = grade(variant, response).reading();
        if (reading instanceof Reading.Read read) {
            return ValueJson.of(read.answer(), variant.question().parts().get(0))
                    .toString();
        }
        return reading instanceof Reading.Unreadable unreadable
                ? "unreadable at " + unreadable.at() + ": " + unreadable.reason()
                : "blank";
    }
}
