package gradus.author;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.json.Json;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.ValueJson;
import gradus.question.Variant;
import gradus.web.Refusal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form on which an exam is composed, as it was sent.
 *
 * @param fields the values of its fields by their names
 * @param zone that of its times
 */
record ExamForm(Function<String, List<String>> fields, ZoneId zone) {
    static final List<String> POLICY = List.of(
            "mode",
            "minutes",
            "opens",
            "closes",
            "attempts",
            "feedback",
            "tries",
            "code",
            "order",
            "variants",
            "open_to");

    private String text(String field) {
        return at(field, 0).strip();
    }

    private String at(String field, int i) {
        List<String> values = fields.apply(field);
        return i < values.size() ? values.get(i) : "";
    }

    /** The exam that it holds, over what of the text it has no fields for. */
    ExamDraft draft() {
        Map<String, Object> policy = new LinkedHashMap<>(
                ExamDraft.of(at("text", 0)).map(ExamDraft::policy).orElse(Map.of()));
        for (String field : POLICY) {
            String typed = text("policy." + field);
            if (typed.isEmpty()) {
                policy.remove(field);
            } else if (isSame(field, typed, policy)) {
                continue;
            } else if (field.equals("opens") || field.equals("closes")) {
                policy.put(field, ExamDraft.offset(typed, zone));
            } else {
                policy.put(
                        field,
                        typed.matches("[0-9]{1,6}") && !field.equals("code") ? (Object) Integer.valueOf(typed) : typed);
            }
        }
        List<ExamDraft.Entry> entries = new ArrayList<>();
        for (int i = 0; i < fields.apply("question").size(); i++) {
            entries.add(new ExamDraft.Entry(
                    at("question", i),
                    at("points", i),
                    at("label", i),
                    at("with", i),
                    at("choose", i),
                    at("of", i).replace(',', ' '),
                    at("begins", i).equals("true") ? spoken("section", i) : null,
                    at("was", i).matches("[0-9]{1,4}") ? Integer.parseInt(at("was", i)) : -1));
        }
        return new ExamDraft(spoken("title", 0), policy, entries);
    }

    /** Whether a field shows what the text says, which may be written otherwise: a time of another zone, 1.0 for 1. */
    private boolean isSame(String field, String typed, Map<String, Object> policy) {
        ExamDraft before = new ExamDraft(Map.of(), policy, List.of());
        return typed.equals(
                field.equals("opens") || field.equals("closes") ? before.local(field, zone) : before.says(field));
    }

    private Map<String, Object> spoken(String field, int i) {
        Map<String, Object> text = new LinkedHashMap<>();
        for (Locale language : Languages.spoken()) {
            String typed = at(field + "." + language.getLanguage(), i).strip();
            if (!typed.isEmpty()) {
                text.put(language.getLanguage(), typed);
            }
        }
        return text;
    }

    /** The words that questions are looked for by. */
    String sought() {
        return text("add");
    }

    /**
     * The exam after a button was pressed.
     *
     * @param questions finds the questions of the course
     */
    ExamDraft after(String action, Function<String, Optional<Question>> questions) {
        ExamDraft draft = draft();
        if (action.startsWith("fix:")) {
            return fixed(draft, (int) EditorController.number(action.substring("fix:".length())), questions);
        }
        return action.startsWith("add:") ? with(draft, action.substring("add:".length())) : draft.after(action);
    }

    static ExamDraft with(ExamDraft draft, String question) {
        List<ExamDraft.Entry> more = new ArrayList<>(draft.entries());
        more.add(ExamDraft.Entry.asking(question));
        return new ExamDraft(draft.title(), draft.policy(), more);
    }

    /** The numbers of one variant, fixed for this exam. */
    private static ExamDraft fixed(ExamDraft draft, int at, Function<String, Optional<Question>> questions) {
        List<ExamDraft.Entry> entries = new ArrayList<>(draft.entries());
        ExamDraft.@Nullable Entry entry = at < entries.size() ? entries.get(at) : null;
        if (entry != null) {
            questions.apply(entry.question()).ifPresent(asked -> {
                try {
                    ObjectNode numbers = Json.object();
                    Variant.draw(asked, entries.hashCode() & 0xffff)
                            .params()
                            .forEach((name, drawn) -> numbers.set(name, ValueJson.of(drawn)));
                    entries.set(at, entry.with(numbers.toString()));
                } catch (DrawException never) {
                    throw Refusal.conflict(Message.of("author.publish-errors"));
                }
            });
        }
        return new ExamDraft(draft.title(), draft.policy(), entries);
    }
}
