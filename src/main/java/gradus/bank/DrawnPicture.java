package gradus.bank;

import gradus.bank.CleanPicture.Unfit;
import gradus.message.Message;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * A PNG or JPEG drawn anew from its points: upright, however the camera was held, and so small that a page with it still comes
 * quickly.
 */
final class DrawnPicture {
    private static final long MOST_POINTS = 60_000_000;
    /** Points that are held in memory at once; of a larger picture only every second or third is read. */
    private static final long MOST_READ = 16_000_000;

    private static final int LONGEST_SIDE = 2_400;
    private static final int LARGEST = 1 << 20;
    private static final double SMALLER = 0.8;
    private static final float QUALITY = 0.88f;
    private static final Object ONE_AT_A_TIME = new Object();

    private DrawnPicture() {}

    /** @param kind png or jpg */
    static byte[] of(byte[] file, String kind) throws Unfit {
        // a photo takes much memory while it is drawn, so a second one waits
        synchronized (ONE_AT_A_TIME) {
            try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
                Orientation held = kind.equals("jpg") ? Orientation.of(file) : new Orientation(1);
                BufferedImage read = upright(read(stream, kind), held);
                double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
                BufferedImage drawn = scaled(read, scale);
                byte[] written = written(drawn, kind);
                while (written.length > LARGEST) {
                    drawn = scaled(drawn, SMALLER);
                    written = written(drawn, kind);
                }
                return written;
            } catch (IOException | RuntimeException broken) {
                throw new Unfit(Message.of("bank.picture-broken"));
            }
        }
    }

    private static BufferedImage read(ImageInputStream stream, String kind) throws IOException, Unfit {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind).next();
        try {
            reader.setInput(stream, true, true);
            // a small file can unfold to a huge picture
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            if (points > MOST_POINTS) {
                throw new Unfit(Message.of("bank.picture-points", MOST_POINTS / 1_000_000));
            }
            int step = (int) Math.ceil(Math.sqrt((double) points / MOST_READ));
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage read, Orientation held) {
        boolean turned = held.isOnItsSide();
        BufferedImage fresh = turned
                ? empty(read.getHeight(), read.getWidth(), read)
                : empty(read.getWidth(), read.getHeight(), read);
        Graphics2D brush = fresh.createGraphics();
        brush.drawImage(read, held.upright(read.getWidth(), read.getHeight()), null);
        brush.dispose();
        return fresh;
    }

    /** The picture in this size; halved as often as it takes, so that every point of it counts. */
    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage half = picture;
        while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
            half = stretched(half, half.getWidth() / 2, half.getHeight() / 2);
        }
        return half.getWidth() == width && half.getHeight() == height ? half : stretched(half, width, height);
    }

    private static BufferedImage stretched(BufferedImage picture, int width, int height) {
        BufferedImage fresh = empty(width, height, picture);
        Graphics2D brush = fresh.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        return fresh;
    }

    /** A picture of this size without anything on it, clear where the other may be. */
    private static BufferedImage empty(int width, int height, BufferedImage other) {
        boolean clear = other.getColorModel().hasAlpha();
        return new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] written(BufferedImage picture, String kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind.equals("jpg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
