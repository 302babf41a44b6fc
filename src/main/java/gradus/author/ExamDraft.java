package gradus.author;

import com.fasterxml.jackson.core.JsonProcessingException;
import gradus.json.Json;
import gradus.question.format.Problems;
import gradus.question.format.YamlTree;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");

    /** Its title for a reader, or else in any language; its id where it has none. */
    String named(Locale language, String id) {
        Object mine = title.get(language.getLanguage());
        return text(mine == null && !title.isEmpty() ? title.values().iterator().next() : mine == null ? id : mine);
    }

    /** The points of all that is asked, as far as they are numbers. */
    public String points() {
        BigDecimal all = BigDecimal.ZERO;
        for (Entry entry : entries) {
            if (NUMBER.matcher(entry.points().strip()).matches()) {
                BigDecimal asked = new BigDecimal(entry.choose().matches("[0-9]{1,3}") ? entry.choose() : "1");
                all = all.add(new BigDecimal(entry.points().strip()).multiply(asked));
            }
        }
        return all.stripTrailingZeros().toPlainString();
    }

    /**
     * A question of the exam, or some out of several.
     *
     * @param question empty for a choice
     * @param with JSON, empty for numbers that are drawn
     * @param choose how many are asked; empty for a single question
     * @param of the questions to choose from, separated by spaces
     * @param section the title of the section that begins with it, by language; null where none does
     * @param was its place in the text that it was read from, from 0; negative for a new one
     */
    public record Entry(
            String question,
            String points,
            String label,
            String with,
            String choose,
            String of,
            @Nullable Map<String, Object> section,
            int was) {
        static Entry asking(String question) {
            return new Entry(question, "10", "", "", "", "", null, -1);
        }

        /** Whether it is some out of several. */
        public boolean isChoice() {
            return !choose.isBlank() || !of.isBlank();
        }

        /** What buttons call it. */
        public String name() {
            return isChoice() ? of : question;
        }

        Entry with(String fixed) {
            return new Entry(question, points, label, fixed, choose, of, section, was);
        }

        /** All that it says, written in one way. */
        private List<Object> asked() {
            return List.of(
                    question,
                    points.strip(),
                    label.strip(),
                    with.isBlank(),
                    choose.strip(),
                    List.of(of.strip().split("[\\s,]+")),
                    section == null ? false : section);
        }

        private Entry beginning(@Nullable Map<String, Object> begun) {
            return new Entry(question, points, label, with, choose, of, begun, was);
        }

        /** One of several, of which this question is the first. */
        private Entry toChoice() {
            return new Entry("", points, label, "", "1", question, section, was);
        }

        private static Entry read(Map<?, ?> entry, int was) {
            String of = entry.get("of") instanceof List<?> ids
                    ? ids.stream().map(String::valueOf).collect(Collectors.joining(" "))
                    : "";
            return new Entry(
                    text(entry.get("question")),
                    text(entry.get("points")),
                    text(entry.get("label")),
                    entry.get("with") == null ? "" : json(entry.get("with")),
                    text(entry.get("choose")),
                    of,
                    entry.get("section") == null ? null : spoken(entry.get("section")),
                    was);
        }

        /** The item of the list, in brackets. */
        String yaml() {
            List<String> fields = new ArrayList<>();
            if (section != null) {
                fields.add("section: " + json(section));
            }
            if (isChoice()) {
                fields.add("choose: " + number(choose));
                fields.add("of: [" + String.join(", ", of.strip().split("[\\s,]+")) + "]");
            } else {
                fields.add("question: " + plain(question));
            }
            fields.add("points: " + number(points));
            if (!label.isBlank()) {
                fields.add("label: " + json(label.strip()));
            }
            if (!with.isBlank() && !isChoice()) {
                fields.add("with: " + with.strip());
            }
            return "{" + String.join(", ", fields) + "}";
        }
    }

    static String number(String typed) {
        return isNumber(typed) ? typed.strip() : json(typed);
    }

    private static String plain(String id) {
        return EditorController.isId(id) ? id : json(id);
    }

    /** A text by language. */
    private static Map<String, Object> spoken(@Nullable Object read) {
        Map<String, Object> text = map(read);
        if (read != null && !(read instanceof Map<?, ?>)) {
            text.put("en", text(read));
        }
        return text;
    }

    /** The draft of a text; empty where it is no YAML that looks like an exam. */
    static Optional<ExamDraft> of(String text) {
        if (YamlTree.read(text, new Problems("", text)) == null) {
            return Optional.empty(); // also where a few lines unfold to millions
        }
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
                for (int i = 0; i < questions.size(); i++) {
                    if (questions.get(i) instanceof Map<?, ?> entry) {
                        entries.add(Entry.read(entry, i));
                    }
                }
            }
            return Optional.of(new ExamDraft(spoken(root.get("title")), map(root.get("policy")), entries));
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

    static String json(Object content) {
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
        entries.forEach(entry -> text.append("  - ").append(entry.yaml()).append('\n'));
        return text.toString();
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[0-9]+(\\.[0-9]+)?");
    }

    /** Whether another draft has the same questions under the same policy, however its text is written. */
    boolean saysTheSame(ExamDraft other) {
        return title.equals(other.title)
                && policy.keySet().equals(other.policy.keySet())
                && policy.keySet().stream().allMatch(field -> says(field).equals(other.says(field)))
                && entries.stream()
                        .map(Entry::asked)
                        .toList()
                        .equals(other.entries.stream().map(Entry::asked).toList());
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
            case "draw" -> changed.set(at, changed.get(at).with(""));
            case "section" -> changed.set(at, changed.get(at).beginning(new LinkedHashMap<>()));
            case "no-section" -> changed.set(at, changed.get(at).beginning(null));
            case "choose" -> changed.set(at, changed.get(at).toChoice());
            default -> {}
        }
        return new ExamDraft(title, policy, changed);
    }
}
