package gradus.attempt.sitting;

import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Value;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys beside a formula's field: the symbols of its part that a keyboard lacks, and the signs that formulas need. */
final class KeyRow {
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("y_hat", "ŷ"));
    private static final List<String> OF_ARRAYS = List.of("ᵀ", "⊙", "Σ");
    private static final List<String> OF_NUMBERS = List.of("√", "²");

    private KeyRow() {}

    /**
     * The keys of a part; none where it has no symbols. Which ones is told by what is declared, never by the key: signs of
     * matrices where some symbol is an array, a sign of a function where the part allows it.
     */
    static List<String> of(Part part, Variant variant) {
        List<String> keys = new ArrayList<>();
        for (String symbol : part.symbolNames()) {
            String key = GREEK.get(symbol);
            if (key != null) {
                keys.add(key);
            }
        }
        Vocabulary words = part.type().vocabulary(part.symbolNames());
        if (words != null && !part.symbolNames().isEmpty()) {
            Stream<String> signs = hasArrays(part, variant)
                    ? Stream.concat(OF_ARRAYS.stream(), OF_NUMBERS.stream())
                    : OF_NUMBERS.stream();
            signs.filter(words::allowsSign).forEach(keys::add);
        }
        return keys;
    }

    private static boolean hasArrays(Part part, Variant variant) {
        return part.symbols().all().values().stream()
                .anyMatch(symbol -> symbol instanceof Symbols.Domain domain
                        ? !domain.shape().isEmpty()
                        : symbol instanceof Symbols.Dependent dependent
                                && dependent.expression().names().stream()
                                        .anyMatch(
                                                name -> isArray(variant.params().get(name))));
    }

    private static boolean isArray(@Nullable Value value) {
        return value != null && !(value instanceof NumberValue);
    }
}
