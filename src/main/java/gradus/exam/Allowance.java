package gradus.exam;

import java.util.Set;

/** Limits of their own for named students and sections. */
public record Allowance(Set<String> students, Set<String> sections, Limits limits) {
    public Allowance {
        students = Set.copyOf(students);
        sections = Set.copyOf(sections);
    }

    boolean namesStudent(Candidate candidate) {
        return candidate.names().stream().anyMatch(students::contains);
    }

    boolean namesSection(Candidate candidate) {
        return candidate.section() != null && sections.contains(candidate.section());
    }
}
