package gradus.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The KaTeX that pages load, in a browser, to be asked what it refuses. */
public final class Katex {
    private static final String ASK = """
            return arguments[0].filter((tex) => {
              try { katex.renderToString(tex, {throwOnError: true, strict: "ignore"}); return false; } catch (refused) { return true; }
            });
            """;

    private final Browser browser;

    private Katex(Browser browser) {
        this.browser = browser;
    }

    public static Katex in(Browser browser) {
        browser.driver().get("about:blank");
        String script = resource("META-INF/resources/webjars/katex/" + version() + "/dist/katex.min.js");
        browser.driver().executeScript("window.eval(arguments[0])", script);
        return new Katex(browser);
    }

    /** Those of some formulas that are refused. */
    @SuppressWarnings("unchecked")
    public List<String> refusals(List<String> formulas) {
        return (List<String>) browser.driver().executeScript(ASK, formulas);
    }

    private static String version() {
        try (InputStream about = Katex.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/katex/pom.properties")) {
            Properties properties = new Properties();
            properties.load(about);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Katex.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
