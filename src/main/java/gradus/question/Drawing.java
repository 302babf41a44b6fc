package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.message.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A variant and how it was drawn.
 *
 * @param draws the number of draws, including the last
 * @param met in how many of the draws each collision occurred
 * @param unavoidable collisions that occurred in every draw, so that no redraw could resolve them
 */
public record Drawing(Variant variant, int draws, Map<Collision, Integer> met, Set<Collision> unavoidable) {
    /** The number of draws after which a question is given up. */
    public static final int MOST_DRAWS = 1_000;

    /**
     * Draws the variant of a seed.
     *
     * @param with fixed parameters by name, in any spelling
     * @throws DrawException where none of {@link #MOST_DRAWS} draws meets the question's requirements
     */
    public static Drawing draw(Question question, long seed, Map<String, Value> with) {
        Map<String, Value> fixed = Folded.keys(with);
        checkNames(question, with);
        Attempt first = new Attempt(question, seed, fixed, Set.of());
        Drawing drawn = first.run();
        if (drawn != null) {
            return drawn;
        }
        Set<Collision> always = first.metAlways();
        Drawing lenient = always.isEmpty() ? null : new Attempt(question, seed, fixed, always).run();
        if (lenient == null) {
            throw first.failure();
        }
        return lenient;
    }

    /** Whether different seeds can give different variants. */
    public static boolean isRandom(Question question, Map<String, Value> with) {
        Set<String> fixed = Folded.names(with.keySet());
        return question.params().entrySet().stream()
                .anyMatch(param -> !fixed.contains(Names.fold(param.getKey()))
                        && question.dependencies().isDrawn(param.getValue(), fixed));
    }

    /**
     * The collisions of the variant that no redraw can resolve, because neither answer depends on a drawn parameter.
     */
    public List<Collision> fixedCollisions(Map<String, Value> with) {
        return Collision.in(variant, Folded.names(with.keySet()), Collision.Kind.FIXED);
    }

    private static void checkNames(Question question, Map<String, Value> with) {
        Set<String> known = question.params().keySet().stream().map(Names::fold).collect(Collectors.toSet());
        for (String name : with.keySet()) {
            if (!known.contains(Names.fold(name))) {
                throw new DrawException(Message.of("question.no-such-parameter", question.id(), name));
            }
        }
    }

    /**
     * The stored parameters of a question, completed by deterministic parameters that its file has gained since they
     * were stored.
     */
    static Map<String, Value> complete(Question question, Map<String, Value> stored) {
        Map<String, Value> known = Folded.keys(stored);
        Map<String, Value> params = new LinkedHashMap<>();
        question.params().forEach((name, expression) -> {
            Value value = known.get(Names.fold(name));
            try {
                value = value == null ? expression.evaluate(known::get) : value;
                known.put(Names.fold(name), value);
                params.put(name, value);
            } catch (ExpressionException random) {
                // left without a value; grading reports it where the value is needed
            }
        });
        return params;
    }

    /** One pass through a seed's stream of draws. */
    private static final class Attempt {
        private final Question question;
        private final Draws draws;
        private final Map<String, Value> fixed;
        private final Set<Collision> unavoidable;
        private final boolean random;
        private final Effort effort;
        private final Map<Collision, Integer> met = new HashMap<>();
        private int candidates;
        private @Nullable Message last;

        Attempt(Question question, long seed, Map<String, Value> fixed, Set<Collision> unavoidable) {
            this.question = question;
            this.draws = Draws.of(seed);
            this.fixed = fixed;
            this.unavoidable = unavoidable;
            this.random = isRandom(question, fixed);
            this.effort = Effort.ofDrawing(question.id());
        }

        @Nullable
        Drawing run() {
            int most = random ? MOST_DRAWS : 1;
            for (int draw = 1; draw <= most; draw++) {
                Variant variant = variant();
                // where nothing is drawn, a redraw could not be more useful
                if (isRequired(variant) && (!random || isUseful(variant))) {
                    effort.finishDrawing();
                    return new Drawing(variant, draw, Map.copyOf(met), unavoidable);
                }
            }
            return null;
        }

