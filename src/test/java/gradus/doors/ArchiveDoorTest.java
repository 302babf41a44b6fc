package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of a course as an archive, through the page of an instructor. */
class ArchiveDoorTest {
    private static final String FILES = "/courses/deep-learning/files";
    private static final String QUESTION = """
            id: two-and-two
            title: {ko: 둘과 둘, en: Two and two}
            prompt: What is $2 + 2$?
            parts:
              - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
            """;

    private TestServer server;
    private TestVisitor instructor;

    @BeforeEach
    void start() {
        server = TestServer.start();
        instructor = server.visitor();
        String link = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
        instructor
                .open(link.substring(link.indexOf("/welcome")))
                .type("Password", "long enough")
                .press("Begin");
        instructor.open(FILES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatComesOutGoesInAgainUnchanged() throws IOException {
        byte[] all = instructor.download(FILES + "/archive");
        List<String> names = names(all);
        assertTrue(
                names.contains("questions/adam-steps.yaml") && names.contains("deep-learning-final.yaml"), "" + names);
        TestPage report = taken("all.zip", all);
        assertEquals(200, report.status(), report.text());
        assertEquals(names.size(), report.texts("tr[data-outcome=same]").size(), report.text());
    }

    @Test
    void aNewTextIsSavedAndEachOtherFileToldWhyNot() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mine/questions/two-and-two.yaml", bytes(QUESTION));
        files.put("mine/questions/broken.yaml", bytes("id: broken\ntitle: B\nprompt: P\nparts: 7\n"));
        files.put("mine/../../../etc/passwd.yaml", bytes(QUESTION));
        files.put("mine/questions/picture.png", new byte[] {1, 2, 3});
        files.put("mine/questions/latin.yaml", "title: Äpfel".getBytes(StandardCharsets.ISO_8859_1));
        files.put(
                "mine/quiz.yaml",
                bytes(
                        "id: quiz\ntitle: Quiz\npolicy: {mode: practice}\nquestions: [{question: two-and-two, points: 1}]\n"));
        TestPage report = taken("mine.zip", archive(files));
        assertEquals(
                List.of("questions/two-and-two.yaml Saved as the newest text.", "quiz.yaml Saved as the newest text."),
                report.texts("tr[data-outcome=kept]"));
        List<String> refused = report.texts("tr[data-outcome=refused]");
        assertEquals(4, refused.size(), report.text());
        assertTrue(refused.get(0).startsWith("questions/broken.yaml 4:"), refused.get(0));
        assertTrue(refused.get(1).contains("This is no picture"), refused.get(1));
        assertTrue(refused.get(2).contains("leads out of the archive"), refused.get(2));
        assertTrue(refused.get(3).contains("not UTF-8"), refused.get(3));
        TestPage editor = report.follow("questions/two-and-two.yaml");
        assertTrue(editor.text().contains("not published"), editor.text());
        assertEquals(
                404, server.visitor().get("/courses/deep-learning/exams/quiz").statusCode());
    }

    @Test
    void anArchiveBeyondTheBoundsIsRefusedBeforeItIsUnpacked() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 1_000; i++) {
            many.put("questions/q" + i + ".yaml", bytes(QUESTION));
        }
        Map<String, byte[]> large = new LinkedHashMap<>();
        for (int i = 0; i < 45; i++) {
            large.put("questions/q" + i + ".yaml", new byte[1 << 20]);
        }
        byte[] bomb = archive(Map.of("questions/bomb.yaml", new byte[200 << 20]));
        refused("more than 1000 files", archive(many));
        refused("larger than 40 MB", archive(large));
        refused("larger than 1 MB", bomb);
        refused("no zip archive", bytes("PK\u0003\u0004 not really"));
        refused("no zip archive", new byte[0]);
        assertFalse(instructor.open("/courses/deep-learning/questions").text().contains("q1.yaml"));
    }

    private TestPage taken(String name, byte[] archive) {
        return instructor.open(FILES).choose("Archive", name, archive).press("Import the files");
    }

    private void refused(String reason, byte[] archive) {
        TestPage page = taken("a.zip", archive);
        assertEquals(422, page.status(), reason);
        assertTrue(page.text().contains(reason), page.text());
    }
}
