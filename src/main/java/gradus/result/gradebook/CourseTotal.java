package gradus.result.gradebook;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A student's total from the percentages of the exams: their weighted mean, or what the instructor's expression says, in which
 * each exam is a name. An exam from which a student is excused leaves the mean; an expression that names it gives no total.
 */
final class CourseTotal {
    private final GradingScheme scheme;
    private final @Nullable Expression expression;

    /** @throws ExpressionException where the expression cannot be read */
    CourseTotal(GradingScheme scheme, List<String> exams) {
        this.scheme = scheme;
        Set<String> names = exams.stream().map(GradingScheme::name).collect(Collectors.toSet());
        expression =
                scheme.expression().isEmpty() ? null : Expression.parse(scheme.expression(), Vocabulary.author(names));
    }

    /** The total; null where there is none. */
    @Nullable
    Double of(Map<String, ExamGrade> grades) {
        return expression == null ? mean(grades) : computed(expression, grades);
    }

    private @Nullable Double mean(Map<String, ExamGrade> grades) {
        BigDecimal weights = BigDecimal.ZERO;
        double sum = 0;
        for (Map.Entry<String, BigDecimal> weight : scheme.weights().entrySet()) {
            ExamGrade grade = grades.get(weight.getKey());
            if (grade != null && !grade.isExcused()) {
                weights = weights.add(weight.getValue());
                sum += weight.getValue().doubleValue() * grade.percent();
            }
        }
        return weights.signum() == 0 ? null : sum / weights.doubleValue();
    }

    private static @Nullable Double computed(Expression expression, Map<String, ExamGrade> grades) {
        Map<String, Value> values = new HashMap<>();
        grades.forEach((exam, grade) -> {
            if (!grade.isExcused()) {
                values.put(folded(exam), Value.of(grade.percent()));
            }
        });
        try {
            Value value = expression.evaluate(values::get);
            double total = value.isNumeric() && value.asTensor().cells().length == 1
                    ? value.asTensor().cell(0)
                    : Double.NaN;
            return Double.isFinite(total) ? total : null;
        } catch (ExpressionException nothing) {
            return null;
        }
    }

    private static String folded(String exam) {
        return gradus.expression.value.Names.fold(GradingScheme.name(exam));
    }
}
