package gradus.exchange;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** How an item of QTI is scored: rules that add to its score and choose what is said. */
final class QtiScoring {
    static final String SCORE = "SCORE";
    static final String FEEDBACK = "FEEDBACK";

    /** An answer that is scored by itself, or said something of. */
    record Case(String id, Target target, String baseType, BigFraction earns) {}

    private final XmlText scoring = new XmlText();
    private final List<String> messages = new ArrayList<>();

    QtiScoring() {
        scoring.begin("responseProcessing");
    }

    /** The rules, their element still open. */
    XmlText xml() {
        return scoring;
    }

    /** What may be said, in the order of its names. */
    List<String> messages() {
        return messages;
    }

    static String message(int place) {
        return "M" + (place + 1);
    }

    /** Adds what the mapping of a response declares. */
    void mapped(String id) {
        scoring.begin("setOutcomeValue", "identifier", SCORE).begin("sum");
        scoring.begin("variable", "identifier", SCORE).end();
        scoring.begin("mapResponse", "identifier", id).end().end().end().newLine();
    }

    /** The first case that holds earns its points and says its message. */
    void cases(List<Case> cases) {
        List<Case> told = cases.stream()
                .filter(each -> each.earns().signum() != 0 || each.target().saysSomething())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        scoring.begin("responseCondition");
        for (int i = 0; i < told.size(); i++) {
            scoring.begin(i == 0 ? "responseIf" : "responseElseIf");
            condition(told.get(i));
            scoring.begin("setOutcomeValue", "identifier", SCORE).begin("sum");
            scoring.begin("variable", "identifier", SCORE).end();
            scoring.leaf("baseValue", ForeignNumbers.text(told.get(i).earns()), "baseType", "float");
            scoring.end().end();
            if (told.get(i).target().saysSomething()) {
                say(told.get(i).target().feedback());
            }
            scoring.end();
        }
        scoring.end().newLine();
    }

    private void condition(Case told) {
        if (told.baseType().equals("string")) {
            scoring.begin("stringMatch", "caseSensitive", "false");
        } else if (told.baseType().equals("identifier")) {
            scoring.begin("match");
        } else {
            String tolerance = ForeignNumbers.text(told.target().tolerance());
            boolean none = told.target().tolerance().signum() == 0;
            if (none) {
                scoring.begin("equal", "toleranceMode", "exact");
            } else {
                scoring.begin("equal", "toleranceMode", "absolute", "tolerance", tolerance + " " + tolerance);
            }
        }
        scoring.begin("variable", "identifier", told.id()).end();
        scoring.leaf("baseValue", told.target().text(), "baseType", told.baseType());
        scoring.end();
    }

    private void say(String feedback) {
        messages.add(feedback);
        scoring.begin("setOutcomeValue", "identifier", FEEDBACK).begin("multiple");
        scoring.begin("variable", "identifier", FEEDBACK).end();
        scoring.leaf("baseValue", message(messages.size() - 1), "baseType", "identifier");
        scoring.end().end();
    }
}
