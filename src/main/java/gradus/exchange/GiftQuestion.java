package gradus.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** One question of a text in Moodle's GIFT format. */
final class GiftQuestion {
    private static final Pattern FORM = Pattern.compile("\\s*\\[(html|moodle|plain|markdown)\\]");
    private static final Pattern TRUTH = Pattern.compile("\\s*(T|TRUE|F|FALSE)\\s*");
    private static final String GENERAL = "####";
    private static final String ARROW = "->";
    private static final String GAP = " \\_\\_\\_\\_\\_ ";

    private final String source;
    private final String id;
    private final List<String> tags;
    private final Losses losses = new Losses();
    private String form = "moodle";

    GiftQuestion(String source, String id, List<String> tags) {
        this.source = source;
        this.id = id;
        this.tags = tags;
    }

    PortableQuestion read() {
        String rest = source;
        String name = "";
        if (rest.startsWith("::")) {
            int end = EscapedText.indexOf(rest, "::", 2);
            if (end > 0) {
                name = EscapedText.plain(rest.substring(2, end), EscapedText.GIFT)
                        .strip();
                rest = rest.substring(end + 2);
            }
        }
        int open = EscapedText.indexOf(rest, "{", 0);
        int close = open < 0 ? -1 : closing(rest, open);
        String before = open < 0 ? rest : rest.substring(0, open);
        String block = open < 0 || close < 0 ? "" : rest.substring(open + 1, close);
        String after = close < 0 ? "" : rest.substring(close + 1).strip();
        Matcher formed = FORM.matcher(before);
        if (formed.lookingAt()) {
            form = formed.group(1);
            before = before.substring(formed.end());
        }
        String prompt = text(before) + (after.isEmpty() ? "" : GAP + text(after));
        if (name.isEmpty()) {
            name = EscapedText.plain(before, EscapedText.GIFT)
                    .replaceAll("<[^>]{0,200}>|\\s+", " ")
                    .strip();
            name = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        }
        if (open >= 0 && close < 0) {
            losses.leaveOut("exchange.brace-open");
        }
        int general = EscapedText.indexOf(block, GENERAL, 0);
        String solution = general < 0 ? "" : text(block.substring(general + GENERAL.length()));
        String answers = (general < 0 ? block : block.substring(0, general)).strip();
        Asked asked = open < 0 ? new AskedNothing() : asked(answers);
        return new PortableQuestion(
                id,
                name,
                asked.kind(),
                prompt,
                List.of(new PortableQuestion.Field("", BigFraction.ONE, asked)),
                List.of(),
                solution,
                tags,
                Map.of(),
                losses);
    }

    /** Where the block of answers ends: at the first brace that means something. */
    private static int closing(String text, int open) {
        return EscapedText.indexOf(text, "}", open + 1);
    }

    private Asked asked(String answers) {
        if (answers.isEmpty()) {
            return new AskedText("");
        }
        if (answers.startsWith("#")) {
            return new AskedNumber(numbers(answers.substring(1).strip()));
        }
        List<String> truth = EscapedText.split(answers, '#');
        Matcher sign = TRUTH.matcher(truth.get(0));
        if (sign.matches()) {
            return new AskedTruth(
                    sign.group(1).startsWith("T"),
                    truth.size() > 1 ? line(truth.get(1)) : "",
                    truth.size() > 2 ? line(truth.get(2)) : "");
        }
        List<String> each = each(answers);
        boolean tilde = EscapedText.indexOf(answers, "~", 0) >= 0;
        if (!tilde && EscapedText.indexOf(answers, ARROW, 0) >= 0) {
            return pairs(each);
        }
        if (!tilde) {
            return new AskedWords(each.stream().map(this::words).toList());
        }
        List<Target> options = each.stream().map(this::option).toList();
        boolean single = each.stream().anyMatch(answer -> answer.startsWith("="));
        return single ? new AskedChoice(options) : new AskedChoices(options);
    }

