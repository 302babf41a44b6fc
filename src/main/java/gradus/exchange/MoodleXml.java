package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Writes questions in Moodle's XML format. Fields of one question that can share a text become one question with fields inside. */
final class MoodleXml {
    private static final String FILES = "@@PLUGINFILE@@/";
    private static final String HTML = "html";

    private final XmlText xml = new XmlText();
    private final HtmlOfMarkdown markdown = new HtmlOfMarkdown(name -> FILES + name);
    private Losses losses = new Losses();
    private BigFraction weight = BigFraction.ONE;

    private MoodleXml() {}

    /**
     * The text of a file.
     *
     * @param category what the questions are filed under
     */
    static String of(String category, List<PortableQuestion> questions) {
        MoodleXml file = new MoodleXml();
        file.xml.begin("quiz").newLine();
        file.xml.begin("question", "type", "category").begin("category");
        file.xml.leaf("text", "$course$/top/" + category.replace("/", "//"));
        file.xml.end().end().newLine();
        questions.forEach(file::add);
        file.xml.end();
        return file.xml.toString();
    }

    private void add(PortableQuestion question) {
        losses = question.losses();
        List<PortableQuestion.Field> inside = new ArrayList<>();
        List<PortableQuestion.Field> alone = new ArrayList<>();
        for (PortableQuestion.Field field : question.fields()) {
            (field.asked().canBeEmbedded() ? inside : alone).add(field);
        }
        boolean table = inside.size() == 1 && inside.get(0).asked().kind().equals("cloze");
        if (inside.size() > 1 || table) {
            inside(question.only("", inside));
        } else {
            alone.addAll(0, inside);
        }
        for (PortableQuestion.Field field : alone) {
            boolean whole = question.fields().size() == 1;
            String number = String.valueOf(question.fields().indexOf(field) + 1);
            alone(whole ? question : question.only(number, List.of(field)));
        }
    }

    private void alone(PortableQuestion question) {
        PortableQuestion.Field field = question.fields().get(0);
        String label = field.label().isBlank() ? "" : "\n\n" + field.label();
        begin(question, field.asked().kind(), markdown.blocks(question.prompt() + label));
        leaf("defaultgrade", ForeignNumbers.text(field.points()));
        field.asked().moodle(this);
        end(question);
    }

    private void inside(PortableQuestion question) {
        weight = ForeignNumbers.toWhole(question.fields().stream()
                .map(field -> field.points().divide(field.asked().fields()))
                .toList());
        StringBuilder html = new StringBuilder(markdown.blocks(question.prompt()));
        for (PortableQuestion.Field field : question.fields()) {
            boolean table = field.asked().fields() > 1;
            String label = line(field.label());
            html.append("\n<p>").append(label).append(label.isEmpty() ? "" : " ");
            html.append(table ? "</p>" : "");
            html.append(field.asked().embedded(this, field.points()));
            html.append(table ? "" : "</p>");
        }
        begin(question, "cloze", html.toString());
        leaf("defaultgrade", ForeignNumbers.text(question.points()));
        end(question);
    }

    private void begin(PortableQuestion question, String kind, String html) {
        xml.begin("question", "type", kind).newLine();
        xml.begin("name").leaf("text", question.name()).end().newLine();
        xml.begin("questiontext", "format", HTML).leaf("text", html);
        question.pictures()
                .forEach((name, bytes) -> xml.leaf(
                        "file",
                        Base64.getEncoder().encodeToString(bytes),
                        "name",
                        name,
                        "path",
                        "/",
                        "encoding",
                        "base64"));
        xml.end().newLine();
        html("generalfeedback", question.solution());
    }

    private void end(PortableQuestion question) {
        leaf("idnumber", question.id());
        question.hints().forEach(hint -> html("hint", hint));
        if (!question.tags().isEmpty()) {
            xml.begin("tags");
            question.tags().forEach(tag -> xml.begin("tag").leaf("text", tag).end());
            xml.end().newLine();
        }
        xml.end().newLine();
    }

    void leaf(String name, String words) {
        xml.leaf(name, words).newLine();
    }

    /** An element that holds a formatted text. */
    void html(String name, String text) {
        xml.begin(name, "format", HTML).leaf("text", text.isBlank() ? "" : markdown.blocks(text));
        xml.end().newLine();
    }

    /** A text within a line, as HTML. */
    String line(String text) {
        return text.isBlank() ? "" : markdown.line(text);
    }

    /** An answer that is compared as it stands. */
    void answer(Target target, boolean tolerance) {
        xml.begin("answer", "fraction", ForeignNumbers.text(grade(target.percent())), "format", "moodle_auto_format");
        xml.leaf("text", target.text());
        feedback(target);
        if (tolerance) {
            xml.leaf("tolerance", ForeignNumbers.text(target.tolerance()));
        }
        xml.end().newLine();
    }

    private void feedback(Target target) {
        xml.begin("feedback", "format", HTML).leaf("text", line(target.feedback()));
        xml.end();
    }

    /** How a choice is offered. */
    void options(boolean single) {
        leaf("single", String.valueOf(single));
        leaf("shuffleanswers", "false");
        leaf("answernumbering", "abc");
    }

    void option(Target target, BigDecimal percent) {
        xml.begin("answer", "fraction", ForeignNumbers.text(grade(percent)), "format", HTML);
        xml.leaf("text", line(target.text()));
        feedback(target);
        xml.end().newLine();
    }

    /** A row that is to be matched; without a text it is only an option more. */
    void pair(String row, String option) {
        xml.begin("subquestion", "format", HTML).leaf("text", row);
        xml.begin("answer").leaf("text", words(option));
        xml.end().end().newLine();
    }

    /** An option as a list to choose from shows it: without any formatting. */
    private String words(String option) {
        return HtmlElement.body(line(option)).text();
    }

    private BigDecimal grade(BigDecimal percent) {
        if (!ForeignNumbers.isGrade(percent)) {
            losses.add(
                    "exchange.grade-rounded",
                    ForeignNumbers.text(percent),
                    ForeignNumbers.text(ForeignNumbers.grade(percent)));
        }
        return ForeignNumbers.grade(percent);
    }

    /** A field inside a text. */
    String field(String kind, BigFraction points, List<Target> targets, Function<Target, String> written) {
        // without points the fields still count for each other
        String weighted = points.signum() == 0
                ? "1"
                : points.multiply(weight).getNumerator().toString();
        return targets.stream()
                .map(target -> {
                    String sign = target.isRight()
                            ? "="
                            : target.percent().signum() == 0
                                    ? ""
                                    : "%" + ForeignNumbers.text(grade(target.percent())) + "%";
                    String said = line(target.feedback());
                    return sign
                            + EscapedText.inField(written.apply(target))
                            + (said.isEmpty() ? "" : "#" + EscapedText.inField(said));
                })
                .collect(Collectors.joining("~", "{" + weighted + ":" + kind + ":", "}"));
    }
}
