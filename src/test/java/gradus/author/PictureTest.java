package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that authors put into their questions, through the editor's page and in archives. */
class PictureTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EDITOR = COURSE + "/questions/drawn/text";
    private static final String HIDDEN = "Author: kim@example.org";

    @TempDir
    private static Path bank;

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(bank.resolve("deep-learning/questions"));
        server = TestServer.withBank(bank);
        teacher = server.visitor();
        teacher.open(TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR))
                .type("Password", "long enough for all")
                .press("Begin");
        teacher.get(COURSE + "/questions");
        assertEquals(
                200,
                teacher.post(COURSE + "/questions", Map.of("id", "drawn", "from", "one-choice"))
                        .statusCode());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] drawing(String kind) {
        BufferedImage picture = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, 0xff0000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, kind, bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A PNG with a text in it that no eye sees. */
    private static byte[] png() {
        byte[] plain = drawing("png");
        byte[] text = ("Comment\0" + HIDDEN).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 33);
        bytes.writeBytes(chunk("tEXt", text));
        bytes.write(plain, 33, plain.length - 33);
        return bytes.toByteArray();
    }

    private static byte[] chunk(String kind, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] name = kind.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        bytes.writeBytes(number(content.length));
        bytes.writeBytes(name);
        bytes.writeBytes(content);
        bytes.writeBytes(number((int) sum.getValue()));
        return bytes.toByteArray();
    }

    private static byte[] number(int n) {
        return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
    }

    private static TestPage sent(String name, byte[] content, String alt) {
        return teacher.open(EDITOR)
                .type("What the picture shows", alt)
                .choose("PNG, JPEG or SVG", name, content)
                .press("Add the picture");
    }

    private static String said(TestPage page) {
        return page.texts("#picture-said").get(0);
    }

    private static String seen(String name) {
        return new String(teacher.download(COURSE + "/pictures/" + name), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPictureIsDrawnAnewKeptUnderANameOfItsOwnAndShownByTheText() throws IOException {
        TestPage page = sent("My net [1].PNG", png(), "A [small] net");
        assertEquals("![A small net](my-net-1.png)", said(page));
        String kept = seen("my-net-1.png");
        assertFalse(kept.contains(HIDDEN), "what was hidden in the file went along");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(0xffff0000, read.getRGB(1, 1));
        assertEquals("![Other](my-net-1.jpg)", said(sent("my-net-1.png", drawing("jpg"), "Other")));
        assertEquals("![Again](my-net-1.png)", said(sent("my-net-1.png", png(), "Again")));
        assertEquals(
                "![Third](my-net-1.svg)",
                said(sent(
                        "my-net-1",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                        "Third")));
        assertEquals(
                "![Fourth](my-net-1-2.svg)",
                said(sent(
                        "my-net-1",
                        "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>".getBytes(StandardCharsets.UTF_8),
                        "Fourth")));
    }

    @Test
    void whatIsTypedStaysOnThePageAndAPublishedPictureStandsBesideItsFile() throws IOException {
        TestPage page = teacher.open(EDITOR);
        String text = page.typed("Text").replaceFirst("(?m)^prompt:.*$", "prompt: '![A dot](dot.png) How many?'");
        TestPage added = page.type("Text", text)
                .type("What the picture shows", "A dot")
                .choose("PNG, JPEG or SVG", "dot.png", png())
                .press("Add the picture");
        assertEquals(text.strip(), added.typed("Text").strip());
        TestPage shown = added.press("Check and show");
        assertEquals(
                "Nothing is wrong with the text.", shown.texts("#findings p").get(0), shown.text());
        shown.press("Save");
        TestPage proof = teacher.open(COURSE + "/questions/drawn/proof");
        for (int i = 0; i < 2_000 && !proof.offers("Publish"); i++) {
            proof = teacher.open(COURSE + "/questions/drawn/proof");
        }
        proof.press("Publish");
        assertTrue(Files.isRegularFile(bank.resolve("deep-learning/questions/dot.png")));
    }

    @Test
    void aPictureWithoutWordsAFileThatIsNoneAndOneOfTooManyPointsAreRefused() {
        assertEquals("Say in words what the picture shows.", said(sent("a.png", png(), " ")));
        assertTrue(said(sent("a.png", "GIF89a".getBytes(StandardCharsets.UTF_8), "A"))
                .startsWith("This is no picture"));
        byte[] broken = png();
        broken[60] ^= 0x55;
        broken[61] ^= 0x55;
        assertEquals(
                400, sent("a.png", java.util.Arrays.copyOf(broken, 70), "A").status());
        byte[] huge = png();
        System.arraycopy(number(30_000), 0, huge, 16, 4);
        System.arraycopy(number(30_000), 0, huge, 20, 4);
        CRC32 sum = new CRC32();
        sum.update(huge, 12, 17);
        System.arraycopy(number((int) sum.getValue()), 0, huge, 29, 4);
        assertTrue(said(sent("a.png", huge, "A")).contains("60 million points"), said(sent("a.png", huge, "A")));
    }

    @Test
    void aDrawingKeepsWhatDrawsAndNothingThatRunsOrFetches() {
        String drawing = """
                <?xml version="1.0"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="alert(1)">
                  <style>* { fill: url(http://evil.example/a) }</style>
                  <script>alert(2)</script>
                  <a xlink:href="javascript:alert(3)"><text>link</text></a>
                  <foreignObject><iframe src="http://evil.example"/></foreignObject>
                  <image href="http://evil.example/pixel.png" width="1" height="1"/>
                  <set attributeName="onmouseover" to="alert(4)"/>
                  <use xlink:href="#dot"/><use href="http://evil.example/b.svg#x"/>
                  <g style="fill: #123456; stroke: url(http://evil.example/c); -x: expression(5)"><circle id="dot" r="2" ONCLICK="alert(6)"/></g>
                  <text x="1">one &amp; two</text>
                </svg>
                """;
        said(sent("attack.svg", drawing.getBytes(StandardCharsets.UTF_8), "A dot"));
        String kept = seen("attack.svg");
        for (String bad : List.of("alert", "evil", "script", "foreignObject", "style", "set", "onload", "expression")) {
            assertFalse(kept.contains(bad), bad + " in " + kept);
        }
        for (String good :
                List.of("viewBox=\"0 0 9 9\"", "href=\"#dot\"", "fill=\"#123456\"", "r=\"2\"", "one &amp; two")) {
            assertTrue(kept.contains(good), good + " in " + kept);
        }
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>";
        assertEquals(
                400,
                sent("bomb.svg", bomb.getBytes(StandardCharsets.UTF_8), "A").status());
        String deep =
                "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>".repeat(5_000) + "</g>".repeat(5_000) + "</svg>";
        assertEquals(
                400,
                sent("deep.svg", deep.getBytes(StandardCharsets.UTF_8), "A").status());
    }

    @Test
    void anArchiveCarriesPicturesOutAndInButNeverOverOthers() throws IOException {
        sent("carried.png", png(), "Carried");
        TestPage page = teacher.open(EDITOR);
        page.type("Text", page.typed("Text").replaceFirst("(?m)^prompt:.*$", "prompt: '![Carried](carried.png) How?'"))
                .press("Save");
        byte[] archive = teacher.download(COURSE + "/files/archive");
        assertTrue(
                names(archive).contains("questions/carried.png"), names(archive).toString());
        Map<String, byte[]> files = Map.of(
                "questions/carried.png", drawing("jpg"),
                "questions/carried.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8));
        TestPage report = teacher.open(COURSE + "/files")
                .choose("Archive", "a.zip", zip(files))
                .press("Import the files");
        assertTrue(report.text().contains("It is a picture that should end in .jpg."), report.text());
        assertEquals(1, report.texts("tr[data-outcome=kept]").size(), report.text());
        assertFalse(seen("carried.svg").contains("script"));
        TestPage other = teacher.open(COURSE + "/files")
                .choose(
                        "Archive",
                        "a.zip",
                        zip(Map.of(
                                "questions/carried.svg",
                                "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>".getBytes(StandardCharsets.UTF_8))))
                .press("Import the files");
        assertTrue(other.text().contains("There is another picture of this name"), other.text());
        for (int kept : new int[] {40, archive.length / 2}) {
            TestPage cut = teacher.open(COURSE + "/files")
                    .choose("Archive", "a.zip", Arrays.copyOf(archive, kept))
                    .press("Import the files");
            assertTrue(cut.text().contains("no zip archive"), "cut off at " + kept + ": " + cut.text());
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
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
        List<String> names = new java.util.ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