    /** The answers, each with the sign before it. */
    private static List<String> each(String answers) {
        List<String> each = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= answers.length(); i++) {
            boolean sign = i < answers.length() && (answers.charAt(i) == '=' || answers.charAt(i) == '~');
            if (i == answers.length() || sign) {
                if (!answers.substring(from, i).isBlank()) {
                    each.add(answers.substring(from, i).strip());
                }
                from = i;
            } else if (answers.charAt(i) == '\\') {
                i++;
            }
        }
        return each;
    }

    private record Said(Target.Weighted answer, String text, String feedback) {}

    private static Said said(String written) {
        boolean tilde = written.startsWith("~");
        Target.Weighted answer = Target.Weighted.of(tilde ? written.substring(1) : written);
        List<String> pieces = EscapedText.split(answer.text(), '#');
        return new Said(answer, pieces.get(0), pieces.size() > 1 ? pieces.get(1) : "");
    }

    private Target words(String written) {
        Said said = said(written);
        return Target.of(
                EscapedText.plain(said.text(), EscapedText.GIFT).strip(),
                percent(written, said),
                line(said.feedback()));
    }

    private Target option(String written) {
        Said said = said(written);
        return Target.of(line(said.text()), percent(written, said), line(said.feedback()));
    }

    private static BigDecimal percent(String written, Said said) {
        boolean usual = !said.answer().weighted() && !written.startsWith("~");
        return usual ? ForeignNumbers.HUNDRED : said.answer().percent();
    }

    private List<Target> numbers(String answers) {
        List<String> each = each(answers);
        return each.stream().map(this::number).toList();
    }

    /** A number with its tolerance, {@code 3:2}, or the ends of what is right, {@code 1..5}. */
    private Target number(String written) {
        Said said = said(written);
        BigDecimal percent = percent(written, said);
        String text = EscapedText.plain(said.text(), EscapedText.GIFT).strip();
        String feedback = line(said.feedback());
        int range = text.indexOf("..");
        if (range > 0) {
            BigDecimal low = ForeignNumbers.read(text.substring(0, range)).orElse(null);
            BigDecimal high = ForeignNumbers.read(text.substring(range + 2)).orElse(null);
            if (low != null && high != null) {
                BigDecimal two = BigDecimal.valueOf(2);
                BigDecimal middle = low.add(high).divide(two);
                return new Target(
                        ForeignNumbers.text(middle), high.subtract(middle).abs(), percent, feedback);
            }
        }
        int colon = text.indexOf(':');
        String value = colon < 0 ? text : text.substring(0, colon).strip();
        BigDecimal tolerance = colon < 0
                ? BigDecimal.ZERO
                : MoodleXmlReader.number(text.substring(colon + 1), BigDecimal.ZERO)
                        .abs();
        boolean other = value.isEmpty() || value.equals("*");
        return new Target(other ? "*" : value, tolerance, percent, feedback);
    }

    private AskedPairs pairs(List<String> each) {
        List<AskedPairs.Pair> pairs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String written : each) {
            String pair = written.startsWith("=") ? written.substring(1) : written;
            int arrow = EscapedText.indexOf(pair, ARROW, 0);
            String row = arrow < 0 ? pair : pair.substring(0, arrow);
            String option = arrow < 0 ? "" : line(pair.substring(arrow + ARROW.length()));
            if (row.isBlank()) {
                others.add(option);
            } else {
                pairs.add(new AskedPairs.Pair(line(row), option));
            }
        }
        return new AskedPairs(pairs, others);
    }

    private String text(String written) {
        String plain = EscapedText.plain(written, EscapedText.GIFT).strip();
        return switch (form) {
            case "markdown" -> MarkdownWords.withoutPlaces(plain);
            case "plain" ->
                MarkdownWords.withoutPlaces(MarkdownWords.plain(plain).replace("\n", "\\\n"));
            case "html" -> MarkdownOfHtml.blocks(plain, losses);
            default -> MarkdownOfHtml.blocks(plain.replace("\n", "<br>"), losses);
        };
    }

    private String line(String written) {
        Matcher formed = FORM.matcher(written);
        String rest = formed.lookingAt() ? written.substring(formed.end()) : written;
        return text(rest.replaceAll("\\s+", " "))
                .replaceAll("\\s*\\\\?\\n+\\s*", " ")
                .strip();
    }
}
