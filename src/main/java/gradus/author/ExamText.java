package gradus.author;

import gradus.author.ExamDraft.Entry;
import gradus.message.Languages;
import gradus.question.format.YamlEdit;
import gradus.question.format.YamlItems;
import gradus.question.format.YamlItems.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of an exam while its form changes it: what differs takes the place of what stood there, items of the list move with
 * the comments above them, and all else stays as it was typed.
 */
final class ExamText {
    private static final String LIST = "questions";
    /** Each change reads the text again; a longer one, of hundreds of questions, is written anew. */
    private static final int LONGEST = 60_000;

    private String text;

    private ExamText(String text) {
        this.text = text;
    }

    /** The text of a draft that was made of this one; written anew where this one is none that can be changed. */
    static String of(String text, ExamDraft now, String id) {
        Optional<ExamDraft> before = ExamDraft.of(text);
        Optional<YamlItems> items = YamlItems.of(text, LIST);
        if (text.length() > LONGEST
                || before.isEmpty()
                || items.isEmpty()
                || items.get().count() != before.get().entries().size()) {
            return now.yaml(id);
        }
        ExamText changing = new ExamText(text);
        changing.list(now.entries(), items.get());
        changing.spoken(List.of("title"), before.get().title(), now.title());
        changing.policy(before.get(), now);
        for (int i = 0; i < now.entries().size(); i++) {
            Entry entry = now.entries().get(i);
            if (isKept(entry, before.get().entries().size())) {
                changing.entry(i, before.get().entries().get(entry.was()), entry);
            }
        }
        // what could not be put in its place is not lost for it
        return ExamDraft.of(changing.text).filter(now::saysTheSame).isPresent() ? changing.text : now.yaml(id);
    }

    private static boolean isKept(Entry entry, int count) {
        return entry.was() >= 0 && entry.was() < count;
    }

    private void list(List<Entry> entries, YamlItems items) {
        List<Item> wanted = new ArrayList<>();
        boolean moved = entries.size() != items.count();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            wanted.add(isKept(entry, items.count()) ? new Item(entry.was(), "") : new Item(-1, entry.yaml()));
            moved |= entry.was() != i;
        }
        if (moved) {
            text = items.arranged(wanted);
        }
    }

    private void policy(ExamDraft says, ExamDraft now) {
        Set<String> fields = new LinkedHashSet<>(now.policy().keySet());
        fields.addAll(says.policy().keySet());
        for (String field : fields) {
            if (!says.says(field).equals(now.says(field))) {
                // a code of digits is a text all the same
                String before = says.says(field);
                if (field.equals("code") && now.says(field).matches("[0-9.]+")) {
                    yaml(List.of("policy", field), before, "'" + now.says(field) + "'");
                } else {
                    put(List.of("policy", field), before, now.says(field));
                }
            }
        }
    }

    private void entry(int at, Entry before, Entry now) {
        if (now.isChoice()) {
            yaml(List.of(LIST, at, "choose"), before.choose(), now.choose());
            String of = "[" + String.join(", ", now.of().strip().split("[\\s,]+")) + "]";
            yaml(List.of(LIST, at, "of"), before.of(), now.of().strip().equals(before.of()) ? before.of() : of);
        }
        put(List.of(LIST, at, "question"), before.question(), now.question());
        yaml(List.of(LIST, at, "points"), before.points(), now.points().strip());
        String label = now.label().strip();
        boolean number = label.matches("[0-9.]+");
        yaml(List.of(LIST, at, "label"), before.label(), number ? "'" + label + "'" : label);
        yaml(
                List.of(LIST, at, "with"),
                before.with(),
                now.isChoice() ? "" : now.with().strip());
        List<Object> section = List.of(LIST, at, "section");
        if (now.section() == null || before.section() == null) {
            yaml(
                    section,
                    before.section() == null ? "" : "{}",
                    now.section() == null ? "" : ExamDraft.json(now.section()));
        } else {
            spoken(section, before.section(), now.section());
        }
    }

    /** Puts a text by language; where one text serves all and is no more enough, all of it is written by language. */
    private void spoken(List<Object> path, @Nullable Map<String, Object> before, Map<String, Object> now) {
        if (now.equals(before)) {
            return;
        }
        boolean byLanguage = Languages.spoken().stream()
                .map(Locale::getLanguage)
                .anyMatch(language -> edit().value(with(path, language)).isPresent());
        if (!byLanguage) {
            boolean serves = now.keySet().equals(Set.of("en"))
                    && edit().value(path).filter(said -> !said.startsWith("{")).isPresent();
            text = serves
                    ? edit().with(path, String.valueOf(now.get("en")))
                    : edit().withYaml(path, ExamDraft.json(now));
            return;
        }
        for (Locale spoken : Languages.spoken()) {
            String language = spoken.getLanguage();
            put(
                    with(path, language),
                    String.valueOf(before == null ? "" : before.getOrDefault(language, "")),
                    String.valueOf(now.getOrDefault(language, "")));
        }
    }

    private static List<Object> with(List<Object> path, String last) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private YamlEdit edit() {
        return YamlEdit.of(text).orElseThrow();
    }

    private void put(List<Object> path, String before, String now) {
        if (!before.equals(now)) {
            put(path, now);
        }
    }

    private void put(List<Object> path, String now) {
        YamlEdit.of(text).ifPresent(edit -> text = edit.with(path, now));
    }

    private void yaml(List<Object> path, String before, String now) {
        if (now.isEmpty()) {
            put(path, before, now);
        } else if (!before.equals(now) && !("'" + before + "'").equals(now)) {
            YamlEdit.of(text).ifPresent(edit -> text = edit.withYaml(path, now));
        }
    }
}
