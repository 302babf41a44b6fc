package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a student typed into a part, never altered.
 *
 * @param seq its number within the attempt; of one part the highest counts
 * @param content the raw text
 * @param arrived when the server began to read it
 */
public record Response(long seq, PartKey key, String content, Instant arrived) {
    /** What an author types to try out a question; no student sent it. */
    static Response tried(PartKey key, String content) {
        return new Response(0, key, content, Instant.EPOCH);
    }

    /** Of each place and part the last of these responses. */
    static Map<Place, Map<String, Response>> byPlace(List<Response> responses) {
        Map<Place, Map<String, Response>> places = new HashMap<>();
        for (Response response : responses) {
            places.computeIfAbsent(response.key().place(), place -> new HashMap<>())
                    .put(response.key().part(), response);
        }
        return places;
    }
}
