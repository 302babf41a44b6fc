package gradus.attempt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.expression.value.Value;
import gradus.json.Json;
import gradus.question.ValueJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters that were drawn for a question of an attempt, as they are stored: JSON in the order in which they were drawn. */
final class DrawnParams {
    private DrawnParams() {}

    static String json(Map<String, Value> params) {
        ObjectNode object = Json.object();
        params.forEach((name, value) -> object.set(name, ValueJson.of(value)));
        return object.toString();
    }

    static Map<String, Value> read(String json) {
        Map<String, Value> params = new LinkedHashMap<>();
        Json.stored(json).properties().forEach(entry -> params.put(entry.getKey(), ValueJson.read(entry.getValue())));
        return params;
    }
}
