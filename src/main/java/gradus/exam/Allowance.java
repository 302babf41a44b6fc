package gradus.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Limits of their own for named students and sections.
 *
 * @param students student numbers of the roster
 * @param persons whom staff have named in the browser, by their ids
 * @param factor how many times as long an attempt lasts, where the limits say no minutes; null for as long
 */
public record Allowance(
        Set<String> students,
        Set<UUID> persons,
        Set<String> sections,
        Limits limits,
        @Nullable BigDecimal factor) {
    public Allowance {
        students = Set.copyOf(students);
        persons = Set.copyOf(persons);
        sections = Set.copyOf(sections);
    }

    public Allowance(Set<String> students, Set<String> sections, Limits limits) {
        this(students, Set.of(), sections, limits, null);
    }

    /** What it says itself beside the limits of everyone, which its factor stretches; a part of a minute is a whole one. */
    Limits beside(Limits general) {
        if (factor == null || limits.minutes() != null || general.minutes() == null) {
            return limits;
        }
        int longer = factor.multiply(BigDecimal.valueOf(general.minutes()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return new Limits(limits.opens(), limits.closes(), longer, limits.attempts());
    }

    /** The limits of whom it names, whom no other allowance does. */
    Limits over(Limits general) {
        return beside(general).orElse(general);
    }

    boolean namesStudent(Candidate candidate) {
        return (candidate.number() != null && students.contains(candidate.number()))
                || (candidate.person() != null && persons.contains(candidate.person()));
    }

    boolean namesSection(Candidate candidate) {
        return candidate.section() != null && sections.contains(candidate.section());
    }
}
