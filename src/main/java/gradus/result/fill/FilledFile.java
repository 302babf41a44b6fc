package gradus.result.fill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.json.Json;
import gradus.message.Message;
import gradus.result.PlatformGrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A learning platform's own file with the scores of an exam in one of its columns; every other cell is as it was. People are
 * found by student number, then by login, then by e-mail address, and whom nothing finds is named.
 *
 * @param mediaType as what it is sent back
 * @param column the column that was filled
 * @param filled how many cells
 * @param unknown the rows of the file whose person nobody here is, by their first cells
 * @param missing the students with a score whom the file does not have
 */
public record FilledFile(
        byte[] content, String mediaType, String column, int filled, List<String> unknown, List<String> missing) {
    /** The heads of columns that say who a row is about, in the platforms' own words and in ours. */
    private static final Pattern WHO = Pattern.compile(
            "sis user id|sis login id|student id|student number|id number|username|"
                    + "user name|login|login id|e-?mail( address)?|email|학번|학생 ?번호|아이디|사용자 ?(명|이름|아이디)|로그인|이메일( 주소)?|전자 ?메일( 주소)?|identifier|student_number");

    private static final Pattern CANVAS = Pattern.compile("sis user id|sis login id");

    /** What reads what was sent, and why it cannot be filled. */
    public static final class Unfillable extends Exception {
        private final transient Message reason;

        Unfillable(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        public Message reason() {
            return reason;
        }
    }

    /**
     * Fills a file in.
     *
     * @param wanted the head of the column, or the beginning of it; empty for the one that is called as the exam
     * @param names what the exam is called
     */
    public static FilledFile fill(byte[] content, String wanted, List<String> names, List<PlatformGrade> grades)
            throws Unfillable {
        PlatformFile file;
        try {
            file = PlatformFile.read(content);
        } catch (PlatformFile.Unfit unfit) {
            throw new Unfillable(unfit.reason());
        }
        int head = head(file.rows());
        List<String> heads = file.rows().get(head);
        List<Integer> who = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            if (WHO.matcher(plain(heads.get(i))).matches()) {
                who.add(i);
            }
        }
        int column = column(heads, wanted, names, who);
        boolean canvas =
                heads.stream().anyMatch(name -> CANVAS.matcher(plain(name)).matches());
        return filled(file, head, who, column, canvas, new People(grades));
    }

    /** Whether everybody was found. */
    public boolean isComplete() {
        return unknown.isEmpty() && missing.isEmpty();
    }

    /** What was filled and who was not found, a line each. */
    public List<Message> report() {
        List<Message> lines = new ArrayList<>(List.of(Message.of("fill.filled", filled, column)));
        unknown.forEach(row -> lines.add(Message.of("fill.unknown-row", row)));
        missing.forEach(student -> lines.add(Message.of("fill.missing-student", student)));
        return lines;
    }

    /** The report for programs. */
    public ObjectNode json() {
        ObjectNode object = Json.object().put("column", column).put("filled", filled);
        unknown.forEach(object.putArray("unknown")::add);
        missing.forEach(object.putArray("missing")::add);
        return object;
    }

    /** The line that names who the rows are about. */
    private static int head(List<List<String>> rows) throws Unfillable {
        for (int i = 0; i < Math.min(rows.size(), 5); i++) {
            if (rows.get(i).stream().anyMatch(name -> WHO.matcher(plain(name)).matches())) {
                return i;
            }
        }
        throw new Unfillable(Message.of("fill.no-head"));
    }

    private static int column(List<String> heads, String wanted, List<String> names, List<Integer> who)
            throws Unfillable {
        List<String> sought = wanted.isBlank() ? names : List.of(wanted);
        for (boolean whole : new boolean[] {true, false}) {
            Set<Integer> found = new HashSet<>();
            for (int i = 0; i < heads.size(); i++) {
                for (String name : sought) {
                    String head = plain(heads.get(i));
                    boolean fits = whole ? head.equals(plain(name)) : head.contains(plain(name));
                    if (fits && !who.contains(i) && !head.startsWith("feedback")) {
                        found.add(i);
                    }
                }
            }
            if (found.size() == 1) {
                return found.iterator().next();
            }
        }
        throw new Unfillable(Message.of("fill.no-column", String.join(" · ", sought), String.join(" · ", heads)));
    }

    private static FilledFile filled(
            PlatformFile file, int head, List<Integer> who, int column, boolean canvas, People people) {
        List<List<String>> rows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<PlatformGrade> seen = new HashSet<>();
        int filled = 0;
        for (int i = 0; i < file.rows().size(); i++) {
            List<String> row = new ArrayList<>(file.rows().get(i));
            boolean person = i > head
                    && who.stream()
                            .anyMatch(at -> at < row.size() && !row.get(at).isBlank());
            PlatformGrade grade = person ? people.find(row, who) : null;
            if (person && grade == null) {
                unknown.add(String.join(" ", row.subList(0, Math.min(3, row.size())))
                        .strip());
            }
            if (grade != null) {
                seen.add(grade);
                String text = grade.excused() ? canvas ? "EX" : "" : grade.grade();
                while (!text.isEmpty() && row.size() <= column) {
                    row.add("");
                }
                if (!text.isEmpty()) {
                    row.set(column, text);
                    filled++;
                }
            }
            rows.add(row);
        }
        List<String> missing = people.grades().stream()
                .filter(grade -> !grade.grade().isEmpty() && !seen.contains(grade))
                .map(PlatformGrade::called)
                .toList();
        return new FilledFile(
                file.written(rows), file.mediaType(), file.rows().get(head).get(column), filled, unknown, missing);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Everybody by each way of being known; who shares one with somebody else is not known by it. */
    private static final class People {
        private final List<PlatformGrade> grades;
        private final Map<String, @Nullable PlatformGrade> byNumber = new HashMap<>();
        private final Map<String, @Nullable PlatformGrade> byLogin = new HashMap<>();
        private final Map<String, @Nullable PlatformGrade> byEmail = new HashMap<>();

        People(List<PlatformGrade> grades) {
            this.grades = grades;
            for (PlatformGrade grade : grades) {
                put(byNumber, grade.studentNumber(), grade);
                put(byLogin, grade.login(), grade);
                put(byEmail, grade.email(), grade);
            }
        }

        private static void put(Map<String, @Nullable PlatformGrade> map, @Nullable String name, PlatformGrade grade) {
            if (name != null && !name.isBlank()) {
                map.put(plain(name), map.containsKey(plain(name)) ? null : grade);
            }
        }

        List<PlatformGrade> grades() {
            return grades;
        }

        @Nullable
        PlatformGrade find(List<String> row, List<Integer> who) {
            for (Map<String, @Nullable PlatformGrade> map : List.of(byNumber, byLogin, byEmail)) {
                for (int at : who) {
                    PlatformGrade found = at < row.size() ? map.get(plain(row.get(at))) : null;
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }
    }
}
