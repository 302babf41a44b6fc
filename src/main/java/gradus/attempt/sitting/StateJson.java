package gradus.attempt.sitting;

import gradus.attempt.Sitting;
import gradus.exam.Invigilation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How an attempt stands, as its page asks every few seconds. */
final class StateJson {
    private StateJson() {}

    static Map<String, Object> of(Sitting sitting, List<Invigilation.Line> lines, Instant now) {
        Duration left = sitting.left(now);
        Map<String, Object> state = new HashMap<>();
        state.put("running", sitting.attempt().isRunning());
        state.put("left", left == null ? null : left.toMillis());
        state.put("paused", sitting.schedule().isPaused());
        state.put(
                "lines",
                lines.stream()
                        .map(line -> Map.of("seq", line.seq(), "text", line.content()))
                        .toList());
        return state;
    }
}
