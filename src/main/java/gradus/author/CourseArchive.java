package gradus.author;

import gradus.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a course in an archive: {@code questions/*.yaml} and the pictures beside them, exam files and
 * {@code functions.yaml}, at its top or in one folder. Nothing is unpacked beyond the bounds, whatever the archive says of its sizes.
 *
 * @param texts the texts by their path in the course's folder
 * @param pictures the pictures by their name
 * @param refused why entries were not read, by their name
 */
record CourseArchive(Map<String, String> texts, Map<String, byte[]> pictures, Map<String, Message> refused) {
    static final int MOST_ENTRIES = 1_000;
    static final int LARGEST_FILE = 1 << 20;
    static final int LARGEST_PICTURE = 10 << 20;
    static final int LARGEST_WHOLE = 40 << 20;

    private static final Pattern TEXT =
            Pattern.compile("(?:(?!questions/)[A-Za-z0-9_-]+/)?((?:questions/)?[A-Za-z0-9_-]{1,80}\\.ya?ml)");
    private static final Pattern PICTURE = Pattern.compile(
            "(?:[A-Za-z0-9_-]+/)?questions/([A-Za-z0-9][A-Za-z0-9_-]{0,80}\\.(?:svg|png|jpe?g|gif|webp))");
    private static final Pattern LEADS_OUT = Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)|[/\\\\].*|[A-Za-z]:.*");

    /** Thrown for a file that is no archive, or one beyond the bounds. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message reason;

        Unfit(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    /** Reads an archive. */
    static CourseArchive read(InputStream stream) throws IOException, Unfit {
        CourseArchive archive = new CourseArchive(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        try (ZipInputStream zip = new ZipInputStream(stream, StandardCharsets.UTF_8)) {
            long whole = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Unfit(Message.of("author.archive-entries", MOST_ENTRIES));
                }
                int largest = PICTURE.matcher(entry.getName()).matches() ? LARGEST_PICTURE : LARGEST_FILE;
                byte[] content = zip.readNBytes(largest + 1);
                whole += content.length;
                if (whole > LARGEST_WHOLE) {
                    throw new Unfit(Message.of("author.archive-large", LARGEST_WHOLE >> 20));
                }
                if (!entry.isDirectory()) {
                    archive.take(entry.getName(), content);
                }
                if (content.length > largest) {
                    // the rest would be unpacked to find the next entry
                    throw new Unfit(Message.of("author.archive-file-large", entry.getName(), largest >> 20));
                }
            }
            if (entries == 0) {
                throw new Unfit(Message.of("author.archive-none"));
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new Unfit(Message.of("author.archive-none"));
        }
        return archive;
    }

    private void take(String name, byte[] content) {
        Matcher path = TEXT.matcher(name);
        Matcher picture = PICTURE.matcher(name);
        if (LEADS_OUT.matcher(name).matches()) {
            refused.put(name, Message.of("author.archive-leads-out"));
        } else if (picture.matches()) {
            pictures.putIfAbsent(picture.group(1), content);
        } else if (!path.matches()) {
            refused.put(name, Message.of("author.archive-no-text"));
        } else if (texts.containsKey(path.group(1))) {
            refused.put(name, Message.of("author.archive-twice", path.group(1)));
        } else {
            try {
                texts.put(path.group(1), decoded(content));
            } catch (CharacterCodingException other) {
                refused.put(name, Message.of("author.archive-not-utf8"));
            }
        }
    }

    private static String decoded(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    /** An archive with these files, by their path. */
    static byte[] written(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
