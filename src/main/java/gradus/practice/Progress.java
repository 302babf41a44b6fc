package gradus.practice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody knows by now: everything that they have tried, question by question. */
final class Progress {
    /** A question of a course, whichever exam asks it. */
    record Known(String course, String question) {}

    private final Map<Known, List<Reached>> tried;
    private final ZoneId zone;

    Progress(List<Reached> tried, ZoneId zone) {
        this.tried = tried.stream().collect(Collectors.groupingBy(one -> new Known(one.course(), one.question())));
        this.zone = zone;
    }

    boolean isEmpty() {
        return tried.isEmpty();
    }

    Level level(String course, String question) {
        return Level.of(tried.getOrDefault(new Known(course, question), List.of()), zone);
    }

    /** What should be tried again now, the longest forgotten first. */
    List<Known> due(Instant now) {
        List<Known> due = new ArrayList<>();
        tried.forEach((known, its) -> {
            if (Level.of(its, zone).isDue(last(known), now, zone)) {
                due.add(known);
            }
        });
        due.sort(Comparator.comparing(this::last));
        return due;
    }

    private Instant last(Known known) {
        return tried.getOrDefault(known, List.of()).stream()
                .map(Reached::happened)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
