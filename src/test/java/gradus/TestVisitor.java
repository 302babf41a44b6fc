package gradus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor without a browser: keeps cookies, follows redirects, carries the form token of the last page by itself. */
public final class TestVisitor {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"");

    private static final String BOUNDARY = "a-boundary-that-no-text-holds";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private String csrf = "";
    private String language = "en";

    public TestVisitor(String address) {
        this.address = address;
    }

    public TestVisitor speaking(String tag) {
        language = tag;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
    }

    /** Opens a page, to be used by what stands on it. */
    public TestPage open(String path) {
        return new TestPage(this, get(path));
    }

    /** Sends a form as a browser does, each field as often as it is there. */
    TestPage submit(String path, List<Map.Entry<String, String>> fields) {
        return new TestPage(
                this,
                send(HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))));
    }

    static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = encoded(List.copyOf(fields.entrySet()));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + (form.isEmpty() ? "" : "&" + form))));
    }

    /** Sends JSON as a script of our pages does. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends JSON over a slow line: something else happens after its first bytes have come. */
    public HttpResponse<String> postJson(String path, String json, Runnable meanwhile) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        InputStream slow = new SequenceInputStream(new ByteArrayInputStream(body, 0, 1), new InputStream() {
            private final InputStream rest = new ByteArrayInputStream(body, 1, body.length - 1);
            private boolean waited;

            @Override
            public int read() throws IOException {
                if (!waited) {
                    waited = true;
                    meanwhile.run();
                }
                return rest.read();
            }
        });
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> slow)));
    }

    /** A file in a field of a form; a browser sends an empty one without a name where none was chosen. */
    record Chosen(String field, String name, byte[] content) {}

    /** Sends a form that may hold files, as a browser does. */
    TestPage submit(String path, List<Map.Entry<String, String>> fields, List<Chosen> files) {
        List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
        for (Map.Entry<String, String> field : fields) {
            parts.add(HttpRequest.BodyPublishers.ofString("--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                    + field.getValue() + "\r\n"));
        }
        for (Chosen file : files) {
            parts.add(HttpRequest.BodyPublishers.ofString(
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(HttpRequest.BodyPublishers.ofByteArray(file.content()));
            parts.add(HttpRequest.BodyPublishers.ofString("\r\n"));
        }
        parts.add(HttpRequest.BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        return new TestPage(
                this,
                send(HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new)))));
    }

    /** The bytes at an address. */
    public byte[] download(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Accept-Language", language).build(), HttpResponse.BodyHandlers.ofString());
            Matcher token = CSRF.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The cookie of this name, with which another browser goes on as this visitor. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Goes on as the browser that has this cookie. */
    public TestVisitor withCookie(String name, String content) {
        HttpCookie cookie = new HttpCookie(name, content);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
        return this;
    }

    /** The form token of the last page; a test that forges a form sets another. */
    public String csrf() {
        return csrf;
    }

    public TestVisitor withCsrf(String token) {
        csrf = token;
        return this;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
