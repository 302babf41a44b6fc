package gradus.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file that somebody sent, as schools and spreadsheets write it: UTF-8, UTF-16 with a byte order mark, or MS949.
 *
 * @param text without the mark
 * @param marked whether a byte order mark stood before it
 */
public record EncodedText(String text, Charset charset, boolean marked) {
    /** What stands before a text to tell its encoding. */
    public static final char MARK = '\uFEFF';

    private static final Charset KOREAN = Charset.forName("MS949");

    /** The text of these bytes; empty where they are none. */
    public static Optional<EncodedText> of(byte[] content) {
        for (Charset charset : charsets(content)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
                    return Optional.of(new EncodedText(marked ? text.substring(1) : text, charset, marked));
                }
            } catch (CharacterCodingException another) {
                // the next one may fit
            }
        }
        return Optional.empty();
    }

    private static List<Charset> charsets(byte[] content) {
        if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, KOREAN);
    }
}
