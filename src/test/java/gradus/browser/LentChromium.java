package gradus.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A running Chromium that is lent to one test after another, because starting one takes seconds. Each test gets a new window;
 * cookies, cache and stored data of the one before are gone, and so are its scripts and its emulated network.
 */
final class LentChromium {
    private static final List<LentChromium> idle = new ArrayList<>();

    private static final Dimension SIZE = new Dimension(1280, 900);
    private final ChromeDriver driver;
    private final String language;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(LentChromium::quitAll));
    }

    private LentChromium(ChromeDriver driver, String language) {
        this.driver = driver;
        this.language = language;
    }

    /** One that asks for pages in this language; started where none is idle. */
    static synchronized LentChromium in(String language) {
        for (LentChromium chromium : idle) {
            if (chromium.language.equals(language)) {
                idle.remove(chromium);
                return chromium;
            }
        }
        return new LentChromium(start(language), language);
    }

    ChromeDriver driver() {
        return driver;
    }

    String language() {
        return language;
    }

    /** Forgets everything that a test has left on pages of this address, and waits for the next one; a broken one ends. */
    void giveBack(String address) {
        try {
            Set<String> used = driver.getWindowHandles();
            driver.switchTo().window(used.iterator().next()).switchTo().newWindow(WindowType.TAB);
            String fresh = driver.getWindowHandle();
            for (String window : used) {
                driver.switchTo().window(window).close();
            }
            driver.switchTo().window(fresh);
            driver.manage().window().setSize(SIZE);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            if (!address.isEmpty()) {
                driver.executeCdpCommand(
                        "Storage.clearDataForOrigin", Map.of("origin", address, "storageTypes", "all"));
            }
            driver.manage().logs().get(LogType.BROWSER);
        } catch (WebDriverException broken) {
            driver.quit();
            return;
        }
        synchronized (LentChromium.class) {
            idle.add(this);
        }
    }

    private static synchronized void quitAll() {
        idle.forEach(chromium -> chromium.driver.quit());
        idle.clear();
    }

    private static ChromeDriver start(String language) {
        Chromium chromium = Chromium.find();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--window-size=" + SIZE.getWidth() + "," + SIZE.getHeight(),
                "--accept-lang=" + language,
                "--lang=" + language);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .build();
        return new ChromeDriver(service, options);
    }
}
