package gradus.bank;

import gradus.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why files and folders of a bank are not read, so that nobody wonders where a question has gone. */
final class IgnoredFiles {
    private IgnoredFiles() {}

    /** Why an entry of a course's folder, other than {@code questions}, is not read; null where it is. */
    static @Nullable Message inCourse(Path entry) {
        if (Files.isDirectory(entry)) {
            return Message.of("bank.ignored-folder");
        }
        return ofFile(entry, Message.of("bank.ignored-file"));
    }

    /** Why an entry of {@code questions} is not read; null where it is. */
    static @Nullable Message amongQuestions(Path entry, Pattern picture) {
        if (Files.isDirectory(entry)) {
            return Message.of("bank.ignored-inner-folder");
        }
        return picture.matcher(entry.getFileName().toString()).matches()
                ? null
                : ofFile(entry, Message.of("bank.ignored-question"));
    }

    private static @Nullable Message ofFile(Path entry, Message otherwise) {
        String name = entry.getFileName().toString();
        if (name.endsWith(".yaml") && Files.isRegularFile(entry)) {
            return null;
        }
        return name.startsWith(".")
                ? Message.of("bank.ignored-hidden")
                : name.endsWith(".yml") ? Message.of("bank.ignored-yml") : otherwise;
    }
}
