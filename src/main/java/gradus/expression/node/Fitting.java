package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a listing brought into the shapes that it says; those that leave no choice settle the sizes first. */
final class Fitting {
    private final Listing listing;
    private final Arguments arguments;
    private final Map<String, Integer> sizes = new HashMap<>();

    Fitting(Listing listing, Arguments arguments) {
        this.listing = listing;
        this.arguments = arguments;
    }

    /** Turns the values of the parameters into their shapes, in place. */
    void fit(@Nullable Value[] values) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < listing.parameters(); i++) {
                Value value = values[i];
                ShapeRule rule = rule(listing.slots().get(i));
                if (rule != null
                        && value != null
                        && rule.like() == null
                        && rule.isPlainFor(numeric(i, value)) == (round == 0)) {
                    values[i] = fitted(i, rule, value);
                }
            }
        }
        for (int i = 0; i < listing.parameters(); i++) {
            Value value = values[i];
            ShapeRule rule = rule(listing.slots().get(i));
            if (rule != null && value != null && rule.like() != null) {
                values[i] = alike(listing.slots().get(i), rule, numeric(i, value), values);
            }
        }
    }

    /** What one step takes, in its shape. */
    Value item(String name, Value value, @Nullable Value[] values) {
        ShapeRule rule = rule(name);
        return rule == null || rule.like() == null || !value.isNumeric() ? value : alike(name, rule, value, values);
    }

    private @Nullable ShapeRule rule(String name) {
        Listing.Symbol symbol = listing.symbols().get(name);
        return symbol == null ? null : symbol.shape();
    }

    private Value numeric(int place, Value value) {
        if (!value.isNumeric()) {
            throw ExpressionException.of(
                    arguments.call().at(place),
                    "expression.argument-numeric",
                    arguments.call().function().name(),
                    listing.slots().get(place),
                    value.kind());
        }
        return value;
    }

    private Value fitted(int place, ShapeRule rule, Value value) {
        Value fitted = rule.fitted(value, sizes);
        if (fitted == null) {
            throw misfit(listing.slots().get(place), value, rule.text(sizes));
        }
        return fitted;
    }

    private Value alike(String name, ShapeRule rule, Value value, @Nullable Value[] values) {
        Value model = values[listing.slots().indexOf(rule.like())];
        if (model == null
                || !model.isNumeric()
                || (rule.number() && value.asTensor().size() == 1)) {
            return value;
        }
        Value fitted = ShapeRule.alike(value, model);
        if (fitted == null) {
            Tensor shape = model.asTensor();
            throw misfit(name, value, shape.shapeText() + " (" + rule.like() + ")");
        }
        return fitted;
    }

    private ExpressionException misfit(String name, Value value, String wanted) {
        int place = arguments.call().function().indexOf(name);
        return new ExpressionException(
                arguments.call().at(place),
                Message.of(
                        "expression.listing-shape",
                        arguments.call().function().name(),
                        name,
                        value.asTensor().shapeText(),
                        wanted));
    }
}
