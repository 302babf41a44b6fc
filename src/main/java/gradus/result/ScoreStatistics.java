package gradus.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Classical test statistics of an exam, as Moodle's quiz statistics report defines them (Moodle documentation, "Quiz item
 * analysis calculations in practise"). Variances divide by n − 1. Mean, median, standard deviations and the standard
 * error are in points, facilities are fractions, and weights, coefficients and the error ratio are percentages, as in
 * that report's own data.
 */
public record ScoreStatistics(OfExam exam, List<OfQuestion> questions) {
    /**
     * Figures of the totals; null where undefined, such as the skewness of two attempts.
     *
     * @param cic coefficient of internal consistency (Cronbach's α), in percent
     * @param errorRatio in percent
     */
    public record OfExam(
            @Nullable Double mean,
            @Nullable Double median,
            @Nullable Double sd,
            @Nullable Double skewness,
            @Nullable Double kurtosis,
            @Nullable Double cic,
            @Nullable Double errorRatio,
            @Nullable Double standardError) {}

    /**
     * Figures of one question; null where undefined.
     *
     * @param intendedWeight its share of the exam's points, in percent
     * @param effectiveWeight its share of the spread of the totals, in percent
     * @param discriminationIndex its correlation with the rest of the exam, in percent
     * @param discriminativeEfficiency its covariance with the rest in percent of the greatest that these scores allow
     */
    public record OfQuestion(
            @Nullable Double facility,
            @Nullable Double sd,
            @Nullable Double intendedWeight,
            @Nullable Double effectiveWeight,
            @Nullable Double discriminationIndex,
            @Nullable Double discriminativeEfficiency) {}

    /**
     * @param max points of each question
     * @param scores a row for each attempt, with the points earned in each question
     */
    public static ScoreStatistics of(double[] max, List<double[]> scores) {
        double[] totals =
                scores.stream().mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        List<Question> questions = new ArrayList<>();
        for (int column = 0; column < max.length; column++) {
            questions.add(Question.of(max[column], column(scores, column), totals));
        }
        double points = Arrays.stream(max).sum();
        double spread = questions.stream()
                .mapToDouble(question -> Math.sqrt(Math.max(0, question.covarianceWithTotal)))
                .sum();
        double variances =
                questions.stream().mapToDouble(question -> question.variance).sum();
        return new ScoreStatistics(
                ofExam(totals, max.length, variances),
                questions.stream()
                        .map(question -> question.figures(points, spread))
                        .toList());
    }

    private static double[] column(List<double[]> scores, int column) {
        return scores.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static OfExam ofExam(double[] totals, int questions, double variances) {
        int n = totals.length;
        if (n == 0) {
            return new OfExam(null, null, null, null, null, null, null, null);
        }
        double mean = mean(totals);
        if (n == 1) {
            return new OfExam(mean, mean, null, null, null, null, null, null);
        }
        double m2 = moment(totals, mean, 2);
        double k2 = n * m2 / (n - 1);
        double sd = Math.sqrt(k2);
        boolean spread = n > 2 && k2 != 0;
        Double cic = spread && questions > 1 ? 100.0 * questions / (questions - 1) * (1 - variances / k2) : null;
        Double ratio = cic == null ? null : 100 * Math.sqrt(1 - cic / 100);
        return new OfExam(
                mean,
                median(totals),
                sd,
                spread ? skewness(totals, mean, k2) : null,
                spread && n > 3 ? kurtosis(totals, mean, m2, k2) : null,
                cic,
                ratio,
                ratio == null ? null : ratio * sd / 100);
    }

    private static double skewness(double[] totals, double mean, double k2) {
        double n = totals.length;
        double k3 = n * n * moment(totals, mean, 3) / ((n - 1) * (n - 2));
        return k3 / Math.pow(k2, 1.5);
    }

    /** Excess kurtosis by Fisher's k-statistics. */
    private static double kurtosis(double[] totals, double mean, double m2, double k2) {
        double n = totals.length;
        double m4 = moment(totals, mean, 4);
        double k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3));
        return k4 / (k2 * k2);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double moment(double[] values, double mean, int power) {
        DoubleUnaryOperator term = value -> Math.pow(value - mean, power);
        return Arrays.stream(values).map(term).sum() / values.length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Covariance with the divisor n − 1; 0 of fewer than two pairs. */
    private static double covariance(double[] one, double[] other) {
        if (one.length < 2) {
            return 0;
        }
        double meanOfOne = mean(one);
        double meanOfOther = mean(other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - meanOfOne) * (other[i] - meanOfOther);
        }
        return sum / (one.length - 1);
    }

    /** The moments of one question's marks, against the rest of the exam and against the totals. */
    private record Question(
            int attempts,
            double max,
            double mean,
            double variance,
            double varianceOfRest,
            double covariance,
            double greatestCovariance,
            double covarianceWithTotal) {
        static Question of(double max, double[] marks, double[] totals) {
            double[] rest = new double[marks.length];
            for (int i = 0; i < marks.length; i++) {
                rest[i] = totals[i] - marks[i];
            }
            double[] sortedMarks = marks.clone();
            double[] sortedRest = rest.clone();
            Arrays.sort(sortedMarks);
            Arrays.sort(sortedRest);
            return new Question(
                    marks.length,
                    max,
                    marks.length == 0 ? 0 : ScoreStatistics.mean(marks),
                    ScoreStatistics.covariance(marks, marks),
                    ScoreStatistics.covariance(rest, rest),
                    ScoreStatistics.covariance(marks, rest),
                    ScoreStatistics.covariance(sortedMarks, sortedRest),
                    ScoreStatistics.covariance(marks, totals));
        }

        /**
         * @param points of the whole exam
         * @param spread the sum of all questions' shares of the spread of the totals
         */
        OfQuestion figures(double points, double spread) {
            boolean several = attempts > 1;
            double product = variance * varianceOfRest;
            return new OfQuestion(
                    attempts == 0 || max == 0 ? null : mean / max,
                    several ? Math.sqrt(variance) : null,
                    points == 0 ? null : 100 * max / points,
                    several && spread != 0 && covarianceWithTotal >= 0
                            ? 100 * Math.sqrt(covarianceWithTotal) / spread
                            : null,
                    product == 0 ? null : 100 * covariance / Math.sqrt(product),
                    greatestCovariance == 0 ? null : 100 * covariance / greatestCovariance);
        }
    }
}
