package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "serve", "--port", "0", "--data", disk.resolve("data").toString())) {
            TestVisitor visitor = server.visitor();
            assertEquals(200, signUp(visitor, "before").statusCode());
            Path filler = disk.resolve("filler");
            fill(filler);
            HttpResponse<String> refused = signUp(server.visitor(), "meanwhile");
            assertEquals(507, refused.statusCode());
            assertTrue(refused.body().contains("disk is full"), refused.body());
            assertEquals(503, visitor.get("/healthz").statusCode());
            assertEquals(200, visitor.get("/account").statusCode(), "reading goes on");
            Files.delete(filler);
            assertEquals(200, signUp(server.visitor(), "afterwards").statusCode());
            assertEquals(200, visitor.get("/healthz").statusCode());
        } finally {
            run("umount", "-l", disk.toString());
        }
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
