package gradus.author;

import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CurrentRevision;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The texts that authors write: every saved one stays, the last is what they go on from, and what is published meanwhile, by
 * a file too, joins the row. Nobody overwrites what they have not seen.
 */
public final class Writings {
    /** What a text is of. */
    public enum Kind {
        QUESTION,
        EXAM;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Database database;
    private final WritingStore store;
    private final Bank bank;
    private final Exams exams;
    private final Clock clock;

    public Writings(Database database, Bank bank, Exams exams, Clock clock) {
        this.database = database;
        this.store = database.store(WritingStore.class);
        this.bank = bank;
        this.exams = exams;
        this.clock = clock;
    }

    /** What is published of this, if anything is. */
    public Optional<CurrentRevision> published(Kind kind, String course, String id) {
        return kind == Kind.QUESTION ? bank.current(course, id) : exams.current(course, id);
    }

    /** The last writing; empty where there is no such question or exam. */
    public Optional<Writing> last(Kind kind, String course, String id) {
        Optional<Writing> last = store.last(course, kind.word(), id);
        Optional<CurrentRevision> published = published(kind, course, id);
        boolean known = published.isEmpty()
                || store.history(course, kind.word(), id).stream()
                        .anyMatch(writing ->
                                writing.revision().equals(published.get().revision()));
        if (known) {
            return last;
        }
        long seq = last.map(Writing::seq).orElse(0L) + 1;
        add(kind, course, id, seq, published.get().revision(), null);
        return store.last(course, kind.word(), id);
    }

    /** All writings, the last first. */
    public List<Writing> history(Kind kind, String course, String id) {
        last(kind, course, id);
        return store.history(course, kind.word(), id);
    }

    /** The title that its last text gives; its id where that gives none. */
    public String title(Kind kind, String course, String id, Locale language) {
        Optional<String> text = last(kind, course, id).map(last -> text(course, last));
        return text.flatMap(written -> kind == Kind.EXAM
                        ? ExamDraft.of(written).map(draft -> draft.named(language, id))
                        : titleOfQuestion(written, id, language))
                .orElse(id);
    }

    private static Optional<String> titleOfQuestion(String text, String id, Locale language) {
        try {
            return Optional.of(QuestionFile.read(text, id + ".yaml").title().in(language));
        } catch (QuestionException broken) {
            return Optional.empty();
        }
    }

    public String text(String course, Writing writing) {
        return bank.content(course, writing.revision());
    }

    /**
     * Saves a text; false where somebody else has saved another since, and then nothing is kept.
     *
     * @param base the number of the writing that it was made from; 0 for none
     */
    public boolean save(Kind kind, String course, String id, String text, long base, UUID by) {
        Optional<Writing> last = last(kind, course, id);
        if (last.map(Writing::seq).orElse(0L) != base) {
            return false;
        }
        String revision = bank.keep(new BankFile(course, id + ".yaml", text));
        if (last.isPresent() && last.get().revision().equals(revision)) {
            return true;
        }
        return add(kind, course, id, base + 1, revision, by);
    }

    private boolean add(Kind kind, String course, String id, long seq, String revision, @Nullable UUID by) {
        return database.insertOnce(
                WritingStore.class, inside -> inside.add(course, kind.word(), id, seq, revision, clock.instant(), by));
    }

    /** When each was last saved, by id; those that only files have are not among them. */
    public Map<String, Instant> saved(Kind kind, String course) {
        Map<String, Instant> saved = new TreeMap<>();
        store.all(course, kind.word()).forEach(last -> saved.put(last.id(), last.saved()));
        return saved;
    }
}
