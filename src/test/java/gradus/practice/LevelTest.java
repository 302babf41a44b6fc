package gradus.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LevelTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private static Reached tried(String params, int score, Instant when) {
        return new Reached(
                "c", "q", new UUID(0, 1), 1, 1, params, BigDecimal.valueOf(score), BigDecimal.valueOf(10), when);
    }

    private static Level level(Reached... tried) {
        return Level.of(List.of(tried), SEOUL);
    }

    @Test
    void aQuestionRisesWithWhatWasReached() {
        assertEquals(Level.NEW, level());
        assertEquals(Level.ATTEMPTED, level(tried("a", 6, MONDAY)));
        assertEquals(Level.FAMILIAR, level(tried("a", 7, MONDAY)));
        assertEquals(Level.PROFICIENT, level(tried("a", 7, MONDAY), tried("a", 10, MONDAY)));
    }

    @Test
    void masteryTakesNewNumbersOnAnotherDay() {
        assertEquals(Level.PROFICIENT, level(tried("a", 10, MONDAY), tried("b", 10, MONDAY)), "the same day");
        assertEquals(Level.PROFICIENT, level(tried("a", 10, MONDAY), tried("a", 10, TUESDAY)), "the same numbers");
        assertEquals(Level.PROFICIENT, level(tried("a", 10, MONDAY), tried("b", 9, TUESDAY)), "not all of it");
        assertEquals(Level.MASTERED, level(tried("a", 10, MONDAY), tried("b", 10, TUESDAY)));
        assertEquals(
                Level.MASTERED,
                level(tried("{}", 10, MONDAY), tried("{}", 10, TUESDAY)),
                "a question that draws nothing has no other numbers");
    }

    @Test
    void whatIsNotMasteredIsDueTheNextDayAndWhatIsTwoWeeksLater() {
        Instant evening = Instant.parse("2026-11-23T14:30:00Z");
        Instant nextMorning = Instant.parse("2026-11-23T15:30:00Z");
        assertFalse(Level.PROFICIENT.isDue(MONDAY, evening, SEOUL), "23:30 of the same day in Seoul");
        assertTrue(Level.PROFICIENT.isDue(MONDAY, nextMorning, SEOUL), "00:30 of the next day in Seoul");
        assertTrue(Level.ATTEMPTED.isDue(MONDAY, TUESDAY, SEOUL));
        assertFalse(Level.MASTERED.isDue(MONDAY, MONDAY.plus(Duration.ofDays(13)), SEOUL));
        assertTrue(Level.MASTERED.isDue(MONDAY, MONDAY.plus(Duration.ofDays(15)), SEOUL));
        assertFalse(Level.NEW.isDue(Instant.EPOCH, TUESDAY, SEOUL));
    }
}
