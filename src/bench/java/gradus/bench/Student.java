package gradus.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without pictures: its cookie, the form token of its last page, and no redirects followed. */
final class Student {
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/[0-9a-f-]{36}");
    private static final Pattern PART = Pattern.compile("data-part=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"");

    private final HttpClient client;
    private final String address;
    private volatile String token = "";
    private volatile String csrf = "";
    private volatile String attempt = "";
    private volatile String part = "";
    private int saved;

    Student(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    CompletableFuture<HttpResponse<String>> get(String path) {
        return send(request(path).GET());
    }

    CompletableFuture<HttpResponse<String>> post(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + "&" + fields)));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(reply -> {
                    for (String cookie : reply.headers().allValues("Set-Cookie")) {
                        if (cookie.startsWith("gradus=")) {
                            token = cookie.substring("gradus=".length(), cookie.indexOf(';'));
                        }
                    }
                    Matcher found = CSRF.matcher(reply.body());
                    if (found.find()) {
                        csrf = found.group(1);
                    }
                    Matcher asked = PART.matcher(reply.body());
                    if (asked.find()) {
                        part = asked.group(1);
                    }
                    Matcher begun = ATTEMPT.matcher(reply.headers().firstValue("Location").orElse(""));
                    if (begun.find()) {
                        attempt = begun.group();
                    }
                    return reply;
                });
    }

    /** Begins an exam and opens its first page. */
    CompletableFuture<HttpResponse<String>> start(String exam) {
        return post(exam + "/attempts", "").thenCompose(begun -> get(attempt + "/questions/1"));
    }

    CompletableFuture<HttpResponse<String>> submit() {
        return post(attempt + "/submission", "");
    }

    CompletableFuture<HttpResponse<String>> result() {
        return get(attempt);
    }

    HttpRequest page() {
        return request(attempt + "/questions/1").GET().build();
    }

    /** A save of a text that is new each time, as the page sends it. */
    HttpRequest save() {
        saved++;
        return request(attempt + "/responses")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString("{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"" + part
                        + "\",\"text\":\"max(0, x) + " + saved + "\"}]}"))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Cookie", "gradus=" + token);
    }
}
