package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import gradus.exam.ExamEntry;
import gradus.grading.Grader;
import gradus.grading.PartResult;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.web.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** A question as an attempt asks it, with what the student has done in it so far. */
public final class QuestionInAttempt {
    /** The fraction of its part's points that a hint costs which no author wrote. */
    public static final BigFraction COST_OF_WORKED_HINT = BigFraction.of(1, 10);

    private final AskedQuestion row;
    private final Variant variant;
    private final Map<String, Response> responses;
    private final Map<String, Response> disputed;
    private final List<Event> events;
    private final List<Event> earlier;
    private @Nullable Map<String, PartResult> results;

    /** @param earlier the checks of earlier variants that had the same numbers, whose tries count here too */
    QuestionInAttempt(
            AskedQuestion row,
            Variant variant,
            Map<String, Response> responses,
            Map<String, Response> disputed,
            List<Event> events,
            List<Event> earlier) {
        this.row = row;
        this.variant = variant;
        this.responses = Map.copyOf(responses);
        this.disputed = Map.copyOf(disputed);
        this.events = List.copyOf(events);
        this.earlier = List.copyOf(earlier);
    }

    /** A question as its author tries it out: as an exam asks it, with these texts in its fields, in no attempt. */
    public static QuestionInAttempt tried(ExamEntry entry, Variant variant, long seed, Map<String, String> texts) {
        AskedQuestion row = new AskedQuestion(
                1, 1, variant.question().id(), "", entry.label(), entry.points(), seed, "{}", Instant.EPOCH);
        Map<String, Response> responses = new HashMap<>();
        texts.forEach(
                (part, text) -> responses.put(part, Response.tried(row.place().part(part), text)));
        return new QuestionInAttempt(row, variant, responses, Map.of(), List.of(), List.of());
    }

    public AskedQuestion row() {
        return row;
    }

    public Place place() {
        return row.place();
    }

    public PartKey key(Part part) {
        return place().part(part.id());
    }

