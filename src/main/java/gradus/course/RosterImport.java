package gradus.course;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of students beside the roster of a course: line by line what it would change. What a file does not say stays as it is,
 * and whom it does not name stays on the roster.
 */
record RosterImport(List<Row> rows) {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*");
    private static final Pattern CUT_BY_SPREADSHEET = Pattern.compile("\\d+[.,]\\d+[eE][+]?\\d+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** Rows within a cell: a quotation mark was opened and not closed. A name on two lines, as in a workbook, is none. */
    private static final Pattern ROWS = Pattern.compile("\\R.*[,;\\t]");

    /** What becomes of a line. */
    enum Change {
        ADDED,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * A line of the file.
     *
     * @param person who has this number on the roster; null for a new one
     * @param before what the roster says of them so far, where the line changes it; null otherwise
     * @param problem why the line is refused; null where it is not
     */
    record Row(
            int line,
            Particulars particulars,
            Change change,
            @Nullable UUID person,
            @Nullable Particulars before,
            @Nullable Message problem) {
        /** All but the number, in the order of the table, each beside what it replaces. */
        public List<Cell> cells() {
            return Stream.<Function<Particulars, @Nullable String>>of(
                            Particulars::officialName,
                            Particulars::section,
                            Particulars::department,
                            Particulars::studyYear,
                            Particulars::email)
                    .map(field -> new Cell(
                            shown(field.apply(particulars)), before == null ? null : shown(field.apply(before))))
                    .toList();
        }

        private static String shown(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        public String word() {
            return change.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A cell of a line.
     *
     * @param before what stands on the roster so far; null where nobody does
     */
    public record Cell(String text, @Nullable String before) {
        public boolean isChanged() {
            return before != null && !before.equals(text);
        }
    }

    /**
     * Reads a file beside a roster.
     *
     * @param erased numbers of people who have erased themselves, whose seats nobody gets again
     * @throws RosterFile.Unreadable where no line names a column of student numbers
     */
    static RosterImport of(RosterFile file, List<CourseStore.Member> members, Set<String> erased)
            throws RosterFile.Unreadable {
        Map<String, CourseStore.Member> known = members.stream()
                .filter(member -> member.studentNumber() != null)
                .collect(Collectors.toMap(CourseStore.Member::studentNumber, member -> member));
        Map<RosterColumn, Integer> columns = null;
        Map<String, Integer> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (RosterFile.Line line : file.lines()) {
            if (columns == null) {
                columns = columns(line);
            } else if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(line, cells(line, columns), known, erased, seen));
            }
        }
        if (columns == null) {
            throw new RosterFile.Unreadable(Message.of("course.import-no-head"));
        }
        return new RosterImport(List.copyOf(rows));
    }

    /** The places of the columns that a line names; null where it is no line of heads. */
    private static @Nullable Map<RosterColumn, Integer> columns(RosterFile.Line line) {
        Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < line.cells().size(); i++) {
            int place = i;
            RosterColumn.of(line.cells().get(i)).ifPresent(column -> columns.putIfAbsent(column, place));
        }
        return columns.containsKey(RosterColumn.NUMBER) ? columns : null;
    }

    private static Map<RosterColumn, String> cells(RosterFile.Line line, Map<RosterColumn, Integer> columns) {
        Map<RosterColumn, String> cells = new LinkedHashMap<>();
        columns.forEach((column, place) -> {
            if (place < line.cells().size() && !line.cells().get(place).isBlank()) {
                cells.put(column, line.cells().get(place));
            }
        });
        return cells;
    }

    private static Row row(
            RosterFile.Line line,
            Map<RosterColumn, String> cells,
            Map<String, CourseStore.Member> known,
            Set<String> erased,
            Map<String, Integer> seen) {
        Particulars said = new Particulars(
                cells.get(RosterColumn.NUMBER),
                cells.get(RosterColumn.NAME),
                cells.get(RosterColumn.SECTION),
                cells.get(RosterColumn.DEPARTMENT),
                cells.get(RosterColumn.YEAR),
                cells.get(RosterColumn.EMAIL));
        Message problem = problem(cells, line.number(), seen);
        CourseStore.Member member = said.studentNumber() == null ? null : known.get(said.studentNumber());
        if (problem == null && said.studentNumber() != null && erased.contains(said.studentNumber())) {
            problem = Message.of("course.number-of-erased");
        }
        if (problem != null) {
            return new Row(line.number(), said, Change.REFUSED, null, null, problem);
        }
        if (member == null) {
            return new Row(line.number(), said, Change.ADDED, null, null, null);
        }
        Particulars whole = said.over(member.particulars());
        return whole.equals(member.particulars())
                ? new Row(line.number(), whole, Change.SAME, member.person(), null, null)
                : new Row(line.number(), whole, Change.CHANGED, member.person(), member.particulars(), null);
    }

    private static @Nullable Message problem(Map<RosterColumn, String> cells, int line, Map<String, Integer> seen) {
        String number = cells.get(RosterColumn.NUMBER);
        if (number == null) {
            return Message.of("course.import-no-number");
        }
        if (CUT_BY_SPREADSHEET.matcher(number).matches()) {
            return Message.of("course.import-cut-number", number);
        }
        if (!NUMBER.matcher(number).matches()) {
            return Message.of("course.number-unfit");
        }
        if (cells.values().stream().anyMatch(cell -> ROWS.matcher(cell).find())) {
            return Message.of("course.import-lines");
        }
        for (Map.Entry<RosterColumn, String> cell : cells.entrySet()) {
            if (cell.getValue().length() > cell.getKey().longest()) {
                return Message.of("account.too-long", cell.getKey().longest());
            }
        }
        String email = cells.get(RosterColumn.EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            return Message.of("account.email-unfit");
        }
        Integer before = seen.putIfAbsent(number, line);
        return before == null ? null : Message.of("course.import-twice", number, Integer.toString(before));
    }

    /** Whether a text can be a student number. */
    static boolean isNumber(String text) {
        return text.length() <= RosterColumn.NUMBER.longest()
                && NUMBER.matcher(text).matches();
    }

    /** How many lines have this change, by its word. */
    public long count(String word) {
        return rows.stream().filter(row -> row.word().equals(word)).count();
    }
}
