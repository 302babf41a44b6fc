package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.Schedule;
import gradus.expression.value.Value;
import gradus.question.Drawing;
import gradus.question.Part;
import gradus.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An attempt with its exam, its questions and everything that was typed, as it stood when it was read.
 *
 * @param asked by position, then variant
 */
public record Sitting(Attempt attempt, Exam exam, Schedule schedule, List<QuestionInAttempt> asked) {
    public Sitting {
        asked = List.copyOf(asked);
    }

    Sitting with(Attempt other) {
        return new Sitting(other, exam, schedule, asked);
    }

    /** The questions as they stand: of each the variant that was drawn last. */
    public List<QuestionInAttempt> current() {
        List<QuestionInAttempt> current = new ArrayList<>();
        for (QuestionInAttempt question : asked) {
            if (!current.isEmpty()
                    && current.get(current.size() - 1).row().position()
                            == question.row().position()) {
                current.remove(current.size() - 1);
            }
            current.add(question);
        }
        return current;
    }

    /**
     * The question at a position, from 1.
     *
     * @throws Refusal 404 where there is none
     */
    public QuestionInAttempt current(int position) {
        return current().stream()
                .filter(question -> question.row().position() == position)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The question of a response.
     *
     * @throws Refusal 404 where there is none
     */
    public QuestionInAttempt at(Place place) {
        return asked.stream()
                .filter(question -> question.place().equals(place))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The variants of a position, in the order in which they were drawn. */
    public List<QuestionInAttempt> variants(int position) {
        return asked.stream()
                .filter(question -> question.row().position() == position)
                .toList();
    }

    /** Whether these very numbers stood in an earlier variant whose solution has been shown, so that an answer proves nothing. */
    public boolean isTold(QuestionInAttempt asked) {
        return variants(asked.row().position()).stream()
                .anyMatch(earlier -> earlier.row().variant() < asked.row().variant()
                        && earlier.isEnded()
                        && earlier.row().params().equals(asked.row().params()));
    }

    /** Whether another draw of the question can give other numbers. */
    public boolean isRandom(QuestionInAttempt asked) {
        Map<String, Value> with =
                exam.entry(asked.row().question()).map(ExamEntry::with).orElse(Map.of());
        return Drawing.isRandom(asked.question(), with);
    }

    /** When it ends by itself; null for never. */
    @Nullable
    public Instant end() {
        return attempt.deadline().due();
    }

    /** How much time is left; null where it has no end. */
    @Nullable
    public Duration left(Instant now) {
        return attempt.deadline().left(now);
    }

    /** Whether its time is over, what was still on the way included. */
    public boolean isOver(Instant now) {
        return !attempt.deadline().takes(now);
    }

    public String url() {
        return attempt.url();
    }

    /** The address of the page of a question. */
    public String url(int position) {
        return url() + "/questions/" + position;
    }

    /** What the grader would give now for a part, less what wrong tries and hints cost in practice. */
    public BigFraction earned(QuestionInAttempt asked, Part part) {
        return Scoring.earned(this, asked, part, asked.result(part));
    }

    /** Whether a part would earn more now had no try of it been wrong. */
    public boolean losesByTries(QuestionInAttempt asked, Part part) {
        return exam().policy().penalty().signum() > 0
                && asked.wrongTries(part) > 0
                && asked.result(part).score().signum() > 0;
    }
}
