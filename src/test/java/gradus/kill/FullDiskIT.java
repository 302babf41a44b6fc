package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.kill.Others.Sent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data folder is on a disk of its own, which is filled and emptied again while it runs. */
class FullDiskIT {
    private static final int MEGABYTES = 200;

    @TempDir
    private Path folder;

    @Test
    void savingStopsWithClearWordsAndGoesOnByItself() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk), "this machine lets nobody mount a small disk");
        try (ServerProcess server = ServerProcess.start(
                        "serve", "--port", "0", "--data", disk.resolve("data").toString());
                Others others = Others.at(server.address())) {
            TestVisitor visitor = server.visitor();
            assertEquals(200, signUp(visitor, "before").statusCode());
            pages(visitor);
            Pace.measure(() -> fillAndEmpty(server, visitor, others, disk.resolve("filler")));
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void fillAndEmpty(ServerProcess server, TestVisitor visitor, Others others, Path filler)
            throws Exception {
        Pace quietPages = pages(visitor);
        Pace quiet = others.pace();
        fill(filler);
        long full = System.nanoTime();
        HttpResponse<String> refused = signUp(server.visitor(), "meanwhile");
        assertEquals(507, refused.statusCode());
        assertTrue(refused.body().contains("disk is full"), refused.body());
        assertEquals(503, visitor.get("/healthz").statusCode());
        Pace pages = pages(visitor);
        List<Sent> saves = others.await(full, 15, save -> save.status() == 507);
        for (Sent save : saves) {
            assertTrue(save.status() == 507 && save.answer().contains("disk is full"), save::toString);
        }
        Files.delete(filler);
        Pace back = others.pace();
        assertEquals(200, signUp(server.visitor(), "later" + full).statusCode());
        assertEquals(200, visitor.get("/healthz").statusCode());
        pages.assertLike(quietPages, "pages beside a full disk");
        Others.pace(saves).assertLike(quiet, "refusals of a full disk");
        back.assertLike(quiet, "saves as soon as there is space");
    }

    private static Pace pages(TestVisitor visitor) {
        List<Double> millis = new ArrayList<>();
        for (int page = 0; page < 30; page++) {
            long start = System.nanoTime();
            assertEquals(200, visitor.get("/account").statusCode(), "reading goes on");
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return new Pace(millis);
    }

    private static HttpResponse<String> signUp(TestVisitor visitor, String login) {
        visitor.get("/sign-up");
        return visitor.post("/sign-up", Map.of("name", login, "login", login, "password", "long enough"));
    }

    /** Takes what is free, but for some megabytes that H2 may need for what it has begun. */
    private static void fill(Path file) throws IOException {
        long free = Files.getFileStore(file.getParent()).getUsableSpace() - (32L << 20);
        byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < free; written += megabyte.length) {
                out.write(megabyte);
            }
        }
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "none", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
