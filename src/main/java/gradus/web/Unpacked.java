package gradus.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What is packed in a workbook that somebody sent. Programs that write a workbook in one go put the sizes of its parts at the
 * end, so that it is read from there.
 *
 * @param entries the parts by name
 */
public record Unpacked(Map<String, byte[]> entries) {
    /** A small file can unpack to more than the memory holds. */
    private static final long LARGEST = 64L << 20;

    /**
     * Unpacks a workbook; empty where it is too large.
     *
     * @throws IOException where it is none
     */
    public static Optional<Unpacked> of(byte[] content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long all = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] piece = in.readNBytes((int) (LARGEST - all + 1));
                    all += piece.length;
                    if (all > LARGEST) {
                        return Optional.empty();
                    }
                    entries.put(entry.getName(), piece);
                }
            }
        }
        return Optional.of(new Unpacked(entries));
    }
}
