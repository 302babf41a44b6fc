package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.question.Variant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When one fault may be named, and where an answer is said to go wrong when none may. */
class BlameTest {
    private static final double HARDLY = 0.0008;
    private static final double SOMETIMES = 0.0009;

    private static final Variant VARIANT = Questions.of("""
            params: {x: 0.7, y: 0.3, b: 0.9}
            let: {moved: 0.9*x + b}
            parts:
              - {id: a, type: number, expect: x - 2*moved}
              - {id: p, type: number, expect: a/4 + y}
            """);

    private Blame.Search search = new Blame.Search(outcome -> true);

    @BeforeEach
    void start() {
        search = new Blame.Search(outcome -> true);
    }

    private static Fault fault(String id) {
        return Objects.requireNonNull(
                Faults.of(VARIANT, VARIANT.question().part("p")).find(id), id);
    }

    private static Outcome<String> outcome(String... faults) {
        Outcome<String> outcome = new Outcome<>("");
        for (String id : faults) {
            outcome.faults().add(fault(id));
        }
        return outcome;
    }

    private void fails(int times, double byChance) {
        for (int i = 0; i < times; i++) {
            search.tried(outcome("sign(a/4 + y)"), byChance, false);
        }
    }

    private Blame matched(double byChance, boolean isSlip) {
        search.tried(outcome("divisor_left_out(4)"), byChance, true);
        return search.found(isSlip);
    }

    private static void assertPlaceAlone(String at, Blame blame) {
        assertNull(blame.fault());
        assertEquals(new FaultFound(null, null, "p", at), blame.place());
    }

    @Test
    void theOnlyFaultThatFitsIsNamed() {
        fails(3, HARDLY);
        Blame blame = matched(HARDLY, false);
        assertEquals(
                "divisor_left_out(4)", Objects.requireNonNull(blame.fault()).id());
        assertEquals("4", Objects.requireNonNull(blame.place()).at());
    }

    @Test
    void whereNothingFitsNothingIsSaid() {
        fails(3, 0);
        assertSame(Blame.NONE, search.found(false));
    }

    @Test
    void whatChanceCouldDoIsOnlyPlaced() {
        assertPlaceAlone("4", matched(SOMETIMES, false));
        start();
        fails(4, HARDLY);
        assertPlaceAlone("4", matched(HARDLY, false));
        start();
        fails(50, SOMETIMES);
        assertEquals("4", Objects.requireNonNull(matched(HARDLY, false).fault()).at(), "those could not be named");
    }

    @Test
    void aSlipThatComesToTheSameIsAsLikelyAsAFaultAndLikelierThanTheEighth() {
        fails(7, 0);
        assertPlaceAlone("4", matched(0, true));
        start();
        fails(8, 0);
        assertNull(matched(0, true).place());
        start();
        fails(8, 0);
        assertEquals("4", Objects.requireNonNull(matched(0, false).fault()).at());
    }

    @Test
    void ofTwoThatFitNeitherIsNamed() {
        search.tried(outcome("divisor_left_out(4)"), 0, true);
        search.tried(outcome("multiplied_for_divided(4)"), 0, true);
        assertPlaceAlone("4", search.found(false));
        search = new Blame.Search(outcome -> false);
        assertPlaceAlone("4", matched(0, false));
    }

    @Test
    void thePlaceIsWhereMoreThanHalfOfTheLikelihoodLies() {
        assertEquals("4", at(Outcome.place(List.of(outcome("divisor_left_out(4)", "upside_down(a/4)")))));
        assertEquals(
                "a/4 + y",
                at(Outcome.place(List.of(outcome("divisor_left_out(4)"), outcome("term_left_out(y)")))),
                "half is not more than half; it is the formula of both");
        assertNull(
                Outcome.place(List.of(
                        outcome("divisor_left_out(4)"), outcome("factor_left_out(a: 2)", "factor_left_out(a: moved)"))),
                "here and there");
        assertEquals(
                "x - 2*moved",
                at(Outcome.place(List.of(outcome("factor_left_out(a: 2)", "factor_left_out(a: moved)")))));
    }

    private static String at(@Nullable FaultFound place) {
        return Objects.requireNonNull(place).at();
    }

    @Test
    void faultsInWorkThatIsDoneRightAreLeftOut() {
        Outcome<String> both = outcome("divisor_left_out(4)", "factor_left_out(a: 2)");
        List<Outcome<String>> all = List.of(both, outcome("factor_left_out(a: moved)"));
        assertSame(all, Outcome.without(Set.of(), all));
        List<Outcome<String>> left = Outcome.without(Set.of("a"), all);
        assertEquals(1, left.size());
        assertEquals(
                List.of("divisor_left_out(4)"),
                left.get(0).faults().stream().map(Fault::id).toList());
        assertSame(both, Outcome.without(Set.of("b"), all).get(0));
    }
}
