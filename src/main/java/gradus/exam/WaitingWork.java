package gradus.exam;

import gradus.course.CoursesController;
import gradus.database.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much waits for people in exams. The queue itself is counted answer by answer, which takes seconds where 100,000 have sat an
 * exam; here the attempts say whether they wait, of which a hundred are looked into.
 */
public final class WaitingWork {
    private static final int MOST = 100;

    private final WaitingStore store;
    private final Exams exams;

    public WaitingWork(Database database, Exams exams) {
        this.store = database.store(WaitingStore.class);
        this.exams = exams;
    }

    /**
     * What waits in an exam.
     *
     * @param texts answers without a score, at most 100
     * @param more whether there are more than that
     * @param requests students who ask for another look at a score
     */
    public record Waiting(long texts, boolean more, long requests) {
        public boolean isAny() {
            return texts + requests > 0;
        }
    }

    /** What waits in an exam; nothing in practice, where students score their texts themselves. */
    public Waiting in(PublishedExam offered) {
        if (offered.exam().policy().isPractice()) {
            return new Waiting(0, false, 0);
        }
        String course = offered.course();
        String exam = offered.exam().id();
        List<UUID> attempts = store.ungraded(course, exam, MOST + 1);
        long texts = attempts.isEmpty() ? 0 : store.texts(course, attempts);
        return new Waiting(Math.min(texts, MOST), texts > MOST, store.requests(course, exam));
    }

    /** What waits in these courses, however many they are, with two queries and a look at each exam that has waiting attempts. */
    public List<CoursesController.Waits> inCourses(List<String> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        Map<String, Long> ungraded = store.ungraded(courses).stream()
                .filter(this::isForPeople)
                .collect(Collectors.groupingBy(
                        WaitingStore.Ungraded::course, Collectors.summingLong(WaitingStore.Ungraded::attempts)));
        Map<String, WaitingStore.Asked> asked = store.asked(courses).stream()
                .collect(Collectors.toMap(WaitingStore.Asked::course, Function.identity()));
        return courses.stream()
                .map(course -> {
                    WaitingStore.Asked here = asked.getOrDefault(course, new WaitingStore.Asked(course, 0, 0));
                    return new CoursesController.Waits(
                            course, ungraded.getOrDefault(course, 0L), here.requests(), here.reports());
                })
                .toList();
    }

    private boolean isForPeople(WaitingStore.Ungraded waiting) {
        return exams.find(waiting.course(), waiting.exam())
                .map(offered -> !offered.exam().policy().isPractice())
                .orElse(false);
    }

    /** Faults in questions of a course that students have reported and nobody has seen to. */
    public long reports(String course) {
        return store.reports(course);
    }
}
