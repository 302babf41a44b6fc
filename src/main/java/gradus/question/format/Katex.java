package gradus.question.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands and environments that the KaTeX on the classpath knows, read from its own text once. */
final class Katex {
    private static final String JAR = "META-INF/maven/org.webjars.npm/katex/pom.properties";
    private static final String SCRIPT = "META-INF/resources/webjars/katex/%s/dist/katex.min.js";
    private static final Pattern COMMAND = Pattern.compile("[\"'`]\\\\\\\\([a-zA-Z]+)[\"'`]");

    static final Set<String> ENVIRONMENTS = Set.of(
            ("array darray matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix*"
                            + " Vmatrix* smallmatrix subarray cases dcases rcases drcases align align* aligned split gathered"
                            + " gather gather* alignat alignat* alignedat equation equation* CD")
                    .split(" "));

    private Katex() {}

    private static final class Known {
        static final Set<String> COMMANDS = read();
    }

    /** The names of commands without their backslash; none where KaTeX is not there, as in a program that only grades. */
    static Set<String> commands() {
        return Known.COMMANDS;
    }

    private static Set<String> read() {
        ClassLoader loader = Katex.class.getClassLoader();
        try (InputStream about = loader.getResourceAsStream(JAR)) {
            if (about == null) {
                return Set.of();
            }
            Properties properties = new Properties();
            properties.load(about);
            try (InputStream script =
                    loader.getResourceAsStream(String.format(SCRIPT, properties.getProperty("version")))) {
                return script == null ? Set.of() : commands(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> commands(String script) {
        return COMMAND.matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
