package gradus.exam;

import gradus.bank.Bank;
import gradus.bank.BankFolder;
import gradus.course.CourseStore;
import gradus.course.Particulars;
import gradus.database.Database;
import gradus.demo.SetClock;
import gradus.question.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The exams of a course whose folder a test fills, over a database of their own, with a clock that the test sets. */
final class TestCourse implements AutoCloseable {
    static final String ID = "deep-learning";
    static final Instant NINE = Instant.parse("2026-12-01T00:00:00Z");
    static final String DRAWN = "title: Q\nprompt: P\nparams: {x: 'randint(1, 99)'}\n"
            + "parts: [{id: a, type: integer, expect: x}, {id: t, type: text, answer: Said.}]\n";

    final Database database;
    final SetClock clock = new SetClock(NINE);
    final Bank bank;
    final Exams exams;
    private final Path folder;

    /** Of one question, {@code q}. */
    TestCourse(Path folder) {
        this.folder = folder;
        write("questions/q.yaml", "id: q\n" + DRAWN);
        try {
            database = Database.inFolder(Files.createDirectory(folder.resolve("data")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        bank = new Bank(database, clock, List.of(BankFolder.at(folder.resolve("bank"))));
        exams = new Exams(database, bank, clock);
    }

    void question(String id, String fields) {
        write("questions/" + id + ".yaml", "id: " + id + "\n" + fields);
    }

    void exam(String id, String policy, String questions) {
        write(id + ".yaml", text(id, policy, questions));
    }

    /** The file of an exam; its questions begin in line 4. */
    static String text(String id, String policy, String questions) {
        return "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\nquestions: [" + questions + "]\n";
    }

    private void write(String name, String text) {
        Path file = folder.resolve("bank").resolve(ID).resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the folder again and returns what is wrong with its files. */
    List<String> load() {
        bank.load();
        return said(bank.problems(ID));
    }

    /** What is odd about the exams that read. */
    List<String> findings() {
        return exams.findings(ID).stream()
                .map(CompletableFuture::join)
                .flatMap(found -> said(found).stream())
                .toList();
    }

    static List<String> said(List<Problem> problems) {
        return problems.stream().map(problem -> problem.in(Locale.ENGLISH)).toList();
    }

    PublishedExam find(String id) {
        return exams.find(ID, id).orElseThrow();
    }

    /** A student of the roster. */
    UUID student(String number, @Nullable String section) {
        UUID person = UUID.randomUUID();
        database.save(CourseStore.class)
                .addSeat(ID, person, new Particulars(number, "김하나", section, null, null, null), NINE);
        return person;
    }

    @Override
    public void close() {
        bank.close();
        database.close();
    }
}
