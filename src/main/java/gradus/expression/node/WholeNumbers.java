package gradus.expression.node;

import gradus.expression.value.Definition;
import gradus.expression.value.Operator;
import gradus.expression.value.Scope;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an expression is computed from whole numbers by sums, differences, products, comparisons and
 * functions made of these, so that every correct computation gives the same digits. Division, roots and decimals rule
 * it out.
 */
public final class WholeNumbers {
    private static final Set<Operator> OPERATORS = Set.of(
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.TIMES,
            Operator.ELEMENT_TIMES,
            Operator.POWER,
            Operator.ELEMENT_POWER);

    private final Scope scope;
    private final Set<String> seen;
    private final @Nullable Map<String, Boolean> inListing;
    private final Map<String, TextValue> texts;

    /** @param seen the names already visited; added to */
    public WholeNumbers(Scope scope, Set<String> seen) {
        this(scope, seen, null, Map.of());
    }

    private WholeNumbers(
            Scope scope, Set<String> seen, @Nullable Map<String, Boolean> inListing, Map<String, TextValue> texts) {
        this.texts = texts;
        this.scope = scope;
        this.seen = seen;
        this.inListing = inListing;
    }

    /** Whether a node is computed from whole numbers alone. */
    public boolean suffice(Node node) {
        if (node instanceof NumberNode number) {
            return areWhole(number.value());
        }
        if (node instanceof NameNode name) {
            return inListing == null ? isWhole(name.name()) : inListing.getOrDefault(name.name(), false);
        }
        if (node instanceof CallNode call && call.listing() != null) {
            return makes(call, call.listing());
        }
        if (node instanceof ChosenFunctionNode chosen) {
            TextValue word = texts.get(chosen.chooser().name());
            return word != null && suffice(chosen.called(word));
        }
        boolean keeps = node instanceof OperationNode operation
                ? OPERATORS.contains(operation.operator())
                : node instanceof CallNode call ? call.function().nature().keepsWhole() : !(node instanceof StepsNode);
        return keeps && node.children().stream().allMatch(this::suffice);
    }

    /** Whether what a listing returns is computed from whole numbers, when its arguments are what they are here. */
    private boolean makes(CallNode call, Listing listing) {
        Map<String, Boolean> known = new HashMap<>();
        Map<String, TextValue> chosen = new HashMap<>();
        for (int i = 0; i < listing.parameters(); i++) {
            String name = listing.slots().get(i);
            Node argument = call.named()[i];
            String preset = call.function().parameters().get(i).preset();
            if (argument instanceof TextNode text) {
                chosen.put(name, text.value());
            } else if (argument == null && preset != null && preset.startsWith("\"")) {
                chosen.put(name, new TextValue(preset.substring(1, preset.length() - 1)));
            }
            known.put(name, argument == null ? isWholePreset(preset, known) : suffice(argument));
        }
        WholeNumbers inside = new WholeNumbers(Scope.EMPTY, seen, known, chosen);
        if (listing.each() != null) {
            known.put(listing.each().item(), inside.suffice(listing.each().over()));
        }
        listing.start().forEach(line -> known.put(line.name(), inside.suffice(line.formula())));
        for (int step = 0; step < 2; step++) {
            listing.lines().forEach(line -> known.put(line.name(), inside.suffice(line.formula())));
        }
        return listing.returns().stream()
                .allMatch(field -> known.getOrDefault(listing.slots().get(field.slot()), false));
    }

    private static boolean isWholePreset(@Nullable String preset, Map<String, Boolean> known) {
        boolean number = preset != null && (Character.isDigit(preset.charAt(0)) || preset.charAt(0) == '-');
        return number
                ? Double.parseDouble(preset) == Math.rint(Double.parseDouble(preset))
                : preset != null && known.getOrDefault(preset, true);
    }

    private boolean isWhole(String name) {
        if (!seen.add(name)) {
            return true;
        }
        Definition definition = scope.definition(name);
        return definition == null ? areWhole(scope.get(name)) : definition.isOfWholeNumbers(scope, seen);
    }

    private static boolean areWhole(@Nullable Value value) {
        return value == null
                || !value.isNumeric()
                || Arrays.stream(value.asTensor().cells()).allMatch(cell -> cell == Math.rint(cell));
    }
}
