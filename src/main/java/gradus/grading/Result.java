package gradus.grading;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.numbers.fraction.BigFraction;

/** What grading made of the responses to one variant of a question: its parts in their order. */
public record Result(List<PartResult> parts) {
    public Result {
        parts = List.copyOf(parts);
    }

    public BigFraction score() {
        return parts.stream().map(PartResult::score).reduce(BigFraction.ZERO, BigFraction::add);
    }

    public BigFraction points() {
        return parts.stream().map(PartResult::points).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /**
     * The result of the part with this id.
     *
     * @throws NoSuchElementException where there is none
     */
    public PartResult part(String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no part " + id));
    }
}
