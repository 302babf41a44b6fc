package gradus.attempt.sitting;

import gradus.bank.Bank;
import gradus.exam.ExamEntry;
import gradus.exam.Policy;
import gradus.exam.PublishedExam;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What is told of a practice before it begins: what one may do in it, how often, and what it costs to be wrong. */
final class PracticeRules {
    private PracticeRules() {}

    static List<Message> of(PublishedExam offered, Bank bank) {
        Policy policy = offered.exam().policy();
        List<Message> rules = new ArrayList<>();
        if (policy.isPractice()) {
            rules.add(Message.of(drawsNumbers(offered, bank) ? "attempt.rule-practice" : "attempt.rule-practice-same"));
            if (policy.tries() != null) {
                rules.add(Message.of("attempt.rule-tries", policy.tries()));
            }
            penalty(policy).ifPresent(rules::add);
        }
        return rules;
    }

    /** What a wrong try costs; empty where it costs nothing. */
    static Optional<Message> penalty(Policy policy) {
        BigFraction share = policy.penalty();
        return share.signum() > 0
                ? Optional.of(Message.of("attempt.rule-penalty", Decimals.text(share.multiply(100))))
                : Optional.empty();
    }

    /** Whether any question has other numbers to draw. */
    private static boolean drawsNumbers(PublishedExam offered, Bank bank) {
        return offered.exam().questions().stream().anyMatch(entry -> drawsNumbers(offered.course(), entry, bank));
    }

    private static boolean drawsNumbers(String course, ExamEntry entry, Bank bank) {
        return bank.current(course, entry.question())
                .map(current -> Drawing.isRandom(bank.question(course, current.revision()), entry.with()))
                .orElse(false);
    }
}
