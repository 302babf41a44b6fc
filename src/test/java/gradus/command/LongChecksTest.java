package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that take long: of the whole shipped bank, and of a file that would never end. */
class LongChecksTest {
    @TempDir
    private Path folder;

    @Test
    void theShippedBankIsFine() {
        CommandRun run = CommandRun.of("check", "--variants", "5", "db/bank");
        assertEquals(0, run.code(), run.out());
    }

    @Test
    void aFileThatTakesTooMuchWorkEndsWithAFinding() throws IOException {
        StringBuilder file =
                new StringBuilder("id: q\ntitle: Q\nprompt: P\nparams: {x: 'randint(400, 400, 0, 1)'}\nlet:\n");
        for (int i = 0; i < 32; i++) {
            file.append("  y" + i + ": '" + (i == 0 ? "x*x" : "(y" + (i - 1) + "*x)/400") + "'\n");
        }
        file.append("parts: [{id: a, type: number, expect: sum(y31)}]\n");
        Path written = Files.writeString(folder.resolve("q.yaml"), file);
        String out = CommandRun.of("check", written.toString()).out();
        assertTrue(out.contains(written + ":4:9: q takes too much work to draw"), out);
    }
}
