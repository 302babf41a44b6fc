package gradus.author;

import gradus.exam.Exam;
import gradus.exam.ExamCheck;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.question.Problem;
import gradus.question.QuestionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with the text of an exam.
 *
 * @param errors what keeps it from being given
 * @param warnings what is odd about it
 */
record CheckedExam(List<Problem> errors, List<Problem> warnings) {
    static CheckedExam of(String course, String id, String text, ExamCheck.Questions questions, Exams exams) {
        try {
            String file = id + ".yaml";
            Exam exam = ExamFile.read(text, file);
            List<Problem> errors = new ArrayList<>();
            new ExamCheck(exam, text, file, questions, errors::add).canBeGiven();
            List<Problem> warnings = new ArrayList<>();
            ExamCheck odd = new ExamCheck(exam, text, file, questions, warnings::add);
            odd.isMeant();
            odd.isNotTold(exams.of(course).stream()
                    .map(PublishedExam::exam)
                    .filter(other -> !other.id().equals(id))
                    .toList());
            return new CheckedExam(errors, warnings);
        } catch (QuestionException broken) {
            return new CheckedExam(broken.problems(), List.of());
        }
    }

    List<Looked.Finding> findings(Locale language) {
        return Looked.findings(errors, warnings, language);
    }

    static List<String> said(List<Problem> problems, Locale language) {
        return problems.stream()
                .map(problem -> problem.line() + ":" + problem.column() + ": "
                        + problem.message().in(language))
                .toList();
    }
}
