package gradus.result;

import gradus.database.Database;
import gradus.grading.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scores that count in the submitted attempts of an exam, read once for all figures that are made of them. Which score of a
 * part is the last one is found here: to ask the database of every row whether a later one stands beside it takes much longer
 * than to read them all.
 */
final class ExamScores {
    private final Map<UUID, Sat> attempts = new LinkedHashMap<>();
    /** One object for equal ones: of a million rows most repeat what a few say. */
    private final Map<Object, Object> met = new HashMap<>();

    private ExamScores() {}

    /**
     * A question of an attempt.
     *
     * @param params the numbers drawn
     */
    record Asked(int position, int variant, String label, String question, String params) {}

    /**
     * A score that counts.
     *
     * @param number of the run that gave it
     */
    record Counting(
            int number,
            Asked asked,
            String part,
            String verdict,
            BigDecimal score,
            BigDecimal points,
            @Nullable String mistake) {
        private boolean isOfPart(Counting other) {
            return asked.position() == other.asked.position() && part.equals(other.part);
        }
    }

    /** An attempt; its lists have a place for each question and part. */
    record Sat(String section, List<Asked> asked, List<Counting> scores) {
        /** Whether a person has not graded all of it yet. */
        boolean waits() {
            return scores.stream().anyMatch(score -> score.verdict().equals(Verdict.UNGRADED.word()));
        }

        private @Nullable Asked find(int position, int variant) {
            for (Asked question : asked) {
                if (question.position() == position && question.variant() == variant) {
                    return question;
                }
            }
            return null;
        }

        private void add(Counting given) {
            for (int i = 0; i < scores.size(); i++) {
                if (scores.get(i).isOfPart(given)) {
                    scores.set(i, scores.get(i).number() > given.number() ? scores.get(i) : given);
                    return;
                }
            }
            scores.add(given);
        }
    }

    /** Reads; O(scores ever given) in time, O(scores that count) in memory. */
    static ExamScores of(Database database, String course, String exam) {
        ExamScores all = new ExamScores();
        return database.read(DetailStore.class, store -> {
            store.eachSat(course, exam, all::begin);
            store.eachAsked(course, exam, all::ask);
            store.eachGiven(course, exam, all::give);
            return all;
        });
    }

    Collection<Sat> attempts() {
        return attempts.values();
    }

    private void begin(DetailStore.SatRow row) {
        attempts.put(row.attempt(), new Sat(one(row.section()), new ArrayList<>(2), new ArrayList<>()));
    }

    private void ask(DetailStore.AskedRow row) {
        Sat sat = attempts.get(row.attempt());
        if (sat != null) {
            sat.asked().add(one(new Asked(row.position(), row.variant(), row.label(), row.question(), row.params())));
        }
    }

    private void give(DetailStore.GivenRow row) {
        Sat sat = attempts.get(row.attempt());
        Asked asked = sat == null ? null : sat.find(row.position(), row.variant());
        if (sat != null && asked != null) {
            String mistake = row.mistake();
            sat.add(new Counting(
                    row.number(),
                    asked,
                    one(row.part()),
                    one(row.verdict()),
                    one(row.score()),
                    one(row.points()),
                    mistake == null ? null : one(mistake)));
        }
    }

    @SuppressWarnings("unchecked") // what equals a T as strings, decimals and records do is one
    private <T> T one(T value) {
        Object first = met.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
