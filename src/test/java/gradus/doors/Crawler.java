package gradus.doors;

import gradus.browser.Browser;
import gradus.doors.Cast.As;
import gradus.doors.Cast.Person;
import gradus.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * Goes through every page that somebody can reach, follows every link and presses every button, and notes what breaks. What
 * two pages of one kind share is tried once. Buttons that end something come last, each pressed by somebody new.
 */
final class Crawler {
    private static final Pattern ENDS =
            Pattern.compile("^post .*/(submission|deletion|sign-out|sign-in|sign-up|welcome/\\*|erasure"
                    + "|removal|solutions|variants|state|role|password|claims|attempts)( .*)?$");
    private static final Pattern CHANGES_WHO_ONE_IS =
            Pattern.compile("^post /(sign-|welcome|account|courses/[^/]+/exams/[^/]+/attempts).*");
    /** A page that only who began the attempt may come to, or is led back to. */
    private static final Pattern ABOUT_AN_ATTEMPT = Pattern.compile("^(/sign-(in|up)\\?back=)?/attempts/");

    private static final int DRAWN_ANEW = 3;
    private static final Set<String> SAYING_NOTHING = Stream.of(Locale.KOREAN, Locale.ENGLISH)
            .map(Message.of("web.error-400")::in)
            .collect(Collectors.toSet());
    private static final String SCRIPT = script();

    private final Browser browser;
    private final ChromeDriver driver;
    private final Cast cast;
    private final boolean emptyToo;
    private final Set<String> pages;
    private final Set<String> controls;
    private final List<String> troubles = new ArrayList<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<Press> last = new ArrayDeque<>();
    private Person person;
    private int presses;

    /** A button at the page that showed it, by whom it was seen, and the cookie that they had by then. */
    private record Press(Person by, String cookie, String path, String control) {}

    /**
     * @param pages kinds of pages that were seen before and are left out
     * @param controls names of buttons that were pressed before and are left out
     * @param emptyToo whether buttons are pressed with empty forms too
     */
    Crawler(Browser browser, Cast cast, As as, Set<String> pages, Set<String> controls, boolean emptyToo) {
        this.browser = browser.expectingStatus(400).expectingStatus(409).expectingStatus(422);
        this.driver = browser.driver();
        this.cast = cast;
        this.pages = pages;
        this.controls = controls;
        this.emptyToo = emptyToo;
        this.person = enter(as, Cast.exams(as));
    }

    private Person enter(As as, Set<String> exams) {
        browser.go("/sign-in");
        driver.manage().deleteAllCookies();
        Person entered = cast.enter(as, exams);
        driver.manage().addCookie(new Cookie("gradus", entered.cookie()));
        person = entered;
        return entered;
    }

    /** Everything from the home page on; what broke. */
    List<String> crawl() {
        waiting.add("/");
        waiting.add(person.as() == As.NOBODY ? cast.invitation() : "/account");
        openWaiting();
        while (!last.isEmpty()) {
            Press press = last.remove();
            pressAsSomebodyNew(press, true);
            openWaiting();
            if (emptyToo) {
                pressAsSomebodyNew(press, false);
                openWaiting();
            }
        }
        return troubles;
    }

    /** Presses as somebody new; but on an attempt that was begun on the way, which nobody else has, as who began it. */
    private void pressAsSomebodyNew(Press press, boolean filled) {
        Set<String> exams = press.by().exams(press.path());
        if (exams.isEmpty() && ABOUT_AN_ATTEMPT.matcher(press.path()).find()) {
            driver.manage().deleteAllCookies();
            driver.manage().addCookie(new Cookie("gradus", press.cookie()));
            person = press.by();
            press(press.path(), press.control(), filled);
        } else {
            Person fresh = enter(press.by().as(), exams);
            press(fresh.own(press.path(), press.by()), press.control(), filled);
        }
    }

