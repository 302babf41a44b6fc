package gradus.author;

import com.fasterxml.jackson.core.JsonProcessingException;
import gradus.json.Json;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * An exam as a form shows it, made of its text and made into one again. Fields of the policy that the form does not have are
 * carried along.
 */
public record ExamDraft(Map<String, Object> title, Map<String, Object> policy, List<Entry> entries) {
    private static final int MOST_LETTERS = 1_000_000;

    /** A question of the exam; {@code with} is JSON, empty for numbers that are drawn. */
    public record Entry(String question, String points, String label, String with) {}

    /** The draft of a text; empty where it is no YAML that looks like an exam. */
    static Optional<ExamDraft> of(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(MOST_LETTERS)
                    .build();
            if (!(new Load(settings).loadFromString(text) instanceof Map<?, ?> root)) {
                return Optional.empty();
            }
            List<Entry> entries = new ArrayList<>();
            if (root.get("questions") instanceof List<?> questions) {
                for (Object one : questions) {
                    if (one instanceof Map<?, ?> entry) {
                        entries.add(new Entry(
                                text(entry.get("question")),
                                text(entry.get("points")),
                                text(entry.get("label")),
                                entry.get("with") == null ? "" : json(entry.get("with"))));
                    }
                }
            }
            Map<String, Object> title = map(root.get("title"));
            if (title.isEmpty() && root.get("title") != null) {
                title.put("en", text(root.get("title")));
            }
            return Optional.of(new ExamDraft(title, map(root.get("policy")), entries));
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> map(@Nullable Object read) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> known) {
            known.forEach((name, content) -> {
                if (content != null) {
                    map.put(String.valueOf(name), content);
                }
            });
        }
        return map;
    }

    private static String text(@Nullable Object read) {
        return read == null ? "" : read.toString();
    }

    private static String json(Object content) {
        try {
            return Json.mapper().writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text of this exam. */
    String yaml(String id) {
        StringBuilder text = new StringBuilder("id: " + id + "\ntitle: " + json(title) + "\npolicy:\n");
        policy.forEach((name, content) -> text.append("  ")
                .append(name)
                .append(": ")
                .append(json(content))
                .append('\n'));
        text.append("questions:").append(entries.isEmpty() ? " []\n" : "\n");
        for (Entry entry : entries) {
            text.append("  - {question: ").append(json(entry.question()));
            text.append(", points: ")
                    .append(isNumber(entry.points()) ? entry.points().strip() : json(entry.points()));
            if (!entry.label().isBlank()) {
                text.append(", label: ").append(json(entry.label().strip()));
            }
            if (!entry.with().isBlank()) {
                text.append(", with: ").append(entry.with().strip());
            }
            text.append("}\n");
        }
        return text.toString();
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[0-9]+(\\.[0-9]+)?");
    }

    /** A field of the policy as text; empty where it says nothing. */
    public String says(String field) {
        return text(policy.get(field));
    }

    /** A time of the policy as a form field for local times has it; empty where it says none. */
    public String local(String field, ZoneId zone) {
        try {
            return OffsetDateTime.parse(says(field).replace(' ', 'T'))
                    .atZoneSameInstant(zone)
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeException none) {
            return "";
        }
    }

    /** A local time of a form as it stands in a file, with its offset; as it was typed where it is none. */
    static String offset(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException none) {
            return local.strip();
        }
    }

    /** This exam with its entries changed as a button of the form says, such as {@code up:2}. */
    ExamDraft after(String action) {
        String[] words = action.split(":", 2);
        int at = words.length == 2 && words[1].matches("[0-9]{1,4}") ? Integer.parseInt(words[1]) : -1;
        if (at < 0 || at >= entries.size()) {
            return this;
        }
        List<Entry> changed = new ArrayList<>(entries);
        switch (words[0]) {
            case "up" -> changed.add(Math.max(0, at - 1), changed.remove(at));
            case "down" -> changed.add(Math.min(changed.size() - 1, at + 1), changed.remove(at));
            case "remove" -> changed.remove(at);
            case "draw" -> changed.set(at, with(changed.get(at), ""));
            default -> {}
        }
        return new ExamDraft(title, policy, changed);
    }

    static Entry with(Entry entry, String fixed) {
        return new Entry(entry.question(), entry.points(), entry.label(), fixed);
    }
}
