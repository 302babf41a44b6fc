package gradus.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token lets a program do. */
public enum Permission {
    EXAMS,
    /** Names, numbers and addresses of a course's members. */
    ROSTER,
    ATTEMPTS,
    RESPONSES,
    SCORES,
    /** Override scores. */
    SCORES_WRITE,
    REGRADE,
    STATISTICS,
    EXPORTS;

    /** As tokens and documents name it, such as {@code scores:write}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    public static Optional<Permission> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Whether only instructors have it; graders have the others, too. */
    boolean isInstructors() {
        return this == ROSTER || this == SCORES_WRITE || this == REGRADE;
    }
}
