package gradus.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real headless Chromium that remembers nothing, as one visitor uses it. Closing it fails the test where a page broke its
 * content policy or wrote an error to the console.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int[] WIDTHS = {1280, 390};
    private static final String WATCH = """
            window.violations = [];
            document.addEventListener("securitypolicyviolation",
              (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
            window.shift = 0;
            window.shifted = [];
            new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput)
              .forEach((entry) => {
                window.shift += entry.value;
                window.shifted.push(...entry.sources.map((source) => source.node && source.node.outerHTML
                  ? source.node.outerHTML.slice(0, 120) : String(source.node && source.node.textContent).slice(0, 80)));
              })).observe({type: "layout-shift", buffered: true});
            """;

    private static final String AXE = axe();

    /** Whether pages are looked at in every respect and pictures of them are kept, which takes long. */
    private static final boolean ALL = Boolean.getBoolean("gradus.screenshots");

    private final LentChromium chromium;
    private final ChromeDriver driver;
    private final String address;
    private final List<String> violations = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private boolean unreachable;

    private Browser(LentChromium chromium, String address) {
        this.chromium = chromium;
        this.driver = chromium.driver();
        this.address = address;
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    }

    /** A visitor of this server whose browser asks for this language, {@code ko} or {@code en}. */
    public static Browser at(String address, String language) {
        return new Browser(LentChromium.in(language), address);
    }

    /** The value of a cookie, which must be there. */
    public String cookie(String name) {
        return Objects.requireNonNull(driver().manage().getCookieNamed(name), name)
                .getValue();
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** The language that the browser asks for. */
    public String language() {
        return chromium.language();
    }

    /** Opens a path of the server. */
    public Browser go(String path) {
        collect();
        driver.get(address + path);
        return this;
    }

    /** The path and query of the page that is open. */
    public String path() {
        String url = driver.getCurrentUrl();
        return url == null ? "" : url.substring(address.length());
    }

    /** The element of this CSS selector, waited for until it can be seen. */
    public WebElement find(String css) {
        return patience().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The texts of all elements of this CSS selector. */
    public List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    public Browser click(String css) {
        return click(By.cssSelector(css));
    }

    /** Clicks the link or button that reads so. */
    public Browser press(String label) {
        return click(labelled(label));
    }

    /** Clicks what leads to another page, or to this one anew, and waits until that is there. */
    public Browser follow(String css) {
        return follow(By.cssSelector(css));
    }

    /** Clicks the link or button that reads so and leads to another page, and waits until that is there. */
    public Browser pressAndFollow(String label) {
        return follow(labelled(label));
    }

    private static By labelled(String label) {
        return By.xpath("//*[self::a or self::button or self::summary][normalize-space()='" + label + "']");
    }

    private Browser follow(By place) {
        driver.executeScript("window.leaving = true");
        click(place);
        patience()
                .until(open -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.leaving && document.readyState === 'complete'")));
        return this;
    }

    private Browser click(By place) {
        collect();
        WebElement element = patience().until(ExpectedConditions.elementToBeClickable(place));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
        return this;
    }

    /** Types into a field what shall stand there in place of what does. */
    public Browser type(String css, String text) {
        WebElement field = find(css);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
        return this;
    }

    /** All text of the page. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.body ? document.body.innerText : ''"));
    }

    /** Waits until the page shows this text. */
    public Browser waitForText(String text) {
        patience().until(open -> text().contains(text));
        return this;
    }

    /** Waits for what the page will be; one that goes away meanwhile is no failure. */
    public FluentWait<WebDriver> patience() {
        return new WebDriverWait(driver, PATIENCE)
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class);
    }

    /** The server will answer so on purpose; the browser notes it in its console, and that is no error of the test. */
    public Browser expectingStatus(int status) {
        expectedStatuses.add(status);
        return this;
    }

    /** Takes the network away, or gives it back; what the browser then notes in its console is no error of the test. */
    public Browser offline(boolean offline) {
        unreachable = true;
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /**
     * Keeps pictures of the whole page as {@code target/screenshots/<name>-<language>-<width>.png}, wide and narrow. They are
     * for people to look at and take longer than the rest of a test, so only {@code mvn -Pscreens verify} takes them.
     */
    public Browser screenshot(String name) {
        if (!ALL) {
            return this;
        }
        driver.executeScript("window.scrollTo(0, 0)");
        for (int width : WIDTHS) {
            resize(width);
            Map<String, Object> picture = driver.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            write(name + "-" + language() + "-" + width + ".png", (String) picture.get("data"));
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return this;
    }

    /** Fails where the page breaks a rule of WCAG 2.1 A or AA that axe-core can see. */
    public Browser accessible() {
        assertEquals(List.of(), barriers(), path());
        return this;
    }

    /**
     * The rules of WCAG 2.1 A and AA that the page breaks, as far as axe-core can see. It cannot read formulas, so whether a
     * field has a name is asked of the browser. A drawn formula is thousands of elements that are hidden from screen readers
     * and have the colour of the text around them; only {@code mvn -Pscreens verify} lets axe-core look at each.
     */
    public List<String> barriers() {
        driver.executeScript("if (!window.axe) { " + AXE + " }");
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const rules = {label: {enabled: false}, "select-name": {enabled: false}};
                const where = arguments[0] ? document : {exclude: [".katex-html"]};
                const what = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], rules, resultTypes: ["violations"]};
                axe.run(where, what).then(
                  (result) => done(result.violations.flatMap((rule) =>
                    rule.nodes.map((node) => rule.id + ": " + node.html + " " + node.failureSummary))),
                  (problem) => done([String(problem)]));
                """, ALL);
        Stream<String> rules = found instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.empty();
        Stream<String> unnamed = fieldsInSight()
                .filter(field -> field.getAccessibleName().isBlank())
                .map(field -> "a field has no name: " + field.getDomAttribute("name"));
        return Stream.concat(rules, unnamed).toList();
    }

    private Stream<WebElement> fieldsInSight() {
        Object fields = driver.executeScript("""
                return [...document.querySelectorAll("main input:not([type=hidden]), main textarea, main select")]
                  .filter((field) => field.getClientRects().length > 0 && !field.closest("details:not([open])"));
                """);
        return fields instanceof List<?> list ? list.stream().map(WebElement.class::cast) : Stream.empty();
    }

    /** How far the page has shifted while it was drawn: the sum of its layout shifts, 0 for a calm one. */
    public double shift() {
        return ((Number) Objects.requireNonNull(driver.executeScript("return window.shift"))).doubleValue();
    }

    /** What has shifted, for a message. */
    public String shifted() {
        return String.valueOf(driver.executeScript("return window.shifted.join(' | ')"));
    }

    /** How many pixels the page is wider than a telephone's screen, over which it would have to be pushed sideways. */
    public long overflow() {
        resize(WIDTHS[1]);
        Object pixels = driver.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return ((Number) Objects.requireNonNull(pixels)).longValue();
    }

    private void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** How many bytes the page and its files have taken on the wire; those that were in the browser's cache count too. */
    public long weight() {
        Object bytes = driver.executeScript("""
                return ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
                """);
        return ((Number) Objects.requireNonNull(bytes)).longValue();
    }

    private static String axe() {
        String place = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream script = Browser.class.getClassLoader().getResourceAsStream(place)) {
            return new String(Objects.requireNonNull(script, place).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(String name, String data) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name), Base64.getDecoder().decode(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets pages be drawn for a reader who prefers the dark. */
    public Browser dark(boolean dark) {
        return preferring("prefers-color-scheme", dark ? "dark" : "light");
    }

    /** Lets pages be drawn for a reader who prefers that nothing moves. */
    public Browser still(boolean still) {
        return preferring("prefers-reduced-motion", still ? "reduce" : "no-preference");
    }

    private Browser preferring(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
        return this;
    }

    /** Notes what the page that is open has broken, before it goes. */
    private void collect() {
        if (driver.executeScript("return window.violations || []") instanceof List<?> found) {
            found.forEach(violation -> violations.add(driver.getCurrentUrl() + ": " + violation));
        }
        driver.executeScript("window.violations = []");
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !isExpected(entry.getMessage())) {
                violations.add(entry.getMessage());
            }
        }
    }

    private boolean isExpected(String message) {
        return (unreachable && message.contains("net::ERR_INTERNET_DISCONNECTED"))
                || expectedStatuses.stream()
                        .anyMatch(status -> message.contains("responded with a status of " + status));
    }

    /** Hands over what pages have broken since it was asked last, so that a test can say where. */
    public List<String> takeViolations() {
        collect();
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    /** Fails where pages so far broke their content policy or wrote an error to the console. */
    public void check() {
        collect();
        assertEquals(List.of(), violations);
    }

    @Override
    public void close() {
        try {
            check();
        } finally {
            chromium.giveBack(address);
        }
    }
}
