package gradus.attempt.sitting;

import gradus.question.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    private static final List<String> SIGNS = List.of("ᵀ", "⊙", "Σ", "√", "²");

    private KeyRow() {}

    /** The keys of a part; none where it has no symbols. */
    static List<String> of(Part part) {
        List<String> keys = new ArrayList<>();
        for (String symbol : part.symbolNames()) {
            String key = GREEK.get(symbol);
            if (key != null) {
                keys.add(key);
            }
        }
        if (!part.symbolNames().isEmpty()) {
            keys.addAll(SIGNS);
        }
        return keys;
    }
}
