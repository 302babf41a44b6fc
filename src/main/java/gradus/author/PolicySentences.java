package gradus.author;

import gradus.message.Message;
import gradus.web.Say;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The policy of an exam in plain sentences: said, and with fields in them to be changed. */
public final class PolicySentences {
    private static final Pattern FIELD = Pattern.compile("\\[(\\w+)](\\S*)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");
    private static final List<String> SENTENCES = List.of("mode", "window", "attempts", "feedback", "order", "code");

    private PolicySentences() {}

    /**
     * A piece of a sentence.
     *
     * @param text what it says; of a field what follows it without a space, so that no full stop begins a line
     * @param field the field of the policy that is typed there; empty for words
     */
    public record Piece(String text, String field) {}

    /** A sentence with its fields, and what holds where they are left empty; nothing where the fields say so themselves. */
    public record Sentence(List<Piece> pieces, String empty) {}

    /** The sentences with their fields, in the order of the language. */
    static List<Sentence> fields(ZoneId zone, Locale language) {
        List<Sentence> sentences = new ArrayList<>();
        for (String name : SENTENCES) {
            String said = Message.of("author.policy-" + name, new Say(language, zone).zoneName())
                    .in(language);
            boolean explained = name.equals("window") || name.equals("attempts");
            sentences.add(new Sentence(
                    pieces(said),
                    explained ? Message.of("author.policy-" + name + "-empty").in(language) : ""));
        }
        return sentences;
    }

    private static List<Piece> pieces(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        Matcher field = FIELD.matcher(sentence);
        int end = 0;
        while (field.find()) {
            pieces.add(new Piece(sentence.substring(end, field.start()), ""));
            pieces.add(new Piece(field.group(2), field.group(1)));
            end = field.end();
        }
        pieces.add(new Piece(sentence.substring(end), ""));
        return pieces;
    }

    /** What the policy says, such as "opens 30 Nov 2026, 09:00 (KST)". */
    static List<String> said(ExamDraft draft, ZoneId zone, Locale language) {
        List<String> said = new ArrayList<>();
        boolean timed = draft.says("mode").equals("timed");
        said.add(
                Message.of(timed ? "author.said-timed" : "author.said-practice").in(language));
        String whom = draft.says("open_to").isEmpty() ? (timed ? "roster" : "anyone") : draft.says("open_to");
        if (whom.equals("roster") || whom.equals("anyone")) {
            said.add(Message.of("author.said-for-" + whom).in(language));
        }
        for (String time : List.of("opens", "closes")) {
            String local = draft.local(time, zone);
            if (!local.isEmpty()) {
                said.add(Message.of("author.said-" + time, when(local, zone, language))
                        .in(language));
            } else if (time.equals("opens")) {
                said.add(Message.of("author.said-opens-at-once").in(language));
            } else if (timed) {
                said.add(Message.of("author.said-closes-never").in(language));
            }
        }
        said.addAll(counts(draft, timed, language));
        String feedback = draft.says("feedback");
        String usual = timed ? "after-close" : "at-once";
        said.add(Message.of("author.said-" + (feedback.isEmpty() ? usual : feedback))
                .in(language));
        return said;
    }

    /** How long an attempt is, how many there are, and how often practice checks, also where the policy leaves it out. */
    private static List<String> counts(ExamDraft draft, boolean timed, Locale language) {
        List<String> counts = new ArrayList<>();
        for (String number : timed ? List.of("minutes", "attempts") : List.of("minutes", "attempts", "tries")) {
            String typed = draft.says(number);
            Message count = COUNT.matcher(typed).matches()
                    ? Message.of("author.said-" + number, Integer.valueOf(typed))
                    : typed.isEmpty() ? usual(draft, timed, number) : null;
            if (count != null) {
                counts.add(count.in(language));
            }
        }
        return counts;
    }

    /** What holds where a number is left out; null where there is nothing to say of it. */
    private static @Nullable Message usual(ExamDraft draft, boolean timed, String number) {
        return switch (number) {
            case "minutes" -> draft.says("closes").isEmpty() ? null : Message.of("author.said-until-close");
            case "attempts" -> timed ? Message.of("author.said-attempts", 1) : Message.of("author.said-attempts-any");
            default -> null;
        };
    }

    private static String when(String local, ZoneId zone, Locale language) {
        try {
            return new Say(language, zone)
                    .time(LocalDateTime.parse(local).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return local;
        }
    }
}
