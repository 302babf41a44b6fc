package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** Writes a question as an assessment item of QTI 2.1: what is answered, what is shown, and how it is scored. */
final class QtiItem {
    static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    static final String SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd";
    private static final String SINGLE = "single";

    /** The attributes that elements of HTML keep in an item. */
    private static final Map<String, String> ATTRIBUTES =
            Map.of("img", "src alt", "a", "href", "th", "align", "td", "align");

    private final HtmlOfMarkdown markdown = new HtmlOfMarkdown(name -> "pictures/" + name);
    private final XmlText declarations = new XmlText();
    private final XmlText body = new XmlText();
    private final QtiScoring scoring = new QtiScoring();
    private boolean inTable;

    private QtiItem() {}

    /** The XML of a question. */
    static String of(PortableQuestion question) {
        if (!question.hints().isEmpty()) {
            question.losses().add("exchange.hints-lost");
        }
        if (!question.solution().isBlank()) {
            question.losses().add("exchange.solution-lost");
        }
        QtiItem item = new QtiItem();
        item.declarations.begin("declarations");
        item.body.begin("itemBody");
        item.body.html(item.markdown.blocks(question.prompt()), ATTRIBUTES);
        int number = 1;
        for (PortableQuestion.Field field : question.fields()) {
            item.field(field, "RESPONSE" + number++);
        }
        return item.whole(question);
    }

    private void field(PortableQuestion.Field field, String id) {
        boolean line = isInLine(field.asked());
        String label = field.label().isBlank() ? "" : markdown.line(field.label());
        if (line || !label.isEmpty()) {
            body.begin("p").html(label, ATTRIBUTES).text(" ");
        }
        if (line) {
            field.asked().qti(this, id, field.points());
        }
        if (line || !label.isEmpty()) {
            body.end().newLine();
        }
        if (!line) {
            field.asked().qti(this, id, field.points());
        }
    }

    private static boolean isInLine(Asked asked) {
        return asked.kind().equals("numerical") || asked.kind().equals("shortanswer");
    }

    private String whole(PortableQuestion question) {
        XmlText item = new XmlText();
        item.begin(
                "assessmentItem",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " " + SCHEMA,
                "identifier",
                question.id(),
                "title",
                question.name(),
                "adaptive",
                "false",
                "timeDependent",
                "false");
        item.newLine().text("");
        return item
                + declarations.end().inside()
                + outcomes(question)
                + body.end().whole()
                + scoring.xml().end().whole()
                + feedback()
                + "</assessmentItem>\n";
    }

    private String outcomes(PortableQuestion question) {
        XmlText outcomes = new XmlText();
        outcomes.begin("o");
        outcomes.begin(
                "outcomeDeclaration",
                "identifier",
                QtiScoring.SCORE,
                "cardinality",
                SINGLE,
                "baseType",
                "float",
                "normalMaximum",
                ForeignNumbers.text(question.points()));
        outcomes.begin("defaultValue").leaf("value", "0").end().end().newLine();
        if (!scoring.messages().isEmpty()) {
            outcomes.begin(
                    "outcomeDeclaration",
                    "identifier",
                    QtiScoring.FEEDBACK,
                    "cardinality",
                    "multiple",
                    "baseType",
                    "identifier");
            outcomes.end().newLine();
        }
        return outcomes.end().inside();
    }

    private String feedback() {
        XmlText feedback = new XmlText();
        feedback.begin("f");
        for (int i = 0; i < scoring.messages().size(); i++) {
            feedback.begin(
                    "modalFeedback",
                    "outcomeIdentifier",
                    QtiScoring.FEEDBACK,
                    "identifier",
                    QtiScoring.message(i),
                    "showHide",
                    "show");
            feedback.html(markdown.blocks(scoring.messages().get(i)), ATTRIBUTES)
                    .end()
                    .newLine();
        }
        return scoring.messages().isEmpty() ? "" : feedback.end().inside();
    }

    private void declare(String id, String cardinality, String baseType, List<String> right) {
        declarations.begin("responseDeclaration", "identifier", id, "cardinality", cardinality, "baseType", baseType);
        if (!right.isEmpty()) {
            declarations.begin("correctResponse");
            right.forEach(value -> declarations.leaf("value", value));
            declarations.end();
        }
    }

    private void declared() {
        declarations.end().newLine();
    }

