package gradus.bank;

import gradus.message.Message;
import java.nio.charset.StandardCharsets;

/**
 * A picture that somebody sent, made anew: a PNG or JPEG from its points alone, so that nothing that was hidden in the file goes
 * along, an SVG from those of its elements that only draw.
 *
 * @param ending what its name ends in: png, jpg or svg
 */
public record CleanPicture(String ending, byte[] content) {
    private static final int LARGEST_DRAWING = 1 << 20;

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
            return new CleanPicture("png", DrawnPicture.of(file, "png"));
        }
        if (begins(file, 0xff, 0xd8, 0xff)) {
            return new CleanPicture("jpg", DrawnPicture.of(file, "jpg"));
        }
        String text = new String(file, StandardCharsets.UTF_8);
        if (!text.contains("<svg") && !text.contains(":svg")) {
            throw new Unfit(Message.of("bank.picture-kind"));
        }
        if (file.length > LARGEST_DRAWING) {
            throw new Unfit(Message.of("bank.picture-drawing-large", LARGEST_DRAWING >> 20));
        }
        return new CleanPicture("svg", CleanSvg.of(text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean begins(byte[] file, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != sign[i]) {
                return false;
            }
        }
        return true;
    }
}
