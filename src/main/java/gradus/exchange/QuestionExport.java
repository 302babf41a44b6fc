package gradus.exchange;

import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.message.Message;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The questions of an exam, or a single one, frozen and written for another program. */
public final class QuestionExport {
    /** Most variants of one question. */
    public static final int MOST_VARIANTS = 100;

    /** What other programs read. */
    public enum Format {
        MOODLE_XML("-moodle.xml", "application/xml; charset=utf-8"),
        QTI("-qti.zip", "application/zip");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String fileName(String id) {
            return id + ending;
        }

        /** The format of this word, such as {@code moodle-xml}; empty where there is none. */
        public static Optional<Format> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(format -> format.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(word))
                    .findFirst();
        }
    }

    private final String id;
    private final String title;
    private final Locale language;
    private final Pictures.Source pictures;
    private final List<List<PortableQuestion>> groups = new ArrayList<>();

    private QuestionExport(String id, String title, Locale language, Function<String, Optional<byte[]>> pictures) {
        this.id = id;
        this.title = title;
        this.language = language;
        this.pictures = pictures::apply;
    }

    /**
     * The questions of an exam.
     *
     * @param questions finds them by their ids
     * @param pictures finds pictures by their names
     * @param seed that of the first variant of each
     * @param variants how many of each; a question that draws nothing has one
     */
    public static QuestionExport of(
            Exam exam,
            Function<String, Optional<Question>> questions,
            Function<String, Optional<byte[]>> pictures,
            Locale language,
            long seed,
            int variants) {
        QuestionExport export = new QuestionExport(exam.id(), exam.title().in(language), language, pictures);
        for (ExamEntry entry : exam.questions()) {
            questions.apply(entry.question()).ifPresent(question -> export.add(question, entry, seed, variants));
        }
        return export;
    }

    /** A question by itself, for as many points as its parts have. */
    public static QuestionExport of(
            Question question, Function<String, Optional<byte[]>> pictures, Locale language, long seed, int variants) {
        QuestionExport export =
                new QuestionExport(question.id(), question.title().in(language), language, pictures);
        export.add(question, ExamEntry.alone(question.id(), question.points()), seed, variants);
        return export;
    }

    private void add(Question question, ExamEntry entry, long seed, int variants) {
        List<Variant> drawn = new ArrayList<>();
        IntStream.range(0, Math.min(MOST_VARIANTS, variants)).forEach(i -> {
            Variant variant = Variant.draw(question, seed + i, entry.with());
            if (drawn.stream().noneMatch(other -> other.params().equals(variant.params()))) {
                drawn.add(variant);
            }
        });
        List<PortableQuestion> group = new ArrayList<>();
        long place = groups.stream()
                .filter(earlier -> earlier.get(0).id().startsWith(question.id()))
                .count();
        for (Variant variant : drawn) {
            String name = question.id()
                    + (place == 0 ? "" : "-again" + place)
                    + (drawn.size() == 1 ? "" : "-" + (group.size() + 1));
            group.add(FrozenQuestion.of(variant, name, entry.label(), entry.points(), language, pictures));
        }
        groups.add(group);
    }

    /** Writes the file, and returns what became of each question in it. */
    public ExchangeReport write(Format format, OutputStream out) throws IOException {
        List<PortableQuestion> all = groups.stream().flatMap(List::stream).toList();
        if (format == Format.QTI) {
            QtiPackage.write(id, title, groups, out);
        } else {
            out.write(MoodleXml.of(title, all).getBytes(StandardCharsets.UTF_8));
        }
        return new ExchangeReport(
                all.stream()
                        .map(question -> ExchangeReport.Item.of(
                                question.name(), question.kind(), question.id(), question.losses()))
                        .toList(),
                List.of(Message.of("exchange.note-frozen")));
    }
}
