package gradus.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gradus.TestServer;
import gradus.bench.Bench.Row;
import gradus.browser.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * From the press on Check to the marks on the page, in Chromium, beside a bare page of the same size that is fetched, read and
 * put in place. The medians of both.
 */
final class CheckRows {
    private static final int ROUNDS = 15;
    private static final String ORIGINAL = "/courses/deep-learning/exams/deep-learning-original";
    private static final String FILL = """
            document.querySelectorAll("#part-corr_valid [data-matrix-grid] input").forEach((input, i) => {
              input.value = String(50 + i);
              input.dispatchEvent(new Event("input", {bubbles: true}));
            });
            """;
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            const part = document.querySelector("#part-corr_valid");
            const input = part.querySelector("[data-matrix-grid] input");
            input.value = arguments[0];
            input.dispatchEvent(new Event("input", {bubbles: true}));
            const press = () => {
              if (document.getElementById("save-state").dataset.state !== "saved") {
                setTimeout(press, 20);
                return;
              }
              const start = performance.now();
              new MutationObserver((changes, observer) => {
                if (part.querySelector(".mark")) {
                  observer.disconnect();
                  done(performance.now() - start);
                }
              }).observe(part, {childList: true, subtree: true});
              document.querySelector("[data-in-place=check]").click();
            };
            setTimeout(press, 500);
            """;
    private static final String BARE = """
            const done = arguments[arguments.length - 1];
            const start = performance.now();
            fetch("/page", {method: "POST", body: "x=1"}).then((reply) => reply.text()).then((text) => {
              const page = new DOMParser().parseFromString(text, "text/html");
              page.querySelectorAll("script, link, img").forEach((one) => one.remove());
              document.body.replaceChildren(...page.querySelector("main").childNodes);
              done(performance.now() - start);
            });
            """;

    private CheckRows() {}

    static List<Row> measure() throws IOException {
        try (TestServer server = TestServer.start()) {
            String page;
            double ours;
            try (Browser browser = Browser.at(server.app().address(), "en")) {
                browser.go(ORIGINAL).follow("form.start button");
                browser.go(browser.path().replaceFirst("[0-9]+$", "6"));
                browser.find("#part-corr_valid [data-matrix-grid] input");
                browser.driver().executeScript(FILL);
                ours = median(browser, CHECK);
                page = Objects.requireNonNull(browser.driver().getPageSource());
            }
            return List.of(new Row(
                    "from Check to the marks, a question of four matrices", bare(page), ours, "ms", "–"));
        }
    }

    private static double bare(String page) throws IOException {
        HttpServer bare = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bare.createContext("/page", exchange -> answer(exchange, page));
        bare.createContext("/", exchange -> answer(exchange, "<!DOCTYPE html><title>Bare</title><body></body>"));
        bare.start();
        try (Browser browser = Browser.at("http://localhost:" + bare.getAddress().getPort(), "en")) {
            return median(browser.go("/"), BARE);
        } finally {
            bare.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static double median(Browser browser, String script) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Object taken = browser.driver().executeAsyncScript(script, String.valueOf(100 + i));
            times[i] = ((Number) Objects.requireNonNull(taken)).doubleValue();
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
