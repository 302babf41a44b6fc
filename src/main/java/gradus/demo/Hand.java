package gradus.demo;

import gradus.attempt.QuestionInAttempt;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.question.Variant.Wrong;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How an example student answers: rightly as often as they are good, and otherwise by wrong procedures, slips and gaps. */
final class Hand {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{5,}(?:[eE]-?\\d+)?");
    /** What somebody keeps of a number that goes on. */
    private static final MathContext WRITTEN = new MathContext(6);

    private static final Pattern FRACTION = Pattern.compile("\\\\d?frac\\s*\\{([^{}]*)}\\s*\\{([^{}]*)}");
    private static final Pattern SYMBOL = Pattern.compile("\\\\([a-zA-Z]+)\\s*|\\\\[,;:! ]\\s*");
    private static final Pattern MARKUP = Pattern.compile("[${}*`]");
    private static final double PROCEDURE = 0.55;
    private static final double SLIP = 0.8;

    private final Random random;
    /** Numbers of its own, so that what is answered does not hang on how fast. */
    private final Random pace;

    private final double skill;
    private final Locale language;

    /** @param skill how many of the answers are right, 0 to 1 */
    Hand(long seed, double skill, Locale language) {
        this.random = new Random(seed);
        this.pace = new Random(~seed);
        this.skill = skill;
        this.language = language;
    }

    /** How much of the usual time the student takes for a question: from 0.5 to 1.5. */
    double pace() {
        return 0.5 + pace.nextDouble();
    }

    /** What the student types into a part; empty for nothing. */
    String answer(QuestionInAttempt asked, Part part) {
        if (part.isGradedByPerson()) {
            return text(asked.variant(), part);
        }
        PartType type = part.type();
        String key = written(type.print(asked.variant().key(part), part));
        double luck = random.nextDouble();
        double kind = random.nextDouble();
        if (luck < skill) {
            return key;
        }
        List<Wrong> wrong = asked.variant().mistakes(part);
        String typed = kind < PROCEDURE && !wrong.isEmpty()
                ? written(type.print(wrong.get(random.nextInt(wrong.size())).answer(), part))
                : kind < SLIP ? slip(key) : "";
        return type.read(typed, part, asked.variant()) instanceof Reading.Read ? typed : "";
    }

    /** An answer with numbers as long as somebody writes them. */
    private static String written(String printed) {
        return LONG_NUMBER
                .matcher(printed)
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(WRITTEN)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** The right answer with one of its numbers, or its first sign, wrong. */
    private String slip(String key) {
        List<MatchResult> numbers = DIGITS.matcher(key).results().toList();
        if (numbers.isEmpty()) {
            return key.contains("+") ? key.replaceFirst("\\+", "-") : key.replaceFirst("-", "+");
        }
        MatchResult one = numbers.get(random.nextInt(numbers.size()));
        char last = one.group().charAt(one.group().length() - 1);
        char other = last == '9' ? '8' : (char) (last + 1);
        return key.substring(0, one.end() - 1) + other + key.substring(one.end());
    }

    /** As many sentences of the model answer as the student is good. */
    private String text(Variant variant, Part part) {
        if (part.answer() == null || random.nextDouble() > 0.4 + skill) {
            return "";
        }
        String[] sentences = model(variant, part).split("(?<=[.다]\\.?)\\s+", -1);
        int told = (int) Math.ceil(sentences.length * Math.min(1, skill + 0.2 * random.nextDouble()));
        return String.join(" ", List.of(sentences).subList(0, Math.max(1, Math.min(told, sentences.length))));
    }

    /** The model answer as it is typed: formulas without their markup. */
    private String model(Variant variant, Part part) {
        String filled = part.answer() == null ? "" : variant.fill(part.answer(), language);
        String spelled = SYMBOL.matcher(FRACTION.matcher(filled).replaceAll("$1/$2"))
                .replaceAll(symbol -> symbol.group(1) == null ? " " : symbol.group(1) + " ");
        return MARKUP.matcher(spelled)
                .replaceAll("")
                .replaceAll(" +([/)=<>,.])", "$1")
                .strip();
    }

    /** What a grader ticks of the rubric of a text: as much of it as the text tells of the model answer. */
    List<String> ticked(Variant variant, Part part, String text) {
        String model = model(variant, part);
        double told = model.isEmpty() ? skill : (double) text.length() / model.length();
        List<String> earning = part.rubric().stream()
                .filter(criterion -> criterion.points().signum() > 0)
                .map(Criterion::id)
                .toList();
        return text.isBlank() ? List.of() : earning.subList(0, (int) Math.round(Math.min(1, told) * earning.size()));
    }
}
