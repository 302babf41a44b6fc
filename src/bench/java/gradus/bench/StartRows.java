package gradus.bench;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.bench.Bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** From the command to the first page, on data that is there already: beside {@link BareServer}, the medians of both. */
final class StartRows {
    private static final int ROUNDS = 5;

    private StartRows() {}

    static List<Row> measure() throws IOException {
        Path folder = Files.createTempDirectory("gradus-start");
        String[] serve = {"serve", "--port", "0", "--data", folder.resolve("data").toString()};
        Path page = folder.resolve("page.html");
        try (ServerProcess first = ServerProcess.startAsUsersDo("gradus.Gradus", serve)) {
            Files.writeString(page, BareServer.template(first.visitor().get("/").body()));
        }
        String[] bare = {folder.resolve("bare").toString(), page.toString()};
        return List.of(new Row(
                "server start to first page, existing data",
                median(() -> ServerProcess.startAsUsersDo("gradus.bench.BareServer", bare), "/page"),
                median(() -> ServerProcess.startAsUsersDo("gradus.Gradus", serve), "/"),
                "ms",
                "≤ 2"));
    }

    private static double median(Supplier<ServerProcess> start, String path) {
        double[] times = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) { // the first makes the data
            long begun = System.nanoTime();
            try (ServerProcess server = start.get()) {
                TestVisitor visitor = server.visitor();
                if (visitor.get(path).statusCode() != 200) {
                    throw new IllegalStateException(server.errors());
                }
                times[Math.max(0, i)] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
