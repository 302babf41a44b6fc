package gradus.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a roster file can hold, and what its head may be called. */
enum RosterColumn {
    NUMBER(40, "학번", "학생번호", "studentnumber", "studentno", "studentid", "number", "id"),
    NAME(200, "이름", "성명", "학생명", "name", "fullname", "studentname"),
    DEPARTMENT(200, "학과", "학부", "전공", "소속", "학과전공", "department", "major"),
    YEAR(40, "학년", "year", "grade", "studyyear"),
    SECTION(100, "분반", "반", "section", "class", "group"),
    EMAIL(254, "이메일", "메일", "전자우편", "email", "mail");

    private final int longest;
    private final Set<String> heads;

    RosterColumn(int longest, String... heads) {
        this.longest = longest;
        this.heads = Set.of(heads);
    }

    /** How many characters it may have. */
    int longest() {
        return longest;
    }

    static Optional<RosterColumn> of(String head) {
        String plain = head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return Arrays.stream(values())
                .filter(column -> column.heads.contains(plain))
                .findFirst();
    }

    /** Whether a line of text names the column of student numbers. */
    static boolean isNamedIn(String line) {
        return Arrays.stream(line.split("[,;\\t]", -1))
                .anyMatch(head -> of(head).filter(NUMBER::equals).isPresent());
    }
}