    private void openWaiting() {
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            open(path);
            look(path, path, false);
        }
    }

    int presses() {
        return presses;
    }

    private void open(String path) {
        browser.go(path.startsWith("/welcome/") ? cast.invitation() : path);
        driver.executeScript(SCRIPT);
    }

    /** Reads the page that is open, and goes on to what it leads to. */
    private void look(String path, String how, boolean pressed) {
        Map<?, ?> seen = (Map<?, ?>) Objects.requireNonNull(driver.executeScript("return crawl.look()"));
        long status = ((Number) Objects.requireNonNull(seen.get("status"))).longValue();
        boolean meant = status < 400 || ((pressed || status == 409) && isRefused(status, seen));
        if (!meant) {
            note(how, "answers " + status);
        }
        for (String what : List.of("bad", "raw", "lost")) {
            if (seen.get(what) instanceof List<?> list && !list.isEmpty()) {
                note(how, what + " " + list);
            }
        }
        // what is no page of HTML names no icon, so that browsers look for it at its usual place
        browser.takeViolations().stream()
                .filter(violation -> !violation.contains("/favicon.ico"))
                // the crawler leaves pages with its own changes unsaved
                .filter(violation -> !violation.contains("'beforeunload'"))
                .forEach(violation -> note(how, violation));
        if (pressed
                && CHANGES_WHO_ONE_IS.matcher(how.replaceFirst("^.* → ", "")).matches()) {
            return;
        }
        for (Object link : (List<?>) Objects.requireNonNull(seen.get("links"))) {
            follow((Map<?, ?>) link, how);
        }
        if (status < 400) {
            List<String> fresh = new ArrayList<>();
            for (Object name : (List<?>) Objects.requireNonNull(seen.get("controls"))) {
                if (controls.add(String.valueOf(name))) {
                    fresh.add(String.valueOf(name));
                }
            }
            fresh.forEach(name -> pressOrKeep(path, name));
        }
    }

    /** Whether what was typed is refused, with words about just that. */
    private static boolean isRefused(long status, Map<?, ?> seen) {
        String reason = String.valueOf(seen.get("reason"));
        boolean says = !reason.isBlank() && !SAYING_NOTHING.contains(reason);
        return (status == 422 && !Objects.equals(seen.get("problems"), 0L))
                || (Set.of(400L, 409L, 422L).contains(status) && says);
    }

    private void follow(Map<?, ?> link, String how) {
        String address = String.valueOf(link.get("address"));
        if (!pages.add(String.valueOf(link.get("kind")))) {
            return;
        }
        if (Boolean.TRUE.equals(link.get("file"))) {
            Object status = driver.executeAsyncScript("""
                    const done = arguments[1];
                    const empty = arguments[0].includes('.jsonl');
                    fetch(arguments[0]).then(reply => reply.text().then(text => done(text || empty ? reply.status : 'nothing')), done);
                    """, address);
            if (!Long.valueOf(200).equals(status)) {
                note(how, "the file " + address + " gives " + status);
            }
        } else {
            waiting.add(address);
        }
    }

    private void pressOrKeep(String path, String control) {
        if (ENDS.matcher(control).matches()) {
            Cookie held = driver.manage().getCookieNamed("gradus");
            last.add(new Press(person, held == null ? person.cookie() : held.getValue(), path, control));
            return;
        }
        press(path, control, true);
        if (emptyToo && control.startsWith("post")) {
            press(path, control, false);
        }
    }

    private void press(String path, String control, boolean filled) {
        String how = path + " → " + control + (filled ? ", filled" : ", empty");
        open(path);
        try {
            if (!click(path, control, filled)) {
                browser.takeViolations(); // the page may be gone with what was pressed before
                return;
            }
            presses++;
            new FluentWait<>(driver)
                    .withTimeout(Duration.ofSeconds(15))
                    .pollingEvery(Duration.ofMillis(25))
                    .until(open ->
                            Boolean.TRUE.equals(open.executeScript("""
                            if (!window.here) {
                              return document.readyState === 'complete';
                            }
                            return window.refused || (window.changes > 0 && (!arguments[0] || window.answered));
                            """, control.matches("(?!.* do=)(post|get).*"))));
        } catch (TimeoutException nothing) {
            note(how, "does nothing");
            return;
        } catch (WebDriverException broken) {
            note(how, String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
            return;
        }
        driver.executeScript(SCRIPT);
        driver.manage().deleteCookieNamed("language");
        look(browser.path().replaceAll("#.*", ""), how, true);
    }

    /** Fills the form in and presses, once more where the page draws the control anew meanwhile; false where there is none. */
    private boolean click(String path, String control, boolean filled) {
        Object found = driver.executeScript("return crawl.ready(...arguments)", control, filled, words(path));
        for (int again = DRAWN_ANEW; found instanceof WebElement button; again--) {
            try {
                driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
                button.click();
                return true;
            } catch (StaleElementReferenceException | ElementNotInteractableException drawn) {
                if (again == 0) {
                    throw drawn;
                }
                found = driver.executeScript("return crawl.find(...arguments)", control);
            }
        }
        return false;
    }

    /** What is typed into fields, by their names and types. */
    private Map<String, String> words(String path) {
        boolean isNew = path.startsWith("/sign-up") || path.startsWith("/welcome");
        return Map.ofEntries(
                Map.entry("login", isNew ? cast.freshLogin() : Cast.KNOWN_LOGIN),
                Map.entry("name", "한가을"),
                Map.entry("password", Cast.PASSWORD),
                Map.entry("newPassword", "even longer"),
                Map.entry("erasePassword", Cast.PASSWORD),
                Map.entry("email", cast.freshLogin() + "@example.org"),
                Map.entry("emailPassword", Cast.PASSWORD),
                Map.entry("studentNumber", cast.freshLogin()),
                Map.entry("officialName", "한가을"),
                Map.entry("minutes", "90"),
                Map.entry("points", "0.5"),
                Map.entry("number", "3"));
    }

    private void note(String where, String what) {
        troubles.add(person.as() + " " + browser.language() + " " + where + ": " + what);
    }

    private static String script() {
        try (InputStream script = Crawler.class.getResourceAsStream("crawl.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
