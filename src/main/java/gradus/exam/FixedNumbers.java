package gradus.exam;

import gradus.bank.Bank;
import gradus.bank.BankFindings;
import gradus.bank.CurrentRevision;
import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.format.YamlPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The questions of an exam under the numbers that it fixes. */
final class FixedNumbers {
    private FixedNumbers() {}

    /** What the variants of the questions show whose parameters an exam fixes. */
    static List<CompletableFuture<List<Problem>>> findings(Bank bank, String course, Exam exam, CurrentRevision file) {
        List<CompletableFuture<List<Problem>>> findings = new ArrayList<>();
        YamlPlaces places = YamlPlaces.of(bank.content(course, file.revision()), file.file());
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            int place = i;
            bank.current(course, entry.question())
                    .filter(current -> !entry.with().isEmpty())
                    .ifPresent(current -> {
                        Question question = bank.question(course, current.revision());
                        findings.add(bank.findings()
                                .about(
                                        String.join("/", course, file.revision(), current.revision(), place + ""),
                                        over -> QuestionCheck.of(
                                                        question,
                                                        entry.with(),
                                                        BankFindings.VARIANTS,
                                                        never -> {},
                                                        over)
                                                .problems()
                                                .stream()
                                                .map(problem -> places.problem(
                                                        Message.of("exam.entry", entry.question(), problem.message()),
                                                        entry.path()))
                                                .toList()));
                    });
        }
        return findings;
    }
}
