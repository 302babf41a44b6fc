package gradus.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of the API, made from the operations that it serves. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    private OpenApi() {}

    /**
     * One operation of the API.
     *
     * @param query what may follow the path, by name, with a sentence each
     * @param body the fields of the JSON that is sent, by name, each with its type; null for none
     * @param media what comes back
     * @param status with which it comes back
     */
    record Operation(
            String method,
            String path,
            @Nullable Permission permission,
            String summary,
            Map<String, String> query,
            @Nullable Map<String, String> body,
            String media,
            int status) {
        /** A name of its own: {@code get-courses-exams}. */
        String id() {
            return method.toLowerCase(Locale.ROOT)
                    + path.replace(ApiController.ROOT, "")
                            .replaceAll("[{}]", "")
                            .replace('/', '-');
        }
    }

    static ObjectNode of(List<Operation> operations, String server) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Gradus")
                .put("version", "1")
                .put(
                        "description",
                        "What staff can do through pages, for programs. Errors are application/problem+json (RFC 9457).");
        document.putArray("servers").addObject().put("url", server);
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            ObjectNode path =
                    paths.withObject("/" + operation.path().replace("~", "~0").replace("/", "~1"));
            path.set(operation.method().toLowerCase(Locale.ROOT), described(operation));
        }
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Made by `gradus token add`.");
        ObjectNode problem =
                components.putObject("schemas").putObject("Problem").put("type", "object");
        ObjectNode fields = problem.putObject("properties");
        fields.putObject("type").put("type", "string");
        fields.putObject("status").put("type", "integer");
        fields.putObject("title").put("type", "string");
        return document;
    }

    private static ObjectNode described(Operation operation) {
        ObjectNode object = Json.object().put("operationId", operation.id()).put("summary", operation.summary());
        var parameters = object.putArray("parameters");
        Matcher names = PARAMETER.matcher(operation.path());
        while (names.find()) {
            parameters
                    .addObject()
                    .put("name", names.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        operation
                .query()
                .forEach((name, says) -> parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "query")
                        .put("description", says)
                        .putObject("schema")
                        .put("type", "string"));
        Map<String, String> body = operation.body();
        if (body != null) {
            ObjectNode schema = object.putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("type", "object");
            ObjectNode fields = schema.putObject("properties");
            body.forEach((name, type) -> fields.putObject(name).put("type", type));
        }
        ObjectNode responses = object.putObject("responses");
        responses
                .putObject(Integer.toString(operation.status()))
                .put("description", "The answer.")
                .putObject("content")
                .putObject(operation.media());
        responses
                .putObject("default")
                .put("description", "Why not.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        Permission permission = operation.permission();
        if (permission != null) {
            object.put("description", "Needs the permission `" + permission.word() + "`.");
        }
        object.putArray("security").addObject().putArray("token");
        return object;
    }
}
