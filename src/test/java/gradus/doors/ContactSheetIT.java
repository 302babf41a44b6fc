package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import gradus.account.AccountStore;
import gradus.account.AccountStore.NewPerson;
import gradus.browser.Browser;
import gradus.course.CourseStore;
import gradus.course.CourseStore.Member;
import gradus.course.Role;
import gradus.web.Secret;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Cookie;

/**
 * Every page of the course of examples as everybody sees it, in both languages, light and dark and at three widths, side by side
 * in {@code target/screens.html}; none is wider than its window, and axe-core finds nothing.
 */
@Tag("screens")
@Timeout(5_400)
class ContactSheetIT {
    private static final String COURSE = "demo";
    /** {@code -Dgradus.screens=grader,admin} looks only as these. */
    private static final List<String> EVERYBODY =
            List.of(System.getProperty("gradus.screens", "guest,student,grader,instructor,admin")
                    .split(","));

    private static final Path SHEET = Path.of("target", "screens.html");
    private static final Path PICTURES = Path.of("target", "screens");
    private static final int[] WIDTHS = {390, 820, 1280};
    private static final int TALLEST = 3_000;
    private static final int MOST_PAGES = 70;
    /** Who sees fewer is not who they should be. */
    private static final Map<String, Integer> LEAST_PAGES =
            Map.of("guest", 6, "student", 10, "grader", 15, "instructor", 30, "admin", 30);

    private final List<String> faults = new ArrayList<>();
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    @Test
    void everyPageAsEverybodyInEachLanguageThemeAndWidth() throws IOException {
        Files.createDirectories(PICTURES);
        try (TestServer server = TestServer.start()) {
            server.app().demo();
            for (String who : EVERYBODY) {
                String token = session(server, who);
                List<String> pages = pages(server.visitor().withCookie("gradus", token));
                assertTrue(pages.size() >= LEAST_PAGES.get(who), who + " finds " + pages);
                for (String language : List.of("ko", "en")) {
                    try (Browser browser = Browser.at(server.app().address(), language)) {
                        browser.go("/").driver().manage().addCookie(new Cookie("gradus", token));
                        look(browser, who, pages);
                    }
                }
            }
        }
        Files.writeString(SHEET, sheet());
        assertEquals("", String.join("\n", faults));
    }

    /** The token of somebody who is signed in. */
    private static String session(TestServer server, String who) {
        String token = Secret.random();
        Instant now = Instant.now();
        UUID person = who.equals("student") ? aStudent(server) : somebody(server, who, now);
        if (!who.equals("guest")) {
            // who has no password is a guest, and is shown no page of staff
            server.database()
                    .save(AccountStore.class)
                    .complete(new NewPerson(person, "Kim " + who, who, null, "none", false, now, null));
        }
        server.database()
                .save(AccountStore.class)
                .startSession(Secret.hash(token), person, null, now, now.plusSeconds(86_400));
        return token;
    }

    /** One of those who sat both exams of the demo; the first was ill. */
    private static UUID aStudent(TestServer server) {
        return server.database().store(CourseStore.class).members(COURSE).stream()
                .filter(member -> member.login().equals("demo-02"))
                .map(Member::person)
                .findFirst()
                .orElseThrow();
    }

    private static UUID somebody(TestServer server, String who, Instant now) {
        UUID person = UUID.randomUUID();
        @Nullable String login = who.equals("guest") ? null : who;
        server.database()
                .save(AccountStore.class)
                .insert(new NewPerson(person, "Kim " + who, login, null, null, who.equals("admin"), now, null));
        switch (who) {
            case "grader" -> server.database().save(CourseStore.class).enrol(COURSE, person, Role.GRADER, now);
            case "instructor" -> server.database().save(CourseStore.class).enrol(COURSE, person, Role.INSTRUCTOR, now);
            default -> {}
        }
        return person;
    }

    /** One page of each kind that links lead to, from the first page on. */
    private static List<String> pages(TestVisitor visitor) {
        List<String> pages = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        Deque<String> waiting =
                new ArrayDeque<>(List.of("/", "/courses/demo/tour", "/sign-in", "/sign-up", "/help/components"));
        visitor.get("/");
        String practice = "/courses/deep-learning/exams/deep-learning-original/attempts";
        waiting.add(visitor.post(practice, Map.of()).uri().getPath());
        waiting.forEach(path -> kinds.add(kind(path)));
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            String path = waiting.remove();
            HttpResponse<String> answer = visitor.get(path);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (answer.statusCode() != 200 || !type.startsWith("text/html")) {
                continue;
            }
            pages.add(path);
            for (Element link : Jsoup.parse(answer.body()).select("a[href^=/]")) {
                String next = link.attr("href").replaceFirst("#.*", "");
                if (kinds.add(kind(next))) {
                    waiting.add(next);
                }
            }
        }
        return pages;
    }

    /** A path without what differs between two of the same kind. */
    private static String kind(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("/(exams|questions|members|pictures|courses)/(?!demo/|new\\b)[^/]+", "/$1/*")
                .replaceAll("[0-9]+", "*");
    }

    private void look(Browser browser, String who, List<String> pages) {
        for (String path : pages) {
            browser.go(path);
            browser.patience()
                    .until(
                            open -> Boolean.TRUE.equals(
                                    browser.driver()
                                            .executeScript(
                                                    "return document.readyState === 'complete' && !document.documentElement.matches('.drawing')")));
            StringBuilder row = rows.computeIfAbsent(who + " " + kind(path), first -> new StringBuilder());
            for (boolean dark : new boolean[] {false, true}) {
                browser.dark(dark);
                for (int width : WIDTHS) {
                    row.append(picture(browser, who, path, dark ? "dark" : "light", width));
                }
                browser.barriers()
                        .forEach(barrier -> faults.add(who + " " + browser.language() + " " + path + ": " + barrier));
            }
            browser.dark(false);
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private String picture(Browser browser, String who, String path, String theme, int width) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        Object size = browser.driver()
                .executeScript(
                        "const page = document.documentElement; return [page.scrollWidth - window.innerWidth, page.scrollHeight];");
        List<?> sizes = (List<?>) size;
        if (((Number) sizes.get(0)).longValue() > 0) {
            faults.add(
                    who + " " + browser.language() + " " + path + " is too wide for " + width + " by " + sizes.get(0));
        }
        long height = Math.min(TALLEST, ((Number) sizes.get(1)).longValue());
        Map<String, Object> taken = browser.driver()
                .executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "jpeg",
                                "quality",
                                55,
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 0.5)));
        String name = (who + kind(path) + "-" + browser.language() + "-" + theme + "-" + width + ".jpg")
                .replaceAll("[^A-Za-z0-9.-]+", "_");
        try {
            Files.write(PICTURES.resolve(name), Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        String said = browser.language() + " " + theme + " " + width;
        return "<figure><a href=\"screens/" + name + "\"><img loading=\"lazy\" src=\"screens/" + name + "\" alt=\""
                + said + "\"></a><figcaption>" + said + "</figcaption></figure>\n";
    }

    private String sheet() {
        StringBuilder sheet = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Gradus, every page</title>
                <style>body { font: 14px system-ui; margin: 1rem } div { display: flex; gap: .5rem; overflow-x: auto }
                figure { margin: 0; flex: none } img { height: 22rem; border: 1px solid #999; object-fit: cover; object-position: top }</style>
                </head><body>
                """);
        rows.forEach((page, pictures) -> sheet.append("<h2>")
                .append(page)
                .append("</h2><div>")
                .append(pictures)
                .append("</div>\n"));
        return sheet.append("</body></html>\n").toString();
    }
}
