package gradus.result;

import gradus.database.Database;
import gradus.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An answer that was not right for its student's numbers and is just what was right for another's. A fact, and no more: small
 * answers meet by chance.
 *
 * @param answer as it was read; Markdown with LaTeX
 * @param others students for whom it was right
 */
public record AlikeAnswer(
        UUID attempt, String name, String label, String question, String part, String answer, List<String> others) {
    private static final int MOST = 200;

    private record Right(String label, String question, String part, String answer) {}

    private record Wrong(DetailStore.Answered answered, Right said) {}

    /** Those of an exam; O(answers). */
    static List<AlikeAnswer> of(Database database, String course, String exam) {
        Map<Right, Map<String, Set<String>>> right = new HashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        database.read(DetailStore.class, store -> {
            store.eachAnswered(course, exam, answered -> {
                String read = read(answered);
                if (read.isEmpty()) {
                    return;
                }
                Right said = new Right(answered.label(), answered.question(), answered.part(), read);
                if (answered.verdict().equals("correct")) {
                    right.computeIfAbsent(said, new_ -> new HashMap<>())
                            .computeIfAbsent(answered.params(), params -> new LinkedHashSet<>())
                            .add(answered.name());
                } else {
                    wrong.add(new Wrong(answered, said));
                }
            });
            return true;
        });
        List<AlikeAnswer> alike = new ArrayList<>();
        for (Wrong one : wrong) {
            Set<String> others = new LinkedHashSet<>();
            right.getOrDefault(one.said(), Map.of()).forEach((params, names) -> {
                if (!params.equals(one.answered().params())) {
                    others.addAll(names);
                }
            });
            others.remove(one.answered().name());
            if (!others.isEmpty() && alike.size() < MOST) {
                alike.add(new AlikeAnswer(
                        one.answered().attempt(),
                        one.answered().name(),
                        one.said().label(),
                        one.said().question(),
                        one.said().part(),
                        one.said().answer(),
                        List.copyOf(others)));
            }
        }
        return alike;
    }

    private static String read(DetailStore.Answered answered) {
        String findings = answered.findings();
        return findings == null
                ? ""
                : Json.stored(findings).path("reading").path("display").asText();
    }
}
