package gradus.practice;

import gradus.attempt.sitting.ExamCard;
import gradus.exam.PublishedExam;
import java.util.List;

/**
 * An exam of practice with what somebody knows of it.
 *
 * @param known how many of its questions are at least proficient
 * @param begun whether any was attempted
 */
public record Topic(ExamCard card, List<Step> steps, long known, boolean begun) {
    /** A question of it by its label. */
    public record Step(String label, String level) {}

    static Topic of(ExamCard card, PublishedExam offered, Progress progress) {
        List<Level> levels = offered.exam().questions().stream()
                .map(entry -> progress.level(offered.course(), entry.question()))
                .toList();
        List<Step> steps = offered.exam().questions().stream()
                .map(entry -> new Step(
                        entry.label(),
                        progress.level(offered.course(), entry.question()).word()))
                .toList();
        return new Topic(
                card,
                steps,
                levels.stream()
                        .filter(level -> level.compareTo(Level.PROFICIENT) >= 0)
                        .count(),
                levels.stream().anyMatch(level -> level != Level.NEW));
    }
}
