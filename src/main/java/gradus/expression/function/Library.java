package gradus.expression.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every function of the language. Each topic registers its own, a line a function; documentation is made from these lines. */
public final class Library {
    private static final Map<String, LibraryFunction> FUNCTIONS = new LinkedHashMap<>();
    private static final Map<String, LibraryFunction> LOOSE = new LinkedHashMap<>();
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("sigma", "sigmoid"),
            Map.entry("Sigma", "sum"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("log_2", "log2"),
            Map.entry("lrelu", "leaky_relu"),
            Map.entry("sgn", "sign"));

    /** What adds, multiplies, compares, counts or moves numbers, and never divides or takes a root. */
    private static final Set<String> WHOLE = Set.of(
            ("abs sign floor ceil round min max sum rows cols shape size transpose sumsq trace dot outer diag eye ones zeros "
                            + "rot180 flip_lr flip_ud pad reshape concat count_nonzero argmax seq relu relu_prime "
                            + "squared_error correlate2d convolve2d conv_layer conv_layer_backward conv_transpose2d "
                            + "max_pool max_pool_backward network linear_gradient two_layer")
                    .split(" "));

    static {
        List<List<LibraryFunction>> topics = List.of(
                ElementwiseFunctions.all(),
                ActivationFunctions.all(),
                ArrayFunctions.all(),
                Rearrangement.all(),
                LayerFunctions.all(),
                TrainingFunctions.all(),
                DrawFunctions.all());
        topics.forEach(topic -> topic.forEach(function -> FUNCTIONS.put(function.name(), function)));
        FUNCTIONS.forEach((name, function) -> LOOSE.put(loose(name), function));
    }

    private Library() {}

    /** A function as its documentation shows it. */
    public record Entry(String name, String group, String signature, String doc) {}

    /** All functions in the order of the documentation. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        FUNCTIONS
                .values()
                .forEach(function -> entries.add(new Entry(
                        function.name(),
                        function.group().name().toLowerCase(Locale.ROOT),
                        function.signature(),
                        function.doc())));
        return entries;
    }

    public static boolean isFunction(String name) {
        return FUNCTIONS.containsKey(name) || name.equals("steps");
    }

    /** Whether a function makes whole numbers of whole numbers, by sums, products and comparisons alone. */
    public static boolean keepsWholeNumbers(String name) {
        return WHOLE.contains(name);
    }

    /** Whether a word is a function that draws. */
    public static boolean isDraw(String name) {
        LibraryFunction function = FUNCTIONS.get(name);
        return function != null && function.group() == LibraryFunction.Group.DRAW;
    }

    public static Collection<LibraryFunction> functions() {
        return FUNCTIONS.values();
    }

    /** The function with exactly this folded name. */
    public static @Nullable LibraryFunction named(String name) {
        return FUNCTIONS.get(name);
    }

    /** The function that a name means where it stands before a parenthesis: also {@code σ}, {@code ReLU}, {@code arctan}. */
    public static @Nullable LibraryFunction meant(String name) {
        LibraryFunction function = FUNCTIONS.get(name);
        if (function == null) {
            String other = OTHER_NAMES.get(name);
            function = other == null ? LOOSE.get(loose(name)) : FUNCTIONS.get(other);
        }
        return function;
    }

    private static String loose(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The derivative of a function of one variable as the name of another, or null where the language has none. */
    public static @Nullable String derivative(String function) {
        return switch (function) {
            case "sigmoid", "tanh", "relu", "leaky_relu" -> function + "_prime";
            case "exp" -> "exp";
            case "sin" -> "cos";
            case "sinh" -> "cosh";
            case "cosh" -> "sinh";
            default -> null;
        };
    }
}