        private Variant variant() {
            Map<String, Value> params = params();
            return params.isEmpty() ? Variant.ofComplete(question, params) : Variant.complete(question, params, effort);
        }

        private Map<String, Value> params() {
            Map<String, Value> known = new HashMap<>(fixed);
            Scope scope = new ParamScope(known).drawing(draws);
            Map<String, Value> params = new LinkedHashMap<>();
            question.params().forEach((name, expression) -> {
                Value value = known.get(Names.fold(name));
                if (value == null) {
                    value = evaluate(name, expression, scope);
                    known.put(Names.fold(name), value);
                }
                params.put(name, value);
            });
            return params;
        }

        /** The parameters drawn so far. */
        private final class ParamScope implements Scope {
            private final Map<String, Value> known;

            ParamScope(Map<String, Value> known) {
                this.known = known;
            }

            @Override
            public @Nullable Value get(String name) {
                return known.get(name);
            }

            @Override
            public void spent(long steps) {
                effort.spend(steps);
            }
        }

        private Value evaluate(String name, Expression expression, Scope scope) {
            try {
                return expression.evaluate(scope);
            } catch (ExpressionException failed) {
                throw new DrawException(Message.of("question.parameter-fails", question.id(), name, failed.problem()));
            }
        }

        private boolean isRequired(Variant variant) {
            for (Expression condition : question.require()) {
                try {
                    Value value = condition.evaluate(variant.scope());
                    if (!isTrue(value)) {
                        last = Message.of("question.never-required", question.id(), condition.source());
                        return false;
                    }
                } catch (ExpressionException failed) {
                    last = Message.of("question.condition-fails", question.id(), condition.source(), failed.problem());
                    return false;
                }
            }
            return true;
        }

        private static boolean isTrue(Value value) {
            if (!value.isNumeric()) {
                return false;
            }
            for (double cell : value.asTensor().cells()) {
                if (cell == 0 || Double.isNaN(cell)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether every key that depends on a draw is finite and every mistake can be told apart. */
        private boolean isUseful(Variant variant) {
            if (!areKeysFinite(variant)) {
                return false;
            }
            candidates++;
            List<Collision> collisions = Collision.in(variant, fixed.keySet(), Collision.Kind.DRAWN);
            collisions.forEach(collision -> met.merge(collision, 1, Integer::sum));
            return unavoidable.containsAll(collisions);
        }

        /**
         * Whether keys are finite, those of every convention too. Keys that depend on no draw are skipped, since a redraw would
         * not change them.
         */
        private boolean areKeysFinite(Variant variant) {
            return areFinite(variant)
                    && question.conventions().stream().allMatch(convention -> areFinite(variant.under(convention)));
        }

        private boolean areFinite(Variant variant) {
            for (Part part : question.parts()) {
                if (part.expect() == null || !question.isDrawn(variant.expect(part), part, fixed.keySet())) {
                    continue;
                }
                try {
                    if (!variant.key(part).isFinite()) {
                        last = Message.of("question.key-never-finite", question.id(), part.id());
                        return false;
                    }
                } catch (ExpressionException failed) {
                    last = Message.of("question.key-fails", question.id(), part.id(), failed.problem());
                    return false;
                }
            }
            return true;
        }

        Set<Collision> metAlways() {
            Set<Collision> always = new HashSet<>();
            met.forEach((collision, times) -> {
                if (times == candidates) {
                    always.add(collision);
                }
            });
            return always;
        }

        DrawException failure() {
            if (last != null && candidates == 0) {
                return new DrawException(last);
            }
            return met.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .map(most -> new DrawException(Message.of(
                            "question.never-told-apart", question.id(), most.part(), most.one(), most.other())))
                    .orElseGet(() -> new DrawException(Message.of("question.no-variant", question.id())));
        }
    }
}
