package gradus.attempt.sitting;

import gradus.attempt.Findings;
import gradus.attempt.HintLadder;
import gradus.attempt.MarkView;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.attempt.Solutions;
import gradus.bank.PictureAddress;
import gradus.exam.ExamEntry;
import gradus.exam.Invigilation;
import gradus.exam.Policy;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.AnswerTable;
import gradus.question.Part;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One question of a running attempt. It has no place for a key, a mistake or a solution that was not asked for.
 *
 * @param table the fields that the author laid out as a table; null where there are none
 * @param fields the others
 * @param repeating ids of the parts whose help says what the one before said
 * @param previous the address of the question before; null for the first
 */
public record SittingPage(
        UUID attempt,
        String title,
        Bar bar,
        List<Step> navigator,
        QuestionView question,
        @Nullable TableView table,
        List<FieldView> fields,
        Set<String> repeating,
        @Nullable Practice practice,
        @Nullable String previous,
        @Nullable String next) {
    /**
     * The question itself.
     *
     * @param section the title of the section that it stands in; empty where it stands in none
     * @param heading "Question 5-a"
     */
    public record QuestionView(
            int position,
            int variant,
            String section,
            String heading,
            String title,
            String points,
            boolean flagged,
            SafeHtml prompt) {}

    /**
     * The head of every page of a sitting.
     *
     * @param left milliseconds until the end; null where there is none
     * @param lines what staff told all who sit the exam
     */
    public record Bar(String title, @Nullable Long left, String leftText, List<Invigilation.Line> lines) {
        static Bar of(Sitting sitting, List<Invigilation.Line> lines, Instant now, Locale language) {
            Duration left = sitting.left(now);
            return new Bar(
                    sitting.exam().title().in(language),
                    left == null ? null : left.toMillis(),
                    left == null ? "" : clock(left.plusMillis(999)),
                    lines);
        }

        private static String clock(Duration left) {
            String minutes = String.format("%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
            return left.toHours() == 0 ? minutes : left.toHours() + ":" + minutes;
        }
    }

    /**
     * A question in the navigator.
     *
     * @param said the state in words
     */
    public record Step(String label, String url, String state, String said, boolean flagged, boolean current) {}

    /**
     * What practice adds.
     *
     * @param triesLeft null for no limit
     * @param penalty what a wrong try costs, in words; null where it costs nothing
     * @param hints those that were taken
     * @param nextHint what the button for the next one says; null where there is none
     * @param told whether the solution of these numbers was shown before, so that the try earns nothing
     * @param score what the checked answers earn, in words; null where they were not checked
     * @param random whether further numbers can be drawn; if not, the same ones can be tried again after the solution
     * @param solution null until it is asked for
     */
    public record Practice(
            boolean told,
            boolean checkable,
            @Nullable Integer triesLeft,
            @Nullable String penalty,
            List<HintView> hints,
            @Nullable SafeHtml nextHint,
            @Nullable String score,
            boolean random,
            @Nullable SafeHtml solution) {}

    /** A hint that was taken, under its head. */
    public record HintView(SafeHtml head, SafeHtml text) {}

    static SittingPage of(Sitting sitting, QuestionInAttempt asked, Bar bar, String pictures, Locale language) {
        int position = asked.row().position();
        List<QuestionInAttempt> current = sitting.current();
        boolean locked = asked.isEnded();
        boolean marked = sitting.exam().policy().isPractice() && (asked.isChecked() || locked);
        Function<Part, FieldView> field =
                part -> FieldView.of(asked, part, locked, marked ? mark(asked, part, language) : null, language);
        AnswerTable layout = asked.question().layout();
        List<FieldView> fields = asked.question().parts().stream()
                .filter(part -> layout == null || !layout.holds(part))
                .map(field)
                .toList();
        TableView table = layout == null ? null : TableView.of(layout, asked, field, language);
        return new SittingPage(
                sitting.attempt().id(),
                sitting.exam().title().in(language),
                bar,
                navigator(sitting, position, language),
                new QuestionView(
                        position,
                        asked.row().variant(),
                        section(sitting, asked, language),
                        Message.of("attempt.question", asked.row().label()).in(language),
                        asked.question().title().in(language),
                        Decimals.text(asked.row().points()),
                        asked.isFlagged(),
                        Markdown.html(
                                asked.variant().prompt(language),
                                name -> pictures
                                        + name
                                        + PictureAddress.at(asked.row().drawn()))),
                table,
                fields,
                repeating(table, fields),
                sitting.exam().policy().isPractice() ? practice(sitting, asked, pictures, language) : null,
                position > 1 ? sitting.url(position - 1) : null,
                position < current.size() ? sitting.url(position + 1) : null);
    }

    private static String section(Sitting sitting, QuestionInAttempt asked, Locale language) {
        return sitting.exam()
                .entry(asked.row().question())
                .map(ExamEntry::section)
                .map(section -> section.in(language))
                .orElse("");
    }

    private static Set<String> repeating(@Nullable TableView table, List<FieldView> fields) {
        Stream<FieldView> inTable = table == null
                ? Stream.of()
                : table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(TableView.CellView::field)
                        .filter(Objects::nonNull);
        Set<String> repeating = new HashSet<>();
        FieldView before = null;
        for (FieldView field : Stream.concat(inTable, fields.stream()).toList()) {
            if (field.repeats(before)) {
                repeating.add(field.key().part());
            }
            before = field;
        }
        return repeating;
    }

    static List<Step> navigator(Sitting sitting, int position, Locale language) {
        return sitting.current().stream()
                .map(asked -> {
                    String state = asked.state();
                    return new Step(
                            asked.row().label(),
                            sitting.url(asked.row().position()),
                            state,
                            Message.of("attempt." + state).in(language),
                            asked.isFlagged(),
                            asked.row().position() == position);
                })
                .toList();
    }

    private static @Nullable MarkView mark(QuestionInAttempt asked, Part part, Locale language) {
        if (!checkable(part) || asked.result(part).verdict() == Verdict.BLANK) {
            return null;
        }
        return MarkView.of(asked.result(part).verdict(), Findings.of(asked, part), asked.isEnded(), language);
    }

    private static Practice practice(Sitting sitting, QuestionInAttempt asked, String pictures, Locale language) {
        Policy policy = sitting.exam().policy();
        Integer tries = policy.tries() == null ? null : Math.max(0, policy.tries() - asked.triesUsed());
        HintLadder hints = new HintLadder(asked);
        boolean open = !asked.isEnded();
        return new Practice(
                sitting.isTold(asked),
                open
                        && (tries == null || tries > 0)
                        && asked.question().parts().stream().anyMatch(SittingPage::checkable),
                tries,
                PracticeRules.penalty(policy).map(said -> said.in(language)).orElse(null),
                hints.taken(language).stream()
                        .map(hint -> new HintView(Markdown.inline(hint.head()), Markdown.html(hint.text())))
                        .toList(),
                open
                        ? hints.next()
                                .map(rung -> Markdown.inline(hints.offer(rung, language)))
                                .orElse(null)
                        : null,
                asked.isChecked() ? score(sitting, asked, language) : null,
                sitting.isRandom(asked),
                open
                        ? null
                        : Markdown.html(
                                Solutions.of(asked, language),
                                name -> pictures
                                        + name
                                        + PictureAddress.at(asked.row().drawn())));
    }

    private static String score(Sitting sitting, QuestionInAttempt asked, Locale language) {
        BigFraction earned = BigFraction.ZERO;
        BigFraction all = BigFraction.ZERO;
        int left = 0;
        boolean hints = false;
        boolean wrong = false;
        for (Part part : asked.question().parts()) {
            if (checkable(part)) {
                earned = earned.add(sitting.earned(asked, part));
                all = all.add(asked.points(part));
                Verdict verdict = asked.result(part).verdict();
                left += verdict == Verdict.BLANK || verdict == Verdict.UNREADABLE ? 1 : 0;
                hints |= asked.costOfHints(part).signum() > 0;
                wrong |= sitting.losesByTries(asked, part);
            }
        }
        int less = (hints ? 1 : 0) + (wrong ? 2 : 0);
        String checked = Message.of("attempt.checked", Decimals.text(earned), Decimals.text(all), left, less)
                .in(language);
        boolean written = asked.question().parts().stream().anyMatch(Part::isGradedByPerson);
        return written ? checked + ". " + Message.of("attempt.checked-later").in(language) : checked;
    }

    private static boolean checkable(Part part) {
        return !part.work() && !part.isGradedByPerson();
    }
}
