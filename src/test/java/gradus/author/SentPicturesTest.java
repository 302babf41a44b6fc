package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos of telephones, drawings of other programs and drawings of attackers, sent to the editor as a browser sends them. */
class SentPicturesTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EDITOR = COURSE + "/questions/sent/text";
    private static final String PLACE = "37 deg 33' N 126 deg 58' E";

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        teacher = server.visitor();
        teacher.open(TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR))
                .type("Password", "long enough for all")
                .press("Begin");
        teacher.get(COURSE + "/questions");
        teacher.post(COURSE + "/questions", Map.of("id", "sent", "from", "one-choice"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPage sent(String name, byte[] content) {
        return teacher.open(EDITOR)
                .type("What the picture shows", "A picture")
                .choose("PNG, JPEG or SVG", name, content)
                .press("Add the picture");
    }

    private static String said(TestPage page) {
        return page.texts("#picture-said").get(0);
    }

    private static byte[] kept(TestPage page) {
        String shown = said(page);
        assertTrue(shown.startsWith("!["), shown);
        return teacher.download(COURSE + "/pictures/" + shown.substring(shown.indexOf('(') + 1, shown.length() - 1));
    }

    private static BufferedImage seen(TestPage page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(kept(page)));
    }

    /** As a camera takes it: noise everywhere, and in the corner that is the upper left one to the eye, red. */
    private static BufferedImage photo(int width, int height, int redX, int redY) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] points = new Random(1).ints((long) width * height, 0, 0x1000000).toArray();
        photo.setRGB(0, 0, width, height, points, 0, width);
        Graphics2D brush = photo.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(redX, redY, width / 4, height / 4);
        brush.dispose();
        return photo;
    }

    /** A JPEG that says how the camera was held and where it was. */
    private static byte[] jpeg(BufferedImage photo, int orientation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.9f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo, null, null), how);
        }
        writer.dispose();
        byte[] plain = bytes.toByteArray();
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\b\0\2".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {0x01, 0x0e, 0, 2, 0, 0, 0, (byte) (PLACE.length() + 1), 0, 0, 0, 38});
        exif.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        exif.writeBytes(("\0\0\0\0" + PLACE + "\0").getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(plain, 0, 2);
        whole.write(0xff);
        whole.write(0xe1);
        whole.write((exif.size() + 2) >> 8);
        whole.write(exif.size() + 2);
        whole.writeBytes(exif.toByteArray());
        whole.write(plain, 2, plain.length - 2);
        return whole.toByteArray();
    }

    private static boolean isRed(BufferedImage picture, double x, double y) {
        Color point = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return point.getRed() > 200 && point.getGreen() < 90 && point.getBlue() < 90;
    }

    @Test
    void aPhotoOfSixMegabytesIsTurnedUprightMadeSmallerAndForgetsWhereItWasTaken() throws IOException {
        // held on its side: the sensor's lower left corner is the eye's upper left one
        byte[] file = jpeg(photo(3_600, 2_700, 0, 2_700 * 3 / 4), 6);
        assertTrue(file.length > 6 << 20 && file.length < 10 << 20, file.length + " bytes");
        byte[] kept = kept(sent("photo.jpg", file));
        assertTrue(kept.length <= 1 << 20, kept.length + " bytes");
        String bytes = new String(kept, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Exif") || bytes.contains(PLACE), "what the camera said went along");
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
        assertEquals(3.0 / 4, (double) seen.getWidth() / seen.getHeight(), 0.01);
        assertTrue(isRed(seen, 0.1, 0.1) && !isRed(seen, 0.9, 0.1) && !isRed(seen, 0.1, 0.9));
    }

    @Test
    void everyWayOfHoldingACameraIsSetUpright() throws IOException {
        int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {0, 1}, {1, 1}, {1, 0}};
        for (int held = 1; held <= 8; held++) {
            int[] corner = corners[held - 1];
            BufferedImage photo = photo(80, 40, corner[0] * 60, corner[1] * 30);
            BufferedImage seen = seen(sent("held-" + held + ".jpg", jpeg(photo, held)));
            assertEquals(held >= 5 ? 40 : 80, seen.getWidth(), "held " + held);
            assertTrue(isRed(seen, 0.1, 0.1), "held " + held);
        }
        BufferedImage odd = seen(sent("odd.jpg", jpeg(photo(80, 40, 0, 0), 99)));
        assertEquals(80, odd.getWidth());
    }

    @Test
    void aScreenshotKeepsItsPointsAndALargeOneShrinksToWhatAPageCanCarry() throws IOException {
        BufferedImage small = photo(300, 200, 0, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        BufferedImage seen = seen(sent("small.png", bytes.toByteArray()));
        assertEquals(small.getRGB(137, 99), seen.getRGB(137, 99));
        bytes.reset();
        ImageIO.write(photo(1_500, 1_200, 0, 0), "png", bytes);
        byte[] kept = kept(sent("large.png", bytes.toByteArray()));
        assertTrue(kept.length <= 1 << 20 && kept.length > 200_000, kept.length + " bytes");
    }

    @Test
    void whatIsTooLargeIsRefusedInWordsThatSayHowMuchIsTaken() {
        TestPage refused = sent("huge.jpg", new byte[11 << 20]);
        assertEquals(413, refused.status());
        assertTrue(refused.text().contains("at most 10 MB"), refused.text());
        byte[] drawing = ("<svg xmlns='http://www.w3.org/2000/svg'><title>" + "a".repeat(2 << 20) + "</title></svg>")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(said(sent("a.svg", drawing)).contains("larger than 1 MB"));
        assertTrue(said(sent("photo.heic", "\0\0\0 ftypheic".getBytes(StandardCharsets.UTF_8)))
                .contains("most compatible"));
    }

    private static String drawn(String inside) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" + inside
                + "<circle id='dot' r='1'/></svg>";
        return new String(kept(sent("attack.svg", svg.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<g><script xlink:href='http://evil'/></g>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>evil()</x:script>",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>evil()</h:script>",
                "<foreignObject><h:body xmlns:h='http://www.w3.org/1999/xhtml' onload='evil()'/></foreignObject>",
                "<switch><foreignObject><h:img xmlns:h='http://www.w3.org/1999/xhtml' src='http://evil'/></foreignObject></switch>",
                "<a href='javascript:evil()'><rect width='9' height='9'/></a>",
                "<use href='http://evil/a.svg#x'/>",
                "<use xlink:href='data:image/svg+xml,evil#x'/>",
                "<image href='http://evil/a.png'/>",
                "<image href='//evil/a.png'/>",
                "<image href='/evil'/>",
                "<image href='data:image/svg+xml;base64,ZXZpbA=='/>",
                "<image href='data:image/png;base64,ZXZpbA=='/>",
                "<image xlink:href=' javascript:evil()'/>",
                "<rect onclick='evil()'/>",
                "<rect ONCLICK='evil()'/>",
                "<rect x:onclick='evil()' xmlns:x='http://www.w3.org/2000/svg'/>",
                "<rect fill='url(http://evil/a)'/>",
                "<rect fill='URL(  &quot;http://evil&quot; )'/>",
                "<rect fill='u\\72l(http://evil)'/>",
                "<rect fill='url(#dot),url(http://evil)'/>",
                "<rect fill='image-set(&quot;http://evil&quot; 1x)'/>",
                "<rect style='fill: url(//evil)'/>",
                "<rect style='fill: u\\000072l(//evil)'/>",
                "<rect style='background: url(//evil)'/>",
                "<rect style='fill:/**/url(//evil)'/>",
                "<rect class='a'/><style>.a{fill:url(//evil)}</style>",
                "<style>@import url(//evil);@import '//evil';</style>",
                "<style>@font-face{font-family:x;src:url(//evil)}</style>",
                "<style><![CDATA[rect{fill:url(//evil)}]]></style>",
                "<filter id='f'><feImage href='http://evil'/></filter><rect filter='url(#f)'/>",
                "<animate attributeName='href' to='javascript:evil()'/>",
                "<set attributeName='href' to='//evil'/>",
                "<animateTransform onbegin='evil()'/>",
                "<iframe src='//evil'/>",
                "<handler xmlns='http://www.w3.org/2000/svg' type='text/javascript'>evil()</handler>",
                "<cursor href='//evil'/>",
                "<rect cursor='url(//evil),auto'/>",
                "<metadata>evil</metadata>",
                "<!-- evil -->",
                "<?xml-stylesheet href='//evil'?>",
                "<svg xml:base='http://evil/'><use href='a.svg#x'/></svg>",
                "<g xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='//evil'/>",
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///evil'/>",
                "<mpath href='//evil'/>",
                "<video xmlns='http://www.w3.org/1999/xhtml'><source src='//evil'/></video>",
                "<discard href='//evil'/>"
            })
    void nothingOfADrawingRunsOrFetches(String attack) {
        String kept = drawn(attack);
        assertFalse(kept.toLowerCase(java.util.Locale.ROOT).contains("evil"), kept);
        assertTrue(kept.contains("id=\"dot\""), "the rest of the drawing stays: " + kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>",
                "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://evil'>%x;]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE a><!DOCTYPE svg SYSTEM 'http://evil'><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'/></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
                "<svg onload='evil()'"
            })
    void whatIsNoPlainDrawingIsRefused(String attack) {
        TestPage page = sent("attack.svg", attack.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, page.status());
        assertFalse(said(page).startsWith("!["), said(page));
    }

    @Test
    void aFewLinesThatRepeatEachOtherToBillionsAreRefused() {
        StringBuilder laughs = new StringBuilder("<g id='g0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<g id='g").append(i).append("'>");
            laughs.append(("<use href='#g" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'>" + laughs + "</svg>";
        String said = said(sent("laughs.svg", svg.getBytes(StandardCharsets.UTF_8)));
        assertTrue(said.contains("counting those that it repeats"), said);
        assertTrue(drawn("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>")
                .contains("#a"));
    }

    @Test
    void drawingsThatTakeLongToReadAreReadSoon() {
        List<String> slow = List.of(
                "<rect style='" + "a".repeat(900_000) + "'/>",
                "<path d='" + "1".repeat(900_000) + "'/>",
                "<path d='" + "(".repeat(900_000) + "'/>",
                "<style>" + "@a{b{".repeat(9_000) + "</style>",
                "<style>" + "/*".repeat(400_000) + "</style>",
                "<title>" + "&lt;!DOCTYPE".repeat(70_000) + "</title>");
        for (String one : slow) {
            assertTimeout(Duration.ofSeconds(60), () -> drawn(one), one.substring(0, 30));
        }
        String doctypes = "<!DOCTYPE svg ".repeat(70_000) + "<svg xmlns='http://www.w3.org/2000/svg'/>";
        assertTimeout(Duration.ofSeconds(60), () -> sent("slow.svg", doctypes.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatDrawingProgramsWriteLooksAsItDid() {
        String kept = drawn(
                "<style type='text/css'>/* of a program */ .a, .b{fill:#123456;stroke:none} rect{fill:red} #dot{r:2}</style>"
                        + "<rect class='b' fill='blue' width='9' height='9'/>"
                        + "<text style=\"font: bold 12px 'DejaVu Sans', serif; white-space: pre\">A</text>"
                        + "<linearGradient id='g'><stop offset='0' style='stop-color:rgb(1, 2, 3)'/></linearGradient>"
                        + "<path d='M0 0h9' style='stroke:url(#g);stroke-width:2px' transform='rotate(45 1 2) translate(3)'/>"
                        + "<switch><foreignObject/><text>label</text></switch>"
                        + "<image width='4' height='2' href='data:image/png;base64," + dots() + "'/>");
        for (String good : List.of(
                "<rect fill=\"#123456\" height=\"9\" stroke=\"none\" width=\"9\"/>",
                "font-family=\"'DejaVu Sans', serif\" font-size=\"12px\" font-weight=\"bold\"",
                "stop-color=\"rgb(1, 2, 3)\"",
                "stroke=\"url(#g)\" stroke-width=\"2px\" transform=\"rotate(45 1 2) translate(3)\"",
                "<switch><text>label</text></switch>",
                "r=\"2\"",
                "href=\"data:image/png;base64,")) {
            assertTrue(kept.contains(good), good + " in " + kept);
        }
    }

    private static String dots() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(photo(8, 4, 0, 0), "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