    /** A field for a number. */
    void number(String id, List<Target> targets, BigFraction points) {
        List<Target> known =
                targets.stream().filter(target -> target.number() != null).toList();
        declare(id, SINGLE, "float", known.stream().limit(1).map(Target::text).toList());
        declared();
        entry(id);
        scoring.cases(known.stream()
                .map(target -> new QtiScoring.Case(id, target, "float", share(points, target)))
                .toList());
    }

    /** A field for a few words. */
    void words(String id, List<Target> targets, BigFraction points) {
        declare(
                id,
                SINGLE,
                "string",
                targets.stream().limit(1).map(Target::text).toList());
        declared();
        entry(id);
        scoring.cases(targets.stream()
                .map(target -> new QtiScoring.Case(id, target, "string", share(points, target)))
                .toList());
    }

    private void entry(String id) {
        body.begin("textEntryInteraction", "responseIdentifier", id, "expectedLength", "12")
                .end();
    }

    private static BigFraction share(BigFraction points, Target target) {
        return points.multiply(gradus.maths.Decimals.exactly(target.percent())).divide(100);
    }

    /** One option of several. */
    void options(String id, List<Target> options, BigFraction points) {
        List<String> right = new ArrayList<>();
        List<QtiScoring.Case> cases = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Target option = options.get(i);
            String name = PartYaml.optionId(i);
            if (option.isRight()) {
                right.add(name);
            }
            Target named = new Target(name, BigDecimal.ZERO, option.percent(), option.feedback());
            cases.add(new QtiScoring.Case(id, named, "identifier", share(points, option)));
        }
        declare(id, SINGLE, "identifier", right.stream().limit(1).toList());
        declared();
        offer(id, options, "1");
        scoring.cases(cases);
    }

    /** Any number of options, each of which earns or costs its share. */
    void ticks(String id, List<Target> options, BigFraction points) {
        List<String> right = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).percent().signum() > 0) {
                right.add(PartYaml.optionId(i));
            }
        }
        declare(id, "multiple", "identifier", right);
        declarations.begin(
                "mapping", "lowerBound", "0", "upperBound", ForeignNumbers.text(points), "defaultValue", "0");
        for (int i = 0; i < options.size(); i++) {
            String earns = ForeignNumbers.text(share(points, options.get(i)));
            declarations
                    .begin("mapEntry", "mapKey", PartYaml.optionId(i), "mappedValue", earns)
                    .end();
        }
        declarations.end();
        declared();
        offer(id, options, "0");
        scoring.mapped(id);
    }

    private void offer(String id, List<Target> options, String most) {
        String kind = inTable ? "inlineChoiceInteraction" : "choiceInteraction";
        if (inTable) {
            body.begin(kind, "responseIdentifier", id, "shuffle", "false");
        } else {
            body.begin(kind, "responseIdentifier", id, "shuffle", "false", "maxChoices", most);
        }
        for (int i = 0; i < options.size(); i++) {
            body.begin(inTable ? "inlineChoice" : "simpleChoice", "identifier", PartYaml.optionId(i));
            String html = markdown.line(options.get(i).text());
            if (inTable) {
                body.text(HtmlElement.body(html).text());
            } else {
                body.html(html, ATTRIBUTES);
            }
            body.end();
        }
        body.end().newLine();
    }

    /** A field for a text, with what graders hold it against. */
    void text(String id, String forGraders) {
        declare(id, SINGLE, "string", List.of());
        declared();
        if (!forGraders.isBlank()) {
            body.begin("rubricBlock", "view", "scorer").html(markdown.blocks(forGraders), ATTRIBUTES);
            body.end();
        }
        body.begin("extendedTextInteraction", "responseIdentifier", id, "expectedLines", "8")
                .end()
                .newLine();
    }

    void beginTable(List<String> columns, List<String> heads) {
        inTable = true;
        body.begin("table").begin("tbody");
        if (!columns.isEmpty()) {
            body.begin("tr");
            if (!heads.isEmpty()) {
                body.begin("th").end();
            }
            columns.forEach(column ->
                    body.begin("th").html(markdown.line(column), ATTRIBUTES).end());
            body.end();
        }
    }

    void beginRow(String head) {
        body.begin("tr");
        if (!head.isEmpty()) {
            body.begin("th").html(markdown.line(head), ATTRIBUTES).end();
        }
    }

    void beginCell() {
        body.begin("td");
    }

    void end() {
        body.end();
    }

    void endTable() {
        body.end().end().newLine();
        inTable = false;
    }
}
