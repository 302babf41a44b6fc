package gradus.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.database.Database;
import java.time.Duration;
import java.util.List;

/**
 * The statistics of exams as they were computed last, for as long as nothing was submitted, graded or set aside since and the
 * sections are as large as they were. To look whether that is so takes a fraction of the time of computing them.
 */
final class KnownStatistics {
    private static final int EXAMS = 20;

    private final Database database;
    private final Cache<Key, Computed> known = Caffeine.newBuilder()
            .maximumSize(EXAMS)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    KnownStatistics(Database database) {
        this.database = database;
    }

    /** What they were computed of. */
    private record Key(String course, String exam, ResultStore.Basis basis, List<DetailStore.SectionSize> sections) {}

    /** All figures of an exam. */
    record Computed(ExamStatistics statistics, ExamDetails details) {}

    Computed of(String course, String exam) {
        Key key = new Key(
                course,
                exam,
                database.store(ResultStore.class).basis(course, exam),
                database.store(DetailStore.class).sections(course, exam));
        return known.get(
                key,
                computed -> new Computed(
                        ExamStatistics.of(database, course, exam),
                        ExamDetails.of(database, course, exam, key.sections())));
    }
}
