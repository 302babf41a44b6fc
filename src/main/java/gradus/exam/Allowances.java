package gradus.exam;

import gradus.database.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The limits of their own that staff give a person or a section in the browser, at any time, also while they sit the exam. */
final class Allowances {
    private final Database database;
    private final AllowanceStore store;

    Allowances(Database database) {
        this.database = database;
        this.store = database.store(AllowanceStore.class);
    }

    /** Whom a row names. */
    private record Named(@Nullable UUID person, @Nullable String section) {}

    /** What staff have said of an exam and not taken back, the last of each person and section, in the order it was said. */
    List<AllowanceStore.Said> said(String course, String exam) {
        Map<Named, AllowanceStore.Said> last = new LinkedHashMap<>();
        for (AllowanceStore.Said row : store.said(course, exam)) {
            Named named = new Named(row.person(), row.section());
            last.remove(named);
            last.put(named, row);
        }
        return last.values().stream().filter(row -> !row.isWithdrawn()).toList();
    }

    /** The same as the policy of the exam understands them. */
    List<Allowance> of(String course, String exam) {
        return said(course, exam).stream()
                .map(row -> new Allowance(
                        Set.of(),
                        row.person() == null ? Set.of() : Set.of(row.person()),
                        row.section() == null ? Set.of() : Set.of(row.section()),
                        new Limits(row.opens(), row.closes(), row.minutes(), row.attempts()),
                        row.factor()))
                .toList();
    }

    /** Keeps what somebody of the staff says; it counts from now on. */
    void say(String course, String exam, AllowanceStore.Said allowance) {
        database.insertNext(
                AllowanceStore.class, inside -> inside.add(course, exam, inside.last(course, exam) + 1, allowance));
    }
}
