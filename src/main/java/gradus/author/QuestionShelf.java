package gradus.author;

import gradus.author.Writings.Kind;
import gradus.bank.Shelf;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of a course as authors look for them: in which exams they are asked and when they were last saved. */
public final class QuestionShelf implements Shelf {
    private final Writings writings;
    private final Exams exams;

    public QuestionShelf(Writings writings, Exams exams) {
        this.writings = writings;
        this.exams = exams;
    }

    @Override
    public Map<String, List<String>> uses(String course) {
        Map<String, List<String>> uses = new HashMap<>();
        for (PublishedExam exam : exams.of(course)) {
            for (ExamEntry entry : exam.exam().questions()) {
                List<String> known = uses.computeIfAbsent(entry.question(), id -> new ArrayList<>());
                if (!known.contains(exam.exam().id())) {
                    known.add(exam.exam().id());
                }
            }
        }
        return uses;
    }

    @Override
    public Map<String, Instant> saved(String course) {
        return writings.saved(Kind.QUESTION, course);
    }

    @Override
    public List<String> beginnings() {
        return Beginnings.EXAMPLES;
    }
}
