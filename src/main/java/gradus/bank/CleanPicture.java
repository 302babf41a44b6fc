package gradus.bank;

import gradus.message.Message;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that somebody sent, drawn anew: a PNG or JPEG from its points alone, so that nothing that was hidden in the file goes
 * along, an SVG from those of its elements that only draw.
 *
 * @param ending what its name ends in: png, jpg or svg
 */
public record CleanPicture(String ending, byte[] content) {
    private static final long MOST_POINTS = 25_000_000;

    /** Thrown for what is no picture, or none that can be taken. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message reason;

        Unfit(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        public Message reason() {
            return reason;
        }
    }

    /** The picture of a file, whatever the file is called. */
    public static CleanPicture of(byte[] file) throws Unfit {
        if (begins(file, 0x89, 'P', 'N', 'G')) {
            return new CleanPicture("png", drawn(file, "png"));
        }
        if (begins(file, 0xff, 0xd8, 0xff)) {
            return new CleanPicture("jpg", drawn(file, "jpg"));
        }
        String text = new String(file, StandardCharsets.UTF_8);
        if (text.contains("<svg")) {
            return new CleanPicture("svg", CleanSvg.of(text).getBytes(StandardCharsets.UTF_8));
        }
        throw new Unfit(Message.of("bank.picture-kind"));
    }

    private static boolean begins(byte[] file, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] drawn(byte[] file, String kind) throws Unfit {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind);
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                // a small file can unfold to a huge picture
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                    throw new Unfit(Message.of("bank.picture-points", MOST_POINTS / 1_000_000));
                }
                BufferedImage read = reader.read(0);
                boolean clear = kind.equals("png") && read.getColorModel().hasAlpha();
                BufferedImage fresh = new BufferedImage(
                        read.getWidth(),
                        read.getHeight(),
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
                Graphics2D brush = fresh.createGraphics();
                brush.drawImage(read, 0, 0, null);
                brush.dispose();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageIO.write(fresh, kind, bytes);
                return bytes.toByteArray();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw new Unfit(Message.of("bank.picture-broken"));
        }
    }
}
