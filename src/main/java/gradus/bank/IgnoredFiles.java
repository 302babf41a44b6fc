package gradus.bank;

import gradus.message.Message;
import gradus.question.format.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why files and folders of a bank are not read, so that nobody wonders where a question has gone. */
final class IgnoredFiles {
    private static final long LARGEST_PICTURE = 5L << 20;
    private static final long LARGEST_TEXT = 4L * YamlTree.LONGEST_FILE;

    private static final Pattern ENDING = Pattern.compile("\\.(svg|png|jpe?g|gif|webp)$");
    private static final Pattern PICTURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*" + ENDING);

    private IgnoredFiles() {}

    /** Whether a file of this name is a picture that questions can show. */
    static boolean isPicture(String name) {
        return PICTURE.matcher(name).matches();
    }

    /** Whether a file calls itself a picture, whatever the rest of its name. */
    static boolean endsAsPicture(String name) {
        return ENDING.matcher(name).find();
    }

    /** Why a text or picture is not read although its name says that it is one; null where it is. */
    static @Nullable Message unfit(Path course, Path file, boolean picture) throws IOException {
        // a link would show what lies elsewhere on this machine to whoever can write into the folder
        if (!file.toRealPath().startsWith(course.toRealPath())) {
            return Message.of("bank.leads-out");
        }
        if (Files.size(file) > (picture ? LARGEST_PICTURE : LARGEST_TEXT)) {
            return picture ? Message.of("bank.ignored-large", LARGEST_PICTURE >> 20) : Message.of("bank.file-too-long");
        }
        return null;
    }

    /** Why an entry of a course's folder, other than {@code questions}, is not read; null where it is. */
    static @Nullable Message inCourse(Path entry) {
        boolean hidden = entry.getFileName().toString().startsWith(".");
        return Files.isDirectory(entry)
                ? Message.of(hidden ? "bank.ignored-hidden" : "bank.ignored-folder")
                : ofFile(entry, Message.of("bank.ignored-file"));
    }

    /** Why an entry of {@code questions} is not read; null where it is. */
    static @Nullable Message amongQuestions(Path course, Path entry) {
        if (Files.isDirectory(entry)) {
            return Message.of("bank.ignored-inner-folder");
        }
        try {
            return isPicture(entry.getFileName().toString())
                    ? unfit(course, entry, true)
                    : ofFile(entry, Message.of("bank.ignored-question"));
        } catch (IOException unreadable) {
            return Message.of("bank.file-unreadable", String.valueOf(unreadable.getMessage()));
        }
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
