package gradus.result;

import gradus.maths.Decimals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plots of an exam's statistics as the shapes of pictures that the server draws; every one has its figures in a table
 * below it.
 */
public record StatisticsPlots(List<Dot> dots, List<Span> spans, List<Stack> stacks, List<Length> lengths) {
    private static final int LEFT = 60;
    private static final int WIDTH = 340;
    private static final int ROW = 22;

    /** A question by its facility, to the right, and its discrimination, upwards. */
    public record Dot(String label, double x, double y) {}

    /** The middle half of the times that a question took, and the median in it. */
    public record Span(
            String label,
            int y,
            double from,
            double width,
            double middle,
            Duration lower,
            Duration median,
            Duration upper) {}

    /** The verdicts on a part side by side. */
    public record Stack(String label, String question, String part, List<Segment> segments) {}

    /** A verdict's share of a stack, in percent. */
    public record Segment(String verdict, double x, double width) {}

    /** A mistake by how many attempts met it: its width is in percent of the most frequent one's. */
    public record Length(ExamDetails.MistakeBySection mistake, double width) {}

    static StatisticsPlots of(ExamStatistics statistics, ExamDetails details) {
        return new StatisticsPlots(
                dots(statistics), spans(details.times()), stacks(details), lengths(details.mistakes()));
    }

    private static List<Dot> dots(ExamStatistics statistics) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < statistics.labels().size(); i++) {
            ScoreStatistics.OfQuestion question =
                    statistics.figures().questions().get(i);
            Double facility = question.facility();
            Double index = question.discriminationIndex();
            if (facility != null && index != null) {
                dots.add(new Dot(statistics.labels().get(i), round(LEFT + WIDTH * facility), round(110 - 0.9 * index)));
            }
        }
        return dots;
    }

    private static List<Span> spans(List<ExamDetails.QuestionTime> times) {
        double longest = times.stream()
                .mapToDouble(ExamDetails.QuestionTime::upperQuartile)
                .max()
                .orElse(0);
        double scale = longest == 0 ? 0 : WIDTH / longest;
        List<Span> spans = new ArrayList<>();
        for (ExamDetails.QuestionTime time : times) {
            spans.add(new Span(
                    time.label(),
                    ROW * spans.size(),
                    round(LEFT + scale * time.lowerQuartile()),
                    Math.max(2, round(scale * (time.upperQuartile() - time.lowerQuartile()))),
                    round(LEFT + scale * time.median()),
                    seconds(time.lowerQuartile()),
                    seconds(time.median()),
                    seconds(time.upperQuartile())));
        }
        return spans;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }

    private static List<Stack> stacks(ExamDetails details) {
        List<Stack> stacks = new ArrayList<>();
        for (ExamDetails.PartVerdicts part : details.parts()) {
            List<Segment> segments = new ArrayList<>();
            double x = 0;
            for (String verdict : details.verdicts()) {
                double width = 100.0 * part.of(verdict) / part.attempts();
                if (width > 0) {
                    segments.add(new Segment(verdict, round(x), round(width)));
                }
                x += width;
            }
            stacks.add(new Stack(part.label(), part.question(), part.part(), segments));
        }
        return stacks;
    }

    private static List<Length> lengths(List<ExamDetails.MistakeBySection> mistakes) {
        long most = mistakes.stream()
                .mapToLong(ExamDetails.MistakeBySection::attempts)
                .max()
                .orElse(1);
        return mistakes.stream()
                .map(mistake -> new Length(mistake, round(100.0 * mistake.attempts() / most)))
                .toList();
    }

    private static double round(double place) {
        return Math.round(place * 10) / 10.0;
    }

    /** The height of a picture with so many rows. */
    public int height(List<?> rows) {
        return ROW * rows.size() + 6;
    }

    /** A share as people read it. */
    static String percent(double share) {
        return Decimals.percent(Math.round(share * 1000) / 1000.0) + "%";
    }

    /** The share of a section that met a mistake: {@code 5 (25%)}. */
    static String ofSection(ExamDetails.MistakeBySection mistake, Map.Entry<String, Long> section) {
        long met = mistake.of(section.getKey());
        return met == 0 ? "0" : met + " (" + percent((double) met / section.getValue()) + ")";
    }
}
