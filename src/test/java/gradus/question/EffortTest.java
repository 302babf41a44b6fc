package gradus.question;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EffortTest {
    private static final long MOST = 5_000_000_000L;

    @Test
    void drawingMayTakeSoMuchAndNoMore() {
        Effort effort = Effort.ofDrawing("q");
        effort.spend(MOST - 1);
        assertDoesNotThrow(() -> effort.spend(1));
        DrawException refused = assertThrows(DrawException.class, () -> effort.spend(1));
        assertEquals("question.too-much-work", refused.problem().key());
        assertEquals(MOST + 1, effort.spent());
    }

    @Test
    void whatIsComputedOfADrawnVariantIsNotCountedAgainstItsDraws() {
        Effort drawn = Effort.ofDrawing("q");
        drawn.finishDrawing();
        assertDoesNotThrow(() -> drawn.spend(MOST + 1));
        assertDoesNotThrow(() -> Effort.unbounded().spend(MOST + 1));
    }
}
