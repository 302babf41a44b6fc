package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A text of Moodle with fields inside it.
 *
 * @param html the text with a number in place of each field
 */
record ClozeText(String html, List<PortableQuestion.Field> fields) {
    private static final Pattern OPEN = Pattern.compile("\\{(\\d*):([A-Z_]+):");
    private static final int MOST = 200;

    ClozeText {
        fields = List.copyOf(fields);
    }

    static ClozeText read(String source, Losses losses) {
        StringBuilder html = new StringBuilder();
        List<PortableQuestion.Field> fields = new ArrayList<>();
        Matcher open = OPEN.matcher(source);
        int done = 0;
        while (open.find(done) && fields.size() < MOST) {
            int end = end(source, open.end());
            if (end < 0) {
                break;
            }
            String weight = open.group(1).isEmpty() ? "1" : open.group(1);
            Asked asked = asked(open.group(2), answers(source.substring(open.end(), end)), losses);
            String sign = "[" + (fields.size() + 1) + "]";
            fields.add(new PortableQuestion.Field(
                    sign,
                    weight.length() > 6 || Integer.parseInt(weight) == 0
                            ? BigFraction.ONE
                            : BigFraction.of(Integer.parseInt(weight)),
                    asked));
            html.append(source, done, open.start()).append("<b>").append(sign).append("</b>");
            done = end + 1;
        }
        if (fields.isEmpty()) {
            losses.leaveOut("exchange.no-fields");
        }
        return new ClozeText(html.append(source.substring(done)).toString(), fields);
    }

    /** Where the brace stands that closes a field; −1 where none does. */
    private static int end(String source, int from) {
        for (int i = from; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.charAt(i) == '}') {
                return i;
            }
        }
        return -1;
    }

    /** Answers such as {@code =right#well done~%50%half~wrong}. */
    private static List<Target> answers(String written) {
        List<Target> answers = new ArrayList<>();
        for (String each : EscapedText.split(written, '~')) {
            if (each.isBlank()) {
                continue;
            }
            Target.Weighted answer = Target.Weighted.of(each);
            List<String> said = EscapedText.split(answer.text(), '#');
            answers.add(Target.of(
                    EscapedText.plain(said.get(0), EscapedText.CLOZE).strip(),
                    answer.percent(),
                    said.size() > 1
                            ? EscapedText.plain(said.get(1), EscapedText.CLOZE).strip()
                            : ""));
        }
        return answers;
    }

    private static Asked asked(String kind, List<Target> answers, Losses losses) {
        String word = kind.toUpperCase(Locale.ROOT);
        if (word.equals("NUMERICAL") || word.equals("NM")) {
            return new AskedNumber(answers.stream().map(ClozeText::number).toList());
        }
        List<Target> texts =
                answers.stream().map(answer -> marked(answer, losses)).toList();
        if (word.startsWith("MULTIRESPONSE") || word.startsWith("MR")) {
            return new AskedChoices(texts);
        }
        if (word.startsWith("MULTICHOICE") || word.startsWith("MC")) {
            return new AskedChoice(texts);
        }
        if (word.startsWith("SHORTANSWER") || word.startsWith("SA") || word.equals("MW")) {
            return new AskedWords(answers);
        }
        losses.leaveOut("exchange.kind-unknown", kind);
        return new AskedNothing();
    }

    private static Target marked(Target answer, Losses losses) {
        return Target.of(
                MarkdownOfHtml.line(answer.text(), losses),
                answer.percent(),
                MarkdownOfHtml.line(answer.feedback(), losses));
    }

    private static Target number(Target answer) {
        int colon = answer.text().indexOf(':');
        String value = colon < 0 ? answer.text() : answer.text().substring(0, colon);
        String tolerance = colon < 0 ? "0" : answer.text().substring(colon + 1);
        return new Target(
                value.strip(),
                MoodleXmlReader.number(tolerance, BigDecimal.ZERO).abs(),
                answer.percent(),
                answer.feedback());
    }
}
