package gradus.bench;

import gradus.grading.DiagnosisFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs every measurement and writes them down: {@code mvn -Pbench verify} makes {@code target/bench.md} and {@code target/diagnosis.md}. */
public final class Bench {
    /** So many variants of each question are diagnosed. */
    private static final int VARIANTS = 10;

    private Bench() {}

    /**
     * A measured promise.
     *
     * @param floor what it is measured against, in the same unit
     * @param toReach the ratio promised, in words
     */
    record Row(String what, double floor, double ours, String unit, String toReach) {
        String line() {
            return String.format("| %s | %.3g %s | %.3g %s | %.2f | %s |%n", what, floor, unit, ours, unit, ours / floor, toReach);
        }
    }

    private interface Rows {
        List<Row> measure() throws RunnerException, IOException;
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        // The server closes a connection that nobody uses for half a minute; no client must ask by one of these. The first
        // client that there is reads this once for all, and the rows of the browser have one.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        Path table = Path.of(arguments[0]);
        Files.writeString(table.resolveSibling("diagnosis.md"), DiagnosisFigures.report(VARIANTS));
        StringBuilder lines = new StringBuilder("| what | floor | ours | ratio | to reach |\n|---|---|---|---|---|\n");
        for (Rows rows : List.<Rows>of(
                GradingRows::measure, CheckRows::measure, StartRows::measure, SizeRows::measure, LoadRows::measure)) {
            rows.measure().forEach(row -> lines.append(row.line()));
            Files.writeString(table, lines); // what is measured by now outlives a later failure
        }
        System.out.println(lines);
    }
}
