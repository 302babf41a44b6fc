package gradus.exchange;

import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file of another program as question files, with a report of what was lost on the way. Each file that it makes was read back and
 * checked: none is handed out that the bank would refuse.
 */
public record Import(List<QuestionText> files, ExchangeReport report) {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 10 << 20;

    private static final int LONGEST_ID = 60;
    private static final int VARIANTS = 3;

    public Import {
        files = List.copyOf(files);
    }

    /**
     * A question file that was made, with the pictures beside it.
     *
     * @param name its name, which is the question's id and {@code .yaml}
     */
    public record QuestionText(String name, String yaml, Map<String, byte[]> pictures) {
        public QuestionText {
            pictures = Map.copyOf(pictures);
        }
    }

    /** What programs write. */
    public enum Format {
        MOODLE_XML,
        GIFT;

        /** XML begins with a bracket; GIFT is plain text. */
        static Format of(byte[] file) {
            for (byte sign : file) {
                if (sign == '<') {
                    return MOODLE_XML;
                }
                boolean mark = sign == (byte) 0xEF || sign == (byte) 0xBB || sign == (byte) 0xBF;
                if (!mark && !Character.isWhitespace(sign)) {
                    return GIFT;
                }
            }
            return GIFT;
        }
    }

    /**
     * The bytes of a file, as far as it is not too large.
     *
     * @throws ForeignFileException where it is larger than anybody would write
     */
    public static byte[] read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ForeignFileException("exchange.too-large", LARGEST >> 20);
        }
        return Files.readAllBytes(file);
    }

    /**
     * Reads a file, whose format it tells by its first sign.
     *
     * @throws ForeignFileException where it cannot be read
     */
    public static Import of(byte[] file) {
        return of(file, Format.of(file));
    }

    /**
     * Reads a file of this format.
     *
     * @throws ForeignFileException where it cannot be read
     */
    public static Import of(byte[] file, Format format) {
        if (file.length > LARGEST) {
            throw new ForeignFileException("exchange.too-large", LARGEST >> 20);
        }
        List<PortableQuestion> questions = format == Format.MOODLE_XML ? MoodleXmlReader.read(file) : gift(file);
        if (questions.isEmpty()) {
            throw new ForeignFileException("exchange.no-questions");
        }
        Set<String> ids = new HashSet<>();
        List<QuestionText> files = new ArrayList<>();
        List<ExchangeReport.Item> items = new ArrayList<>();
        for (PortableQuestion question : questions) {
            String id = id(question, items.size() + 1, ids);
            String yaml = question.losses().isLeftOut() ? "" : QuestionYaml.of(question, id);
            if (!question.losses().isLeftOut()) {
                check(yaml, id, question.losses());
            }
            if (!question.losses().isLeftOut()) {
                files.add(new QuestionText(id + ".yaml", yaml, question.pictures()));
            }
            String name = question.name().isBlank() ? id : question.name();
            items.add(ExchangeReport.Item.of(name, question.kind(), id, question.losses()));
        }
        List<Message> notes = format == Format.MOODLE_XML ? MoodleXmlReader.notes() : List.of();
        return new Import(files, new ExchangeReport(items, notes));
    }

    private static List<PortableQuestion> gift(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return GiftReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw new ForeignFileException("exchange.not-utf-8");
        }
    }

    private static void check(String yaml, String id, Losses losses) {
        try {
            Question question = QuestionFile.read(yaml, id + ".yaml");
            List<Problem> found = QuestionCheck.of(question, Map.of(), VARIANTS).problems();
            found.stream().limit(3).forEach(problem -> losses.add("exchange.check-finds", problem.message()));
        } catch (QuestionException broken) {
            broken.problems().stream()
                    .limit(3)
                    .forEach(problem -> losses.leaveOut("exchange.check-finds", problem.message()));
        }
    }

    /** A name for its file that no other has: from its own, in small Latin letters, or its number. */
    private static String id(PortableQuestion question, int number, Set<String> taken) {
        String slug = slug(question.id());
        slug = slug.isEmpty() ? slug(question.name()) : slug;
        slug = slug.isEmpty() ? "question-" + number : slug;
        String id = slug;
        for (int i = 2; !taken.add(id); i++) {
            id = slug + "-" + i;
        }
        return id;
    }

    private static String slug(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = letters.substring(0, Math.min(LONGEST_ID, letters.length()));
        return cut.replaceAll("^-+|-+$", "");
    }
}
