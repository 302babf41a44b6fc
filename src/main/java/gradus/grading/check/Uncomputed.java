package gradus.grading.check;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Mistakes and accepted answers that could not be computed in any variant, such as options that do not exist. */
final class Uncomputed {
    private final Question question;
    private final Set<List<String>> computed = new HashSet<>();

    /** Receives each answer that was never computed, by name, with the reason. */
    interface Report {
        void never(Part part, String name, Message why);
    }

    Uncomputed(Question question) {
        this.question = question;
    }

    /** Records which answers of a part could be computed in a variant. */
    void note(Variant variant, Part part) {
        variant.mistakes(part)
                .forEach(
                        wrong -> computed.add(List.of(part.id(), wrong.mistake().id())));
        variant.accepts(part)
                .forEach(further ->
                        computed.add(List.of(part.id(), accepted(part.accept().indexOf(further.accept())))));
    }

    /** Reports what was never computed, with the reason found in the last variant. */
    void tell(Variant last, Report report) {
        for (Part part : question.parts()) {
            for (Mistake mistake : part.mistakes()) {
                if (!computed.contains(List.of(part.id(), mistake.id()))) {
                    report.never(part, mistake.id(), why(last, part, mistake.expect()));
                }
            }
            for (int i = 0; i < part.accept().size(); i++) {
                if (!computed.contains(List.of(part.id(), accepted(i)))) {
                    report.never(
                            part, "accept", why(last, part, part.accept().get(i).expect()));
                }
            }
        }
    }

    private static String accepted(int index) {
        return "/" + index;
    }

    private static Message why(Variant last, Part part, Expression expect) {
        try {
            part.type().answer(expect, part, last);
            return Message.of("grading.not-finite");
        } catch (ExpressionException failed) {
            return failed.problem();
        }
    }
}
