package gradus.bank;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a photo says it in its EXIF data: a number from 1, upright, to 8. It is looked for here because
 * Java's own reader refuses all that is said in photos of many telephones, which say it before it expects it.
 */
record Orientation(int number) {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int EXIF = 0x45786966;
    private static final int FIELD = 0x0112;
    private static final int MOST_FIELDS = 500;

    /** What a JPEG says; upright where it says nothing that can be read. */
    static Orientation of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int number = 1;
        try {
            file.position(2);
            while (number == 1 && (file.get() & 0xff) == 0xff) {
                int kind = file.get() & 0xff;
                int length = (file.getShort() & 0xffff) - 2;
                if (kind == START_OF_SCAN || length < 0) {
                    break;
                }
                ByteBuffer segment = file.slice(file.position(), length);
                file.position(file.position() + length);
                if (kind == APP1 && length > 14 && segment.getInt() == EXIF) {
                    number = number(segment.slice(6, length - 6));
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException garbled) {
            return new Orientation(1);
        }
        return new Orientation(number >= 1 && number <= 8 ? number : 1);
    }

    /** EXIF data are laid out as a TIFF file: which byte comes first, where the fields begin, how many there are, and the fields. */
    private static int number(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int fields = tiff.getInt(4);
        int count = Math.min(MOST_FIELDS, tiff.getShort(fields) & 0xffff);
        for (int i = 0; i < count; i++) {
            int field = fields + 2 + 12 * i;
            if ((tiff.getShort(field) & 0xffff) == FIELD) {
                return tiff.getShort(field + 8);
            }
        }
        return 1;
    }

    /** Whether the sides change places. */
    boolean isOnItsSide() {
        return number >= 5;
    }

    /** What sets a picture of this size upright. */
    AffineTransform upright(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
