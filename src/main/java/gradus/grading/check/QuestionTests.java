package gradus.grading.check;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.grading.Grader;
import gradus.grading.Result;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionTest;
import gradus.question.QuestionTest.Given;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/** The run of the tests that are written in a question file. */
final class QuestionTests {
    private final Question question;
    private final List<Problem> problems = new ArrayList<>();

    private QuestionTests(Question question) {
        this.question = question;
    }

    /** The problems of all tests that do not hold, each at its test. */
    static List<Problem> run(Question question) {
        QuestionTests tests = new QuestionTests(question);
        question.tests().forEach(tests::run);
        return tests.problems;
    }

    private void run(QuestionTest test) {
        try {
            Map<String, Value> with = new LinkedHashMap<>();
            test.with().forEach((name, fixed) -> with.put(name, fixed.evaluate(Scope.EMPTY)));
            Variant variant = Variant.draw(question, test.seed(), with);
            Map<String, String> typed = new LinkedHashMap<>();
            test.give().forEach((id, given) -> typed.put(id, typed(variant, question.part(id), given)));
            compare(test, Grader.grade(variant, typed));
        } catch (DrawException nothing) {
            report(test, nothing.problem());
        } catch (ExpressionException failed) {
            report(test, Message.of("grading.test-fails", failed.problem()));
        }
    }

    private static String typed(Variant variant, Part part, Given given) {
        if (given instanceof Given.Computed computed) {
            return part.type().print(part.type().answer(computed.expression(), part, variant), part);
        }
        return ((Given.Typed) given).response();
    }

    private void compare(QuestionTest test, Result result) {
        BigFraction due = test.score();
        if (due != null && !due.equals(result.score())) {
            report(test, Message.of("grading.test-score", points(result.score()), points(due)));
        }
        test.mistake().forEach((id, mistake) -> {
            String found = result.part(id).mistake();
            if (!Objects.equals(found, mistake)) {
                report(
                        test,
                        found == null
                                ? Message.of("grading.test-no-mistake", id, mistake)
                                : Message.of("grading.test-other-mistake", id, found, mistake));
            }
        });
    }

    private static String points(BigFraction points) {
        double decimal = points.doubleValue();
        return decimal == Math.rint(decimal) ? Long.toString((long) decimal) : Double.toString(decimal);
    }

    private void report(QuestionTest test, Message message) {
        Problem place = question.problem(message);
        problems.add(new Problem(place.file(), test.line(), test.column(), message));
    }
}
