package gradus.rubric;

import gradus.attempt.QuestionInAttempt;
import gradus.bank.Bank;
import gradus.bank.QuestionTitles;
import gradus.database.Database;
import gradus.question.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for people in a course, who has what before them, and by which rubric it is scored. */
public final class Queues {
    private final Database database;
    private final QueueStore store;
    private final QuestionTitles titles;
    private final Clock clock;

    public Queues(Database database, Bank bank, Clock clock) {
        this.database = database;
        this.titles = new QuestionTitles(bank);
        this.store = database.store(QueueStore.class);
        this.clock = clock;
    }

    /** A grader who is nobody, to whom every answer is another's. */
    static final UUID NOBODY = new UUID(0, 0);

    /** The run of grading that a form was drawn with; -1, which none is, where it names none. */
    static int run(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException garbled) {
            return -1;
        }
    }

    /** What the pages about a part's answers call its question. */
    String title(String course, QueuePart part, Locale language) {
        return titles.of(course, part.question(), language);
    }

    Instant now() {
        return clock.instant();
    }

    List<QueueStore.Count> counts(String course) {
        return store.counts(course);
    }

    /** Who has an answer before them now. */
    List<QueueStore.Holding> holdings(String course) {
        return store.holdings(course, now().minus(QueueItem.IDLE));
    }

    /** All answers of a part without the grader's own. */
    PartQueue all(String course, QueuePart part, UUID me) {
        return PartQueue.of(part, me, store.items(course, part, me));
    }

    /** The answers of a part that are a grader's to grade: all where they ask for everybody's, or nothing is split. */
    PartQueue share(String course, PartQueue all, QueuePart part, UUID me, boolean everybody) {
        return everybody ? all : all.shareOf(store.team(course, part.exam()));
    }

    List<UUID> team(String course, String exam) {
        return store.team(course, exam);
    }

    List<QueueStore.Colleague> colleagues(String course) {
        return store.colleagues(course);
    }

    /** Splits the answers of an exam among these; among nobody, so that everybody grades everything. */
    void split(String course, String exam, List<UUID> people) {
        database.save(QueueStore.class, inside -> {
            inside.dissolve(course, exam);
            people.forEach(person -> inside.join(course, exam, person));
            return people;
        });
    }

    List<String> remarks(String course, QueuePart part) {
        return store.remarks(course, part);
    }

    /**
     * Takes an answer before a grader, who leaves whatever they had.
     *
     * @return who else has it; null where it is theirs now
     */
    @Nullable
    UUID claim(String course, QueueItem item, UUID me) {
        Instant now = now();
        UUID other = item.heldBy(me, now);
        if (other != null) {
            return other;
        }
        boolean mine = item.holder() != null
                && database.save(
                                QueueStore.class,
                                inside -> inside.take(
                                        course,
                                        item.attempt(),
                                        item.position(),
                                        item.part(),
                                        me,
                                        now,
                                        now.minus(QueueItem.IDLE)))
                        > 0;
        if (mine && me.equals(item.holder())) {
            return null;
        }
        boolean first = database.insertOnce(QueueStore.class, inside -> {
            inside.release(course, me);
            inside.claim(course, item.attempt(), item.position(), item.part(), me, now);
        });
        return first ? null : store.holder(course, item.attempt(), item.position(), item.part());
    }

    /** A grader leaves what they had before them. */
    void release(String course, UUID me) {
        database.save(QueueStore.class).release(course, me);
    }

    List<QueueStore.Typed> texts(String course, QueuePart part) {
        return store.texts(course, part);
    }

    /** Puts a rubric in force. */
    void keep(String course, QueuePart queue, Rubric rubric, UUID by) {
        Supplier<Boolean> stored = () -> database.insertOnce(
                RubricRevisionStore.class,
                inside -> inside.add(course, queue, inside.last(course, queue) + 1, rubric.toJson(), now(), by));
        while (!stored.get()) {
            // somebody else has taken the number: the next one
        }
    }

    /** The rubric in force for a part in an attempt. */
    Rubric rubric(String course, QueuePart queue, QuestionInAttempt asked, Part part) {
        return database.store(RubricRevisionStore.class)
                .latest(course, queue)
                .map(Rubric::stored)
                .map(rubric -> rubric.scaledTo(asked.points(part)))
                .orElseGet(() -> Rubric.of(asked, part));
    }
}
