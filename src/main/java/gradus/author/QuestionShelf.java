package gradus.author;

import gradus.author.Writings.Kind;
import gradus.bank.Shelf;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    public Map<String, String> exams(String course, Locale language) {
        Map<String, String> titles = new LinkedHashMap<>();
        exams.of(course)
                .forEach(
                        exam -> titles.put(exam.exam().id(), exam.exam().title().in(language)));
        List<String> all = List.copyOf(titles.values());
        titles.replaceAll((id, title) -> Collections.frequency(all, title) > 1 ? title + " (" + id + ")" : title);
        return titles;
    }

    @Override
    public String title(String course, String question, Locale language) {
        return writings.title(Kind.QUESTION, course, question, language);
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
