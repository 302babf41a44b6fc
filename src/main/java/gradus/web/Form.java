package gradus.web;

import gradus.message.Message;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form and what is wrong with it, so that the form can be shown again as it was. */
public final class Form {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Message> problems = new LinkedHashMap<>();

    private Form() {}

    public static Form empty() {
        return new Form();
    }

    /** The fields of these names as they were sent; one that is missing is empty. */
    public static Form of(Context context, String... fields) {
        Form form = new Form();
        for (String field : fields) {
            String text = context.formParam(field);
            form.texts.put(field, text == null ? "" : text);
        }
        return form;
    }

    public Form with(String field, @Nullable String text) {
        texts.put(field, text == null ? "" : text);
        return this;
    }

    /** Whether the form has this field at all. */
    public boolean has(String field) {
        return texts.containsKey(field);
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** Adds the message to a field if the condition is false; a field keeps its first message. */
    public Form require(boolean holds, String field, Message otherwise) {
        if (!holds) {
            problems.putIfAbsent(field, otherwise);
        }
        return this;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    public @Nullable Message problem(String field) {
        return problems.get(field);
    }
}
