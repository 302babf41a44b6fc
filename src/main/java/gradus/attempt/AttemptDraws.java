package gradus.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.database.Database;
import gradus.exam.ExamEntry;
import gradus.exam.Order;
import gradus.exam.PublishedExam;
import gradus.exam.Variants;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.web.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the questions of attempts: their order, seeds and numbers. Every seed is random; nothing public leads to it. */
final class AttemptDraws {
    private static final int TRIES = 20;

    private final Database database;
    private final AttemptStore store;
    private final Bank bank;
    private final SecureRandom random = new SecureRandom();
    private final Cache<Asked, Variant> variants =
            Caffeine.newBuilder().maximumSize(20_000).build();
    /** Of each place, for a while only, because a regrade may put another revision of the question there. */
    private final Cache<String, Variant> places = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    private final Cache<Drawn, Variant> drawn =
            Caffeine.newBuilder().maximumSize(5_000).build();

    AttemptDraws(Database database, Bank bank) {
        this.database = database;
        this.store = database.store(AttemptStore.class);
        this.bank = bank;
    }

    /**
     * All questions of a new attempt.
     *
     * @param revisions the current ones of the exam's questions, by their ids
     */
    List<AskedQuestion> forAttempt(PublishedExam offered, Map<String, String> revisions, Instant now) {
        boolean shared = offered.exam().policy().variants() == Variants.PER_EXAM;
        List<ExamEntry> entries =
                offered.exam().drawn(candidates -> shared ? sharedLuck(offered, candidates.get(0)) : random);
        if (offered.exam().policy().order() == Order.SHUFFLED) {
            shuffle(entries);
        }
        List<AskedQuestion> asked = new ArrayList<>();
        for (ExamEntry entry : entries) {
            String revision =
                    Optional.ofNullable(revisions.get(entry.question())).orElseThrow(Refusal::notFound);
            long seed =
                    shared ? sharedSeed(offered.course(), offered.exam().id(), entry.question()) : random.nextLong();
            try {
                asked.add(draw(offered.course(), entry, asked.size() + 1, 1, revision, seed, now));
            } catch (DrawException | QuestionException never) {
                throw Refusal.conflict(Message.of("attempt.cannot-begin", entry.label()));
            }
        }
        return asked;
    }

    /** Mixes the questions within each section; sections stay in their order. */
    private void shuffle(List<ExamEntry> entries) {
        int begin = 0;
        for (int i = 1; i <= entries.size(); i++) {
            if (i == entries.size()
                    || !Objects.equals(
                            entries.get(i).section(), entries.get(begin).section())) {
                Collections.shuffle(entries.subList(begin, i), random);
                begin = i;
            }
        }
    }

    /** What chooses the same questions for all attempts of an exam. */
    private Random sharedLuck(PublishedExam offered, ExamEntry first) {
        return new Random(sharedSeed(offered.course(), offered.exam().id(), first.question()));
    }

    /** The same question with numbers that its student has not had, where there are any. */
    AskedQuestion another(Sitting sitting, QuestionInAttempt last, Instant now) {
        ExamEntry entry = sitting.exam().entry(last.row().question()).orElseThrow(Refusal::notFound);
        Set<String> had = sitting.variants(last.row().position()).stream()
                .map(asked -> asked.row().params())
                .collect(Collectors.toSet());
        AskedQuestion next = again(sitting, entry, last, now);
        for (int more = 1; more < TRIES && sitting.isRandom(last) && had.contains(next.params()); more++) {
            next = again(sitting, entry, last, now);
        }
        return next;
    }

    private AskedQuestion again(Sitting sitting, ExamEntry entry, QuestionInAttempt last, Instant now) {
        AskedQuestion row = last.row();
        try {
            return draw(
                    sitting.attempt().course(),
                    entry.labelled(row.label()),
                    row.position(),
                    row.variant() + 1,
                    row.revision(),
                    random.nextLong(),
                    now);
        } catch (DrawException never) {
            throw Refusal.conflict(Message.of("attempt.cannot-draw", entry.label()));
        }
    }

    /** The same for all attempts of an exam; whoever begins the first one draws it. */
    private long sharedSeed(String course, String exam, String question) {
        Optional<Long> drawn = store.seed(course, exam, question);
        if (drawn.isPresent()) {
            return drawn.get();
        }
        long seed = random.nextLong();
        database.insertOnce(AttemptStore.class, inside -> inside.keepSeed(course, exam, question, seed));
        return store.seed(course, exam, question).orElseThrow();
    }

    private AskedQuestion draw(
            String course, ExamEntry entry, int position, int variant, String revision, long seed, Instant now) {
        Variant drawn = Variant.draw(bank.question(course, revision), seed, entry.with());
        return new AskedQuestion(
                position,
                variant,
                entry.question(),
                revision,
                entry.label(),
                entry.points(),
                seed,
                DrawnParams.json(drawn.params()),
                now);
    }

    /** A place of an attempt and the revision by which its question is asked. */
    private record Asked(String place, String revision) {}

    /** What makes two attempts' variants one, so that whatever was computed on it serves both. */
    private record Drawn(Object course, Object revision, String params) {}

    /**
     * The variant at a place of an attempt.
     *
     * @throws Refusal 404 where there is none
     */
    Variant variant(Attempt attempt, AskedQuestion.Place place) {
        return places.get(
                name(attempt, place),
                name -> store.asked(attempt.course(), attempt.id()).stream()
                        .filter(row -> row.place().equals(place))
                        .findFirst()
                        .map(row -> variant(attempt, row))
                        .orElseThrow(Refusal::notFound));
    }

    /** The variant that an attempt was asked. */
    Variant variant(Attempt attempt, AskedQuestion row) {
        return variants.get(
                new Asked(name(attempt, row.place()), row.revision()),
                name -> drawn.get(new Drawn(attempt.course(), row.revision(), row.params()), asked -> {
                    Question question = bank.question(attempt.course(), row.revision());
                    return Variant.of(question, DrawnParams.read(row.params()));
                }));
    }

    private static String name(Attempt attempt, AskedQuestion.Place place) {
        return attempt.id() + "/" + place.position() + "/" + place.variant();
    }
}
