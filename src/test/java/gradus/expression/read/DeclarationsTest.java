package gradus.expression.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.Printing;
import gradus.expression.value.Range;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the declarations of functions say is held against what the functions do. */
class DeclarationsTest {
    private static final Library ALL =
            Library.forListings().with(Engine.library().functions());
    private static final double STEP = 1e-6;

    private final Random random = new Random(5);

    @TestFactory
    Stream<DynamicTest> everyExampleComesToWhatItSays() {
        return ALL.functions().stream()
                .flatMap(function -> function.nature().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example.call(), () -> assertSame(value(example.value()), value(example.call())))));
    }

    @Test
    void everyFunctionHasASentenceInBothLanguagesAndAnExample() {
        for (LibraryFunction function : ALL.functions()) {
            assertFalse(function.say().in(Locale.ENGLISH).isBlank(), function.name());
            assertFalse(function.say().in(Locale.KOREAN).isBlank(), function.name());
            assertTrue(function.signature().startsWith(function.name() + "("), function.signature());
            if (function.group() != Group.DRAW) {
                assertFalse(function.nature().examples().isEmpty(), function.name());
            }
        }
    }

    @Test
    void everyDerivativeIsTheDifferenceOfItsFunction() {
        for (LibraryFunction function : ALL.functions()) {
            String derivative = function.nature().derivative();
            if (derivative != null) {
                for (int i = 0; i < 50; i++) {
                    double x = Math.round(random.nextGaussian() * 1e4) / 1e4 + 1e-5;
                    double slope = number(function.name(), x + STEP) - number(function.name(), x - STEP);
                    assertEquals(slope / (2 * STEP), number(derivative, x), 1e-6, function.name() + " at " + x);
                }
            }
        }
    }

    @Test
    void noValueLeavesTheRangeThatIsDeclared() {
        for (LibraryFunction function : ALL.functions()) {
            Range range = function.nature().range().apply(Range.ALL);
            if (!range.equals(Range.ALL)) {
                for (int i = 0; i < 100; i++) {
                    Value value =
                            evaluate(function.name() + "([x, y])", random.nextGaussian() * 20, random.nextGaussian());
                    for (double cell : value.asTensor().cells()) {
                        assertFalse(cell < range.low() || cell > range.high(), function.name() + ": " + cell);
                    }
                }
            }
        }
    }

    @Test
    void everyFunctionOfTheEngineShowsItsWorking() {
        for (LibraryFunction function : Engine.library().functions()) {
            if (function.group() == Group.ENGINE
                    && !function.nature().examples().isEmpty()) {
                String call = function.nature().examples().get(0).call();
                assertTrue(text("steps(" + call + ")").contains("$$"), function.name());
            }
        }
    }

    @Test
    void stepsOfTheEnginesOwnListingsAreNoFunctionsOfTheLanguage() {
        assertNotNull(ALL.named("times_ln"));
        assertFalse(Engine.library().isFunction("times_ln"));
        assertFalse(Vocabulary.author().allows("gate"));
    }

    private static double number(String function, double x) {
        return evaluate(function + "(x)", x, 0).asTensor().cell(0);
    }

    private static Value evaluate(String text, double x, double y) {
        return Expression.parse(text, Vocabulary.author(List.of("x", "y"), ALL))
                .evaluate(Scope.of(Map.of("x", Value.of(x), "y", Value.of(y))));
    }

    private static Value value(String text) {
        return Expression.parse(text, Vocabulary.author(List.of(), ALL)).evaluate(Scope.EMPTY);
    }

    private static String text(String text) {
        return Printing.plain(value(text));
    }

    private static void assertSame(Value expected, Value actual) {
        if (!expected.isNumeric()) {
            assertEquals(Printing.plain(expected), Printing.plain(actual));
            return;
        }
        Tensor wanted = expected.asTensor();
        Tensor found = actual.asTensor();
        assertEquals(wanted.shapeText(), found.shapeText());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.cell(i), found.cell(i), 1e-9);
        }
    }
}
