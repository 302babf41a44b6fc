package gradus.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Chromium and its driver are on this machine; where they are not, Debian's are installed or the run fails and says what to install. */
record Chromium(Path browser, Path driver) {
    private static final List<String> BROWSERS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> DRIVERS =
            List.of("chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    private static final List<String> PACKAGES = List.of("chromium", "chromium-driver", "fonts-nanum");

    static synchronized Chromium find() {
        return look().orElseGet(Chromium::install);
    }

    private static Optional<Chromium> look() {
        return first(BROWSERS).flatMap(browser -> first(DRIVERS).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> first(List<String> names) {
        return names.stream()
                .flatMap(name -> name.contains("/") || name.contains("\\") ? Stream.of(Path.of(name)) : onPath(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath(String name) {
        String ending = File.separatorChar == '\\' ? ".exe" : "";
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name + ending));
    }

    private static Chromium install() {
        boolean debianAndRoot = Files.exists(Path.of("/etc/debian_version"))
                && "root".equals(System.getProperty("user.name"))
                && onPath("apt-get").anyMatch(Files::isExecutable);
        if (debianAndRoot) {
            run("apt-get", "update");
            run(Stream.concat(Stream.of("apt-get", "install", "-y"), PACKAGES.stream())
                    .toArray(String[]::new));
        }
        return look().orElseThrow(() ->
                new IllegalStateException("The browser tests need Chromium or Chrome and its chromedriver on"
                        + " the PATH. On Debian or Ubuntu: sudo apt-get install -y "
                        + String.join(" ", PACKAGES)
                        + ". Elsewhere: install Google Chrome, and chromedriver of the same version. Without"
                        + " them: mvn verify -DskipITs"));
    }

    private static void run(String... command) {
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            process.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
