package gradus.attempt.invigilation;

import gradus.attempt.Attempt;
import gradus.attempt.Attempt.Standing;
import gradus.attempt.invigilation.StandingStore.Declared;
import gradus.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What attempts and students count as in the results of an exam, as staff say it with a reason; every word of theirs is kept, and
 * the last one counts. An attempt is void by itself; who is excused or absent is so whatever they sat.
 */
public final class Standings {
    private static final int MOST_LINES = 200;

    private final Database database;
    private final StandingStore store;
    private final Clock clock;

    public Standings(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(StandingStore.class);
        this.clock = clock;
    }

    /** Declares an attempt void, or takes that back. */
    public void declare(Attempt attempt, Standing standing, String reason, UUID by) {
        Declared said = new Declared(attempt.person(), attempt.id(), standing, reason, clock.instant(), by);
        add(attempt.course(), attempt.exam(), List.of(said));
    }

    /** Declares students excused or absent, or takes that back. */
    void declare(String course, String exam, List<UUID> students, Standing standing, String reason, UUID by) {
        add(
                course,
                exam,
                students.stream()
                        .map(student -> new Declared(student, null, standing, reason, clock.instant(), by))
                        .toList());
    }

    private void add(String course, String exam, List<Declared> said) {
        database.insertNext(StandingStore.class, inside -> {
            long seq = inside.last(course, exam);
            for (Declared one : said) {
                seq++;
                inside.add(course, exam, seq, one);
                settle(inside, course, exam, one.person());
            }
        });
    }

    /** Writes what follows of all that was said of a person to their attempts. */
    private static void settle(StandingStore inside, String course, String exam, UUID person) {
        List<Declared> said = inside.ofPerson(course, exam, person);
        Standing ofPerson = Standing.COUNTS;
        for (Declared one : said) {
            ofPerson = one.attempt() == null ? one.standing() : ofPerson;
        }
        for (UUID attempt : inside.attempts(course, exam, person)) {
            Standing standing = Standing.COUNTS;
            for (Declared one : said) {
                standing = attempt.equals(one.attempt()) ? one.standing() : standing;
            }
            inside.change(course, attempt, standing == Standing.COUNTS ? ofPerson : standing);
        }
    }

    List<StandingStore.Sitter> sitters(String course, String exam) {
        return store.sitters(course, exam);
    }

    /** What was said of an exam, the latest first. */
    List<StandingStore.DeclaredLine> lines(String course, String exam) {
        return store.lines(course, exam, MOST_LINES);
    }

    /** What was said of an attempt and of its student, in order. */
    List<StandingStore.DeclaredLine> linesOf(Attempt attempt) {
        return store.linesOf(attempt.course(), attempt.exam(), attempt.person(), attempt.id());
    }
}
