package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import gradus.database.Asked;
import gradus.doors.Cast.As;
import gradus.doors.Cast.Person;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link and every form that only asks, followed as everybody, every page in both languages; what buttons do is {@link CrawlIT}'s. */
class LinksTest {
    private static final Pattern BROKEN = Pattern.compile("(^|/)(null|undefined)(/|$)|\\$\\{|\\?\\?");
    private static final Pattern UNTRANSLATED = Pattern.compile(
            "\\?\\?\\S+\\?\\?|\\$\\{\\S+"
                    + "|^(account|attempt|bank|course|exam|expression|grading|maths|question|result|rubric|web)(\\.[a-z0-9-]+)+$"
                    + "|은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|\\(으\\)로|(^|\\s)1 (points|attempts|parts|answers|questions|minutes|students|tries|variants)\\b");
    private static final String[] ADDRESSES = {"href", "src", "action", "formaction"};

    @TempDir
    private Path folder;

    private final List<String> troubles = new ArrayList<>();

    @Test
    void everyLinkLeadsToAPageInTheReadersLanguage() {
        new ExamFolder(folder)
                .question("plain", """
                        title: {ko: 둘과 둘, en: Two and two}
                        prompt: What is $2 + 2$?
                        parts:
                          - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
                          - {id: why, type: text, points: 1, label: Why, rubric: [{id: said, points: 1, say: It says why.}]}
                        solution: Four.
                        """)
                .exam("quiz", "mode: timed, minutes: 60, attempts: 100", "{question: plain, points: 2}")
                .exam("drill", "mode: practice", "{question: plain, points: 2}, {question: adam-steps, points: 4}");
        int pages = 0;
        try (TestServer server = TestServer.withBank(folder)) {
            Cast cast = new Cast(server);
            Asked asked = Asked.of(server.database());
            for (As as : As.values()) {
                Person person = cast.enter(as, Cast.exams(as));
                for (String language : languages(as)) {
                    TestVisitor visitor = server.visitor().speaking(language).withCookie("gradus", person.cookie());
                    Walk walk = new Walk(as + " " + language, visitor, language, asked);
                    pages += walk.from(as == As.NOBODY ? List.of("/", cast.invitation()) : List.of("/", "/account"));
                }
            }
        }
        assertEquals("", String.join("\n", troubles));
        assertTrue(pages > 200, pages + " pages");
    }

    /** Who sees much the same as the next goes in one language, the next in the other. */
    private static List<String> languages(As as) {
        return switch (as) {
            case NOBODY, STUDENT -> List.of("ko", "en");
            case GUEST, INSTRUCTOR -> List.of("ko");
            case GRADER, ADMIN -> List.of("en");
        };
    }

    /** One reader's way through the pages, each kind of page once. */
    private final class Walk {
        private final String who;
        private final TestVisitor visitor;
        private final String language;
        private final Asked asked;
        private final Set<String> kinds = new HashSet<>();
        private final Deque<String> waiting = new ArrayDeque<>();
        private String here = "";

        Walk(String who, TestVisitor visitor, String language, Asked asked) {
            this.who = who;
            this.visitor = visitor;
            this.language = language;
            this.asked = asked;
        }

        int from(List<String> starts) {
            starts.forEach(this::add);
            int pages = 0;
            while (!waiting.isEmpty()) {
                open(waiting.remove());
                pages++;
            }
            return pages;
        }

        private void add(String path) {
            if (kinds.add(kind(path))) {
                waiting.add(path);
            }
        }

        private void open(String path) {
            asked.twice();
            HttpResponse<String> answer = visitor.get(path);
            Set<String> twice = asked.twice();
            if (answer.previousResponse().isEmpty()) {
                twice.forEach(question -> note(path, "asks the database twice: " + question));
            }
            here = answer.uri().getRawAuthority();
            if (answer.statusCode() >= 400) {
                note(path, "answers " + answer.statusCode());
            } else if (answer.body().isBlank() && !path.contains(".jsonl")) {
                note(path, "is empty");
            }
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                read(path, Jsoup.parse(answer.body(), answer.uri().toString()));
            }
        }

        private void read(String path, Document page) {
            // what stands in pre and in text areas is quoted: files, and what people typed
            page.select("template, pre").remove();
            page.select("textarea").empty();
            if (!page.select("html").attr("lang").equals(language)) {
                note(path, "speaks " + page.select("html").attr("lang"));
            }
            for (Element element : page.getAllElements()) {
                for (String name : ADDRESSES) {
                    if (BROKEN.matcher(element.attr(name)).find()) {
                        note(path, "leads to " + element.attr(name));
                    }
                }
                element.textNodes().stream()
                        .map(TextNode::text)
                        .filter(text -> UNTRANSLATED.matcher(text.strip()).find())
                        .forEach(text -> note(path, "says " + text));
            }
            page.select("a[href]").forEach(link -> follow(path, page, link));
            page.select("form:not([method=post])").forEach(form -> ask(form, ""));
            page.select("form:not([method=post])").forEach(form -> ask(form, "a"));
            page.select("img[src]").forEach(picture -> addHere(picture.absUrl("src")));
        }

        private void follow(String path, Document page, Element link) {
            String address = link.attr("href");
            if (address.startsWith("#")) {
                if (address.length() > 1 && page.getElementById(address.substring(1)) == null) {
                    note(path, "leads nowhere: " + address);
                }
            } else {
                addHere(link.absUrl("href"));
            }
        }

        /** Sends a form that changes nothing, with a text in the fields that wait for one. */
        private void ask(Element form, String typed) {
            List<String> fields = new ArrayList<>();
            for (Element field : form.select("input[name], select[name]")) {
                boolean box = field.attr("type").matches("checkbox|radio");
                Element option = field.selectFirst("option[selected]");
                Element first = option == null ? field.selectFirst("option") : option;
                String sent = first != null ? first.attr("value") : field.attr("value");
                if (!box || field.hasAttr("checked")) {
                    fields.add(field.attr("name") + "=" + (sent.isEmpty() ? typed : sent));
                }
            }
            String action = form.hasAttr("action") ? form.absUrl("action") : form.baseUri();
            addHere(action.replaceFirst("\\?.*", "") + "?" + String.join("&", fields));
        }

        private void addHere(String address) {
            URI there = URI.create(address.replace(" ", "%20"));
            if (here.equals(there.getRawAuthority())) {
                add(there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery()));
            }
        }

        private void note(String path, String what) {
            troubles.add(who + " " + path + " " + what);
        }
    }

    /** A path without what differs between two pages of one kind. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("/welcome/[^/]+", "/welcome/*")
                .replaceAll("/questions/[^/?]+", "/questions/*")
                .replaceAll("/pictures/[^?]+", "/pictures/*")
                .replaceAll("(exams/chapter)-\\d[^/?]*", "$1")
                .replaceAll("(back=)[^&]+", "$1*")
                .replaceAll("=\\d+", "=#");
    }
}
