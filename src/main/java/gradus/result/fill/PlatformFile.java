package gradus.result.fill;

import gradus.message.Message;
import java.util.List;

/** A table of grades as a learning platform wrote it, which can be written so again with some of its cells changed. */
sealed interface PlatformFile permits TextFile, WorkbookFile {
    /** A file that is no such table. */
    final class Unfit extends Exception {
        private final transient Message reason;

        Unfit(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    static PlatformFile read(byte[] content) throws Unfit {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K'
                ? WorkbookFile.read(content)
                : TextFile.read(content);
    }

    List<List<String>> rows();

    /** These rows, as many and in the order of its own, written as the file was. */
    byte[] written(List<List<String>> changed);

    String mediaType();
}
