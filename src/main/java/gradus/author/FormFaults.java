package gradus.author;

import gradus.author.Looked.Finding;
import gradus.author.QuestionForm.Field;
import gradus.author.QuestionForm.Group;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.format.YamlPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found in a text, each at the field of the form that holds it: who fills in a form does not see the lines of a file. */
public record FormFaults(List<At> all) {
    private static final String PATH = "/";

    /**
     * A finding.
     *
     * @param field the id of its field; empty where the form has none
     * @param where what the form calls the field; may be empty
     */
    public record At(String field, String where, boolean error, String said) {}

    /** The findings at the fields of a question's form; none of a text that has no form. */
    static FormFaults ofQuestion(String text, @Nullable Group form, List<Finding> findings, Locale language) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (form != null) {
            collect(form, "", language, fields);
        }
        YamlPlaces places = YamlPlaces.of(text, "");
        return new FormFaults(findings.stream()
                .map(finding -> at(questionField(fields, places, finding), fields, finding))
                .toList());
    }

    private static void collect(Group group, String around, Locale language, Map<String, String> fields) {
        String heading = group.heading().isEmpty() ? around : group.heading();
        for (Field field : group.fields()) {
            String label = field.label().isEmpty()
                    ? field.word()
                    : Message.of(field.label()).in(language);
            String spoken = field.language().isEmpty() ? label : label + " (" + field.language() + ")";
            fields.put(field.name(), heading.isEmpty() ? spoken : heading + " · " + spoken);
        }
        group.groups().forEach(inner -> collect(inner, heading, language, fields));
    }

    private static At at(String field, Map<String, String> fields, Finding finding) {
        return new At(field, fields.getOrDefault(field, ""), finding.error(), finding.said());
    }

    /** The field that holds the place of a finding, or else the first of those that stand together there. */
    private static String questionField(Map<String, String> fields, YamlPlaces places, Finding finding) {
        List<Object> path = places.path(finding.line(), finding.column());
        for (int length = path.size(); length > 0; length--) {
            String name = QuestionForm.AT
                    + PATH
                    + path.subList(0, length).stream().map(String::valueOf).collect(Collectors.joining(PATH));
            for (String field : fields.keySet()) {
                if (field.equals(name) || field.startsWith(name + PATH)) {
                    return field;
                }
            }
        }
        return "";
    }

    /** The findings at the fields of an exam's form. */
    static FormFaults ofExam(String text, ExamDraft draft, List<Finding> findings, Locale language) {
        YamlPlaces places = YamlPlaces.of(text, "");
        List<At> all = new ArrayList<>();
        for (Finding finding : findings) {
            List<Object> path = places.path(finding.line(), finding.column());
            int entry = path.size() > 1 && path.get(0).equals("questions") ? place(draft, path.get(1)) : -1;
            String where = entry < 0 ? "" : draft.entries().get(entry).name();
            all.add(new At(examField(draft, path, entry), where, finding.error(), finding.said()));
        }
        return new FormFaults(all);
    }

    private static int place(ExamDraft draft, Object was) {
        return draft.entries().stream().map(ExamDraft.Entry::was).toList().indexOf(was);
    }

    private static String examField(ExamDraft draft, List<Object> path, int entry) {
        String first = path.isEmpty() ? "" : String.valueOf(path.get(0));
        String second = path.size() > 1 ? String.valueOf(path.get(1)) : "";
        String language = Languages.spoken().get(0).getLanguage();
        if (entry >= 0) {
            ExamDraft.Entry asked = draft.entries().get(entry);
            String inner = path.size() > 2 ? String.valueOf(path.get(2)) : "";
            boolean known = asked.isChoice()
                    ? List.of("choose", "of", "points", "label").contains(inner)
                    : List.of("question", "points", "label").contains(inner)
                            || (inner.equals("with") && !asked.with().isEmpty());
            return (known ? inner : asked.isChoice() ? "of" : "question") + "-" + entry;
        }
        return switch (first) {
            case "title" -> "title-" + (second.isEmpty() ? language : second);
            case "questions" -> "add";
            case "policy" -> "policy." + (ExamForm.POLICY.contains(second) ? second : "mode");
            default -> "";
        };
    }

    /** What was found at a field. */
    public List<At> of(String field) {
        return all.stream().filter(at -> at.field().equals(field)).toList();
    }

    /** Whether a field holds what has to be mended. */
    public boolean isWrong(String field) {
        return of(field).stream().anyMatch(At::error);
    }

    /** What describes a field: its hint, and what was found at it; null where there is neither. */
    public @Nullable String described(String field, String hint) {
        String both = (hint + (of(field).isEmpty() ? "" : " " + field + "-found")).strip();
        return both.isEmpty() ? null : both;
    }

    /** Whether something was found at a field that stands within a path of the text. */
    public boolean within(String path) {
        return all.stream().anyMatch(at -> at.field().startsWith(QuestionForm.AT + path + PATH));
    }

    /** The first field that has to be mended; empty where none has. */
    public String first() {
        return all.stream()
                .filter(at -> at.error() && !at.field().isEmpty())
                .map(At::field)
                .findFirst()
                .orElse("");
    }

    /** How many things have to be mended. */
    public long errors() {
        return all.stream().filter(At::error).count();
    }
}
