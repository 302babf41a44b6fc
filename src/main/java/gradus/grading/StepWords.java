package gradus.grading;

import gradus.expression.Expression;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.grading.Feedback.Kind;
import gradus.grading.work.ShownNames;
import gradus.maths.Numbers;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.message.Words;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sentences about an answer of which only the place is known where it departs from the right work: which step that is, by
 * its name in the question, and with the keys what is worked out there.
 */
final class StepWords {
    private StepWords() {}

    static List<Feedback> of(FaultFound place, Part part, Variant variant) {
        List<Feedback> said = new ArrayList<>();
        boolean own = place.part().equals(part.id());
        said.add(new Feedback(
                Kind.MISTAKE,
                own ? own(place, variant) : Message.of("grading.departure-step-of", label(place.part(), variant))));
        String right = right(place, variant);
        if (!right.isEmpty()) {
            said.add(new Feedback(Kind.KEY, Message.of("grading.departure-place", "$" + right + "$")));
        }
        return said;
    }

    /** What to look at where the work departs: the kind of operation and no more of the right formula. */
    private static Message own(FaultFound step, Variant variant) {
        String kind;
        try {
            kind = kind(place(step, variant).root());
        } catch (ExpressionException impossible) {
            kind = "";
        }
        return kind.isEmpty() ? Message.of("grading.departure-step") : Message.of("grading.departure-step-" + kind);
    }

    private static String kind(Node place) {
        if (place instanceof OperationNode operation) {
            return switch (operation.operator()) {
                case ADD, SUBTRACT -> "addition";
                case TIMES, ELEMENT_TIMES -> "product";
                case DIVIDE, ELEMENT_DIVIDE -> "quotient";
                case POWER, ELEMENT_POWER -> "power";
            };
        }
        return place instanceof NameNode || place instanceof NumberNode ? "quantity" : "";
    }

    private static Expression place(FaultFound step, Variant variant) {
        Expression work = variant.expect(variant.question().part(step.part()));
        return Expression.parse(step.at(), work.vocabulary());
    }

    /** The place of the right work with its number; empty where it has names that the question does not show. */
    private static String right(FaultFound step, Variant variant) {
        try {
            Expression place = place(step, variant);
            Value value = place.evaluate(variant.scope());
            boolean shown =
                    !place.root().children().isEmpty() && ShownNames.of(variant).has(place.toLatex());
            return !shown || !value.isNumeric() || value.asTensor().rank() > 0
                    ? ""
                    : place.toLatex() + " = " + Numbers.latex(value.asTensor().cell(0));
        } catch (ExpressionException impossible) {
            return "";
        }
    }

    /** What the question calls a part. */
    static Words label(String id, Variant variant) {
        Part part = variant.question().part(id);
        Map<String, String> labels = new LinkedHashMap<>();
        for (Locale language : Languages.spoken()) {
            String label = variant.label(part, language);
            labels.put(language.getLanguage(), label.isEmpty() ? "`" + id + "`" : label);
        }
        return new Text(labels);
    }
}
