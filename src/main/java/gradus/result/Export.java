package gradus.result;

import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.ExamFile;
import gradus.message.Languages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Writes the results of an exam row by row in constant memory. */
public final class Export {
    /** The file format. */
    public enum Format {
        CSV("csv", "text/csv; charset=utf-8"),
        PLAIN("csv", "text/csv; charset=utf-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("jsonl", "application/x-ndjson; charset=utf-8"),
        CANVAS("csv", "text/csv; charset=utf-8"),
        MOODLE("csv", "text/csv; charset=utf-8"),
        BLACKBOARD("csv", "text/csv; charset=utf-8");

        private static final Set<Format> OF_PLATFORMS = EnumSet.of(CANVAS, MOODLE, BLACKBOARD);

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** What a file of these rows is called; null for a workbook of all. */
        public String fileName(String exam, @Nullable Rows rows) {
            String what = OF_PLATFORMS.contains(this)
                    ? "-" + name().toLowerCase(Locale.ROOT)
                    : rows == null ? "" : "-" + rows.name().toLowerCase(Locale.ROOT);
            return exam + what + "." + ending;
        }
    }

    /** What each row stands for. */
    public enum Rows {
        ATTEMPTS,
        RESPONSES,
        STUDENTS
    }

    private final Database database;
    private final Locale language;

    /** Exports whose titles are in this language. */
    public Export(Database database, Locale language) {
        this.database = database;
        this.language = language;
    }

    /** Whether a course has this exam. */
    public boolean exists(String course, String exam) {
        return database.store(ExportStore.class).file(course, exam).isPresent();
    }

    /**
     * Writes the results. Files of learning platforms have a row a student, whatever rows are asked for.
     *
     * @param rows null for each in its sheet, where the format has sheets, and otherwise for attempts
     */
    public void write(String course, String exam, @Nullable Rows rows, Format format, OutputStream out)
            throws IOException {
        RowWriter writer = writer(format, out);
        try {
            database.read(ExportStore.class, store -> {
                for (ExportView view : views(store, course, exam(store, course, exam), rows, format)) {
                    write(view, store, writer);
                }
                return format;
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        writer.end();
    }

    /** What each student has in an exam, as a learning platform gets it. */
    public List<PlatformGrade> grades(String course, String exam) {
        return database.read(ExportStore.class, store -> {
            Exam read = exam(store, course, exam);
            List<PlatformGrade> grades = new ArrayList<>();
            store.eachStudent(course, exam, student -> {
                Examinee who = student.examinee();
                BigFraction score = student.best().score();
                BigDecimal grade =
                        score == null ? null : ExportView.decimal(read.policy().rounded(score));
                grades.add(new PlatformGrade(
                        who.name(),
                        who.studentNumber(),
                        who.login(),
                        who.email(),
                        grade == null ? "" : grade.toPlainString(),
                        "EXCUSED".equals(student.best().standing())));
            });
            return grades;
        });
    }

    /** What an exam may be called in a file of a learning platform. */
    public List<String> names(String course, String exam) {
        return database.read(
                ExportStore.class,
                store -> Stream.concat(
                                Languages.each(exam(store, course, exam).title()).values().stream(), Stream.of(exam))
                        .distinct()
                        .toList());
    }

    private static Exam exam(ExportStore store, String course, String exam) {
        return ExamFile.read(store.file(course, exam).orElseThrow(), exam);
    }

    private static void write(ExportView view, ExportStore store, RowWriter writer) {
        try {
            writer.table(view.name(), view.columns());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        view.each(store, cells -> {
            try {
                writer.row(cells);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static RowWriter writer(Format format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(out, CsvRows.Profile.SPREADSHEET);
            case PLAIN, CANVAS, MOODLE -> new CsvRows(out, CsvRows.Profile.PLAIN);
            case BLACKBOARD -> new CsvRows(out, CsvRows.Profile.QUOTED);
            case XLSX -> new XlsxRows(out);
            case JSON -> new JsonRows(out);
        };
    }

    private List<ExportView> views(ExportStore store, String course, Exam exam, @Nullable Rows rows, Format format) {
        String title = exam.title().in(language);
        return switch (format) {
            case CANVAS -> List.of(new CanvasView(course, exam, title));
            case MOODLE -> List.of(new MoodleView(course, exam, title));
            case BLACKBOARD -> List.of(new BlackboardView(course, exam, title));
            case XLSX -> {
                List<ExportView> sheets = new ArrayList<>();
                for (Rows each : rows == null ? Rows.values() : new Rows[] {rows}) {
                    sheets.add(view(store, course, exam, each));
                }
                yield sheets;
            }
            default -> List.of(view(store, course, exam, rows == null ? Rows.ATTEMPTS : rows));
        };
    }

    private static ExportView view(ExportStore store, String course, Exam exam, Rows rows) {
        return switch (rows) {
            case ATTEMPTS -> new AttemptRows(course, exam);
            case RESPONSES -> new ResponseRows(course, exam.id());
            case STUDENTS -> StudentRows.of(store, course, exam);
        };
    }
}