    /**
     * The part of this id.
     *
     * @throws Refusal 404 where there is none, or where it is only for working
     */
    public Part scored(String id) {
        return question().parts().stream()
                .filter(part -> part.id().equals(id) && !part.work())
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public Question question() {
        return variant.question();
    }

    public Variant variant() {
        return variant;
    }

    /** What stands beside a part's field; its id where its author named none. Markdown with LaTeX. */
    public String label(Part part, Locale language) {
        String label = variant.label(part, language);
        if (!label.isEmpty()) {
            return label;
        }
        return part.work() ? Message.of("attempt.work").in(language) : part.id();
    }

    /** What the student typed into a part; empty where nothing was. */
    public String text(Part part) {
        Response response = responses.get(part.id());
        return response == null ? "" : response.content();
    }

    /** The number of the response of a part that counts; 0 where there is none. */
    public long seq(Part part) {
        Response response = responses.get(part.id());
        return response == null ? 0 : response.seq();
    }

    /** An answer of a part that another window overtook and that the student has not decided on yet; null where there is none. */
    public @Nullable Response disputed(Part part) {
        return disputed.get(part.id());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        responses.forEach((part, response) -> texts.put(part, response.content()));
        return texts;
    }

    /** What grading makes of the responses, by the ids of the parts; computed once. */
    public Map<String, PartResult> results() {
        if (results == null) {
            Map<String, PartResult> found = new HashMap<>();
            Grader.grade(variant, texts()).parts().forEach(result -> found.put(result.id(), result));
            results = found;
        }
        return results;
    }

    /** What grading makes of a part. */
    public PartResult result(Part part) {
        return Objects.requireNonNull(results().get(part.id()), part.id());
    }

    /** What a part is worth in the exam: its share of the question's points. */
    public BigFraction points(Part part) {
        BigFraction all = question().points();
        return all.compareTo(BigFraction.ZERO) == 0
                ? BigFraction.ZERO
                : row.points().multiply(part.points()).divide(all);
    }

    /** What the ticked statements of a part's rubric give in the exam: never less than 0, never more than the part. */
    public BigFraction byRubric(Part part, Collection<String> ticked) {
        BigFraction most = part.points();
        BigFraction earned = part.rubric().stream()
                .filter(criterion -> ticked.contains(criterion.id()))
                .map(Criterion::points)
                .reduce(BigFraction.ZERO, BigFraction::add);
        if (most.signum() == 0 || earned.signum() <= 0) {
            return BigFraction.ZERO;
        }
        return earned.compareTo(most) >= 0
                ? points(part)
                : points(part).multiply(earned).divide(most);
    }

    public boolean isFlagged() {
        boolean flagged = false;
        for (Event event : events) {
            flagged = event.kind() == Event.Kind.FLAG || (flagged && event.kind() != Event.Kind.UNFLAG);
        }
        return flagged;
    }

    /** Whether the solution of this variant was shown, which ends it. */
    public boolean isEnded() {
        return events.stream().anyMatch(event -> event.kind() == Event.Kind.SOLUTION);
    }

    /** The hints that were taken, in that order: the number of one of the author's, or the kind and the part of another. */
    public List<String> hints() {
        return events.stream()
                .filter(event -> event.kind() == Event.Kind.HINT)
                .map(Event::detail)
                .toList();
    }

    /** How many of the author's hints were taken. */
    public int hintsTaken() {
        return (int) hints().stream().filter(hint -> !hint.contains(" ")).count();
    }

    /** What fraction of a part's points the hints that were taken cost: the author's of every part, the others of their own. */
    public BigFraction costOfHints(Part part) {
        BigFraction ofAll = question().hints().stream()
                .limit(hintsTaken())
                .map(hint -> Decimals.exactly(hint.cost()))
                .reduce(BigFraction.ZERO, BigFraction::add);
        long ofPart =
                hints().stream().filter(hint -> hint.endsWith(" " + part.id())).count();
        return COST_OF_WORKED_HINT.multiply(ofPart).add(ofAll);
    }

    /** How many checks found a new answer wrong; what was blank, unreadable or right has cost no try. */
    public int triesUsed() {
        return (int) allChecks().filter(check -> !check.detail().isEmpty()).count();
    }

    Stream<Event> checks() {
        return events.stream().filter(event -> event.kind() == Event.Kind.CHECK);
    }

    private Stream<Event> allChecks() {
        return Stream.concat(earlier.stream(), checks());
    }

    /** How many checks found a part wrong. */
    public int wrongTries(Part part) {
        return (int) allChecks()
                .filter(check -> List.of(check.detail().split(",", -1)).contains(part.id()))
                .count();
    }

    /** Whether what stands in the fields is what was checked last. */
    public boolean isChecked() {
        Optional<Event> last = lastCheck();
        return last.isPresent() && responses.values().stream().noneMatch(last.get()::isBefore);
    }

    /** Whether the answer of a part came after the last check. */
    public boolean isNew(Part part) {
        Response response = responses.get(part.id());
        return response != null
                && lastCheck().map(last -> last.isBefore(response)).orElse(true);
    }

    private Optional<Event> lastCheck() {
        return checks().reduce((first, second) -> second);
    }

    /** The number of the last response that stands in its fields; 0 where there is none. */
    long lastSeq() {
        return responses.values().stream().mapToLong(Response::seq).max().orElse(0);
    }

    /**
     * Whether some, all or none of its parts are answered, to the last cell of a table: {@code answered}, {@code partly},
     * {@code blank}; and where an answer cannot be read, {@code unreadable}, as such a one is not graded.
     */
    public String state() {
        int begun = 0;
        int left = 0;
        for (Part part : question().parts()) {
            if (part.work()) {
                continue;
            }
            Reading reading = part.type().read(text(part), part, variant);
            if (reading instanceof Reading.Unreadable) {
                return "unreadable";
            }
            begun += reading instanceof Reading.Read ? 1 : 0;
            left += blanks(part, reading);
        }
        return begun == 0 ? "blank" : left == 0 ? "answered" : "partly";
    }

    /** How many fields a reading shows to be empty: the whole part, or those cells of its table that were left blank. */
    public static int blanks(Part part, Reading reading) {
        if (reading instanceof Reading.Read read) {
            return part.type().blankCells(read.answer());
        }
        return reading instanceof Reading.Blank ? 1 : 0;
    }
}
