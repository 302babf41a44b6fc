package gradus.exchange;

import gradus.maths.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/** One question of a file in Moodle's XML format. */
final class MoodleQuestion {
    private final XmlElement question;
    private final String category;
    private final String type;
    private final Losses losses = new Losses();
    private final Map<String, byte[]> pictures = new TreeMap<>();

    MoodleQuestion(XmlElement question, String category) {
        this.question = question;
        this.category = category;
        this.type = question.attribute("type");
    }

    PortableQuestion read() {
        BigFraction points = points();
        List<PortableQuestion.Field> fields = new ArrayList<>();
        String prompt;
        if (type.equals("cloze") || type.equals("multianswer")) {
            ClozeText cloze = ClozeText.read(rich(question, "questiontext"), losses);
            prompt = text("questiontext", cloze.html());
            fields.addAll(cloze.fields());
        } else {
            prompt = text("questiontext", rich(question, "questiontext"));
            fields.add(new PortableQuestion.Field("", points, asked()));
        }
        checkWhatIsLost();
        String name = question.textOf("name");
        return new PortableQuestion(
                question.textOf("idnumber"),
                name,
                type,
                prompt,
                fields,
                question.all("hint").stream()
                        .map(hint -> rendered(hint, hint.textOf("text")))
                        .filter(hint -> !hint.isBlank())
                        .toList(),
                text("generalfeedback", rich(question, "generalfeedback")),
                tags(),
                pictures,
                losses);
    }

    private BigFraction points() {
        BigDecimal grade = MoodleXmlReader.number(question.textOf("defaultgrade"), BigDecimal.ONE);
        return Decimals.exactly(grade.signum() > 0 ? grade : BigDecimal.ONE);
    }

    private List<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        if (!category.isBlank()) {
            tags.add(category);
        }
        question.first("tags").ifPresent(all -> all.all("tag").forEach(tag -> tags.add(tag.textOf("text"))));
        tags.removeIf(String::isBlank);
        return List.copyOf(tags);
    }

    private Asked asked() {
        return switch (type) {
            case "numerical" -> new AskedNumber(answers());
            case "shortanswer" -> new AskedWords(answers());
            case "multichoice" -> isSingle() ? new AskedChoice(options()) : new AskedChoices(options());
            case "truefalse" -> truth();
            case "matching", "match" -> pairs();
            case "essay" -> new AskedText(text("graderinfo", rich(question, "graderinfo")));
            case "description" -> new AskedNothing();
            default -> {
                losses.leaveOut("exchange.kind-unknown", type.isBlank() ? "?" : type);
                yield new AskedNothing();
            }
        };
    }

    private boolean isSingle() {
        String single = question.textOf("single");
        return !single.equals("false") && !single.equals("0");
    }

    private List<Target> answers() {
        return question.all("answer").stream()
                .map(answer -> new Target(
                        answer.textOf("text"),
                        MoodleXmlReader.number(answer.textOf("tolerance"), BigDecimal.ZERO)
                                .abs(),
                        percent(answer),
                        feedback(answer)))
                .toList();
    }

    private List<Target> options() {
        return question.all("answer").stream()
                .map(answer -> Target.of(line(answer, answer.textOf("text")), percent(answer), feedback(answer)))
                .toList();
    }

    private static BigDecimal percent(XmlElement answer) {
        return MoodleXmlReader.number(answer.attribute("fraction"), BigDecimal.ZERO);
    }

    private AskedTruth truth() {
        boolean isTrue = false;
        String ofTrue = "";
        String ofFalse = "";
        for (XmlElement answer : question.all("answer")) {
            boolean sign = answer.textOf("text").equalsIgnoreCase("true");
            isTrue |= sign && percent(answer).signum() > 0;
            ofTrue = sign ? feedback(answer) : ofTrue;
            ofFalse = sign ? ofFalse : feedback(answer);
        }
        return new AskedTruth(isTrue, isTrue ? ofFalse : ofTrue, isTrue ? ofTrue : ofFalse);
    }

    private AskedPairs pairs() {
        List<AskedPairs.Pair> pairs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (XmlElement row : question.all("subquestion")) {
            String said = line(row, row.textOf("text"));
            String option = row.first("answer")
                    .map(answer -> MarkdownWords.withoutPlaces(MarkdownWords.plain(answer.textOf("text"))))
                    .orElse("");
            if (said.isBlank()) {
                others.add(option);
            } else {
                pairs.add(new AskedPairs.Pair(said, option));
            }
        }
        return new AskedPairs(pairs, others);
    }

    private String feedback(XmlElement answer) {
        return answer.first("feedback")
                .map(feedback -> line(feedback, feedback.textOf("text")))
                .orElse("");
    }

    private void checkWhatIsLost() {
        for (String general : List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")) {
            if (!question.textOf(general).isBlank()) {
                losses.add("exchange.overall-feedback-lost");
            }
        }
        if (question.first("units")
                .filter(units -> !units.all("unit").isEmpty())
                .isPresent()) {
            losses.add("exchange.units-lost");
        }
        if (!question.textOf("responsetemplate").isBlank()) {
            losses.add("exchange.template-lost");
        }
        if (MoodleXmlReader.number(question.textOf("attachments"), BigDecimal.ZERO)
                        .signum()
                != 0) {
            losses.add("exchange.attachments-lost");
        }
        if (question.textOf("usecase").equals("1")) {
            losses.add("exchange.case-lost");
        }
    }

    /** The text of an element with its formatting marks, as HTML where it is written so. */
    private static String rich(XmlElement parent, String child) {
        return parent.first(child).map(element -> element.textOf("text")).orElse("");
    }

    private String text(String child, String source) {
        return question.first(child).map(element -> rendered(element, source)).orElse("");
    }

    /** A text as Markdown, by what its element says of its form. */
    private String rendered(XmlElement element, String source) {
        for (XmlElement file : element.all("file")) {
            String name = Pictures.name(file.attribute("name"));
            Pictures.decoded(file.text())
                    .filter(bytes ->
                            !name.isEmpty() && file.attribute("encoding").equals("base64"))
                    .ifPresentOrElse(
                            bytes -> pictures.put(name, bytes),
                            () -> losses.add("exchange.picture-lost", file.attribute("name")));
        }
        return switch (element.attribute("format")) {
            case "markdown" -> MarkdownWords.withoutPlaces(source);
            case "plain_text" ->
                MarkdownWords.withoutPlaces(MarkdownWords.plain(source).replace("\n", "\\\n"));
            case "html" -> MarkdownOfHtml.blocks(source, losses);
            default -> MarkdownOfHtml.blocks(source.strip().replace("\n", "<br>"), losses);
        };
    }

    private String line(XmlElement element, String source) {
        return rendered(element, source).replaceAll("\\s*\\\\?\\n+\\s*", " ").strip();
    }
}
