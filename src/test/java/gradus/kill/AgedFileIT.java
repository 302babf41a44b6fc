package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.database.FilledFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a server on H2 whose file is old, reuses its space, and is never closed cleanly between them. Each time the file
 * is copied as the kill left it, and the copy must hold everything that any visitor was ever told is done.
 *
 * <p>H2 reuses the space of what is older than 45 seconds; the file that the server starts on was made by an earlier build,
 * and the lives add up. Besides the kills the process is stopped in mid-work some times a life and its file is copied: what
 * a kill at that moment would have left. {@code mvn -Pfaults verify} kills 200 times.
 */
class AgedFileIT {
    private static final int KILLS = Integer.getInteger("gradus.kills", 3);
    private static final int STOPS_A_LIFE = 3;

    @TempDir
    private Path folder;

    private final Acknowledged acknowledged = new Acknowledged();
    private final Map<String, Integer> lost = new LinkedHashMap<>();
    private final List<String> surprises = new ArrayList<>();
    private final Random random = new Random(KILLS);
    private int kills;
    private int copies;
    private long largest;

    @Test
    void noKillLosesAnythingThatAVisitorWasToldIsDone() throws Exception {
        Path data = folder.resolve("data");
        FilledFolder.in(data);
        while (kills < KILLS) {
            liveAndDie(data);
            report();
        }
        assertEquals(Map.of(), lost);
        assertEquals(List.of(), surprises);
        acknowledged.snapshot().forEach((kind, facts) -> assertTrue(!facts.isEmpty(), "nothing done: " + kind.word()));
    }

    private void liveAndDie(Path data) throws Exception {
        ServerProcess server = ServerProcess.start("serve", "--port", "0", "--data", data.toString());
        Crowd crowd = Crowd.at(server.address(), acknowledged);
        for (int stop = 0; stop < STOPS_A_LIFE; stop++) {
            work(10 + random.nextInt(30));
            Map<Acknowledged.Kind, List<String>> told = acknowledged.snapshotAtWork();
            if (server.pause()) {
                Path copy = copyOf(data);
                server.resume();
                compare(copy, told);
            }
        }
        work(10 + random.nextInt(30));
        Thread.sleep(random.nextInt(50));
        server.kill();
        surprises.addAll(crowd.leave());
        kills++;
        Path copy = copyOf(data);
        compare(copy, acknowledged.snapshot());
        acknowledged.restartFrom(copy);
    }

    /** Waits until the crowd was told of so many things more, and in the last life of things of every kind. */
    private void work(int things) throws InterruptedException {
        int until = acknowledged.count() + things;
        boolean last = kills == KILLS - 1;
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while ((acknowledged.count() < until || last && !acknowledged.hasEveryKind()) && System.nanoTime() < patience) {
            Thread.sleep(1);
        }
    }

    private void report() throws Exception {
        StringBuilder text = new StringBuilder("# Kills of a server on an aged H2 file\n\n");
        text.append("| told | acknowledged | lost |\n|---|---:|---:|\n");
        acknowledged.snapshot().forEach((kind, facts) -> {
            long gone = lost.keySet().stream()
                    .filter(fact -> fact.startsWith(kind.word() + " "))
                    .count();
            text.append("| " + kind.word() + " | " + facts.size() + " | " + gone + " |\n");
        });
        text.append(
                "\n" + kills + " kills with `kill -9`, " + copies + " copies opened and compared with all told before, "
                        + "the file never closed cleanly; it is older than a minute from the first start on and grew to at most "
                        + (largest >> 10) + " KiB. Of the sign-ins those count that nobody has signed out of.\n");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "faults.md"), text);
    }

    private Path copyOf(Path data) throws Exception {
        Path copy = folder.resolve("copy.mv.db");
        Files.copy(data.resolve("gradus.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
        largest = Math.max(largest, Files.size(copy));
        copies++;
        return copy;
    }

    private void compare(Path copy, Map<Acknowledged.Kind, List<String>> told) throws Exception {
        for (String missing : Acknowledged.missingFrom(copy, told)) {
            lost.putIfAbsent(missing, kills);
        }
    }
}
