package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question with its parameters drawn, and everything computed from them, once and on first use. Thread-safe. */
public final class Variant {
    private final Question question;
    private final Map<String, Value> params;
    private final Map<String, Expression> expects;
    private final Map<String, Answer> readings;
    private final @Nullable Variant original;
    private final Effort effort;
    private final Scope scope;
    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private final Map<String, Answer> keys = new ConcurrentHashMap<>();
    private final Map<String, List<Wrong>> mistakes = new ConcurrentHashMap<>();
    private final Map<String, List<Further>> accepts = new ConcurrentHashMap<>();
    private final Kept kept = new Kept();
    private final Map<String, Variant> conventions = new ConcurrentHashMap<>();

    /** A mistake and the answer it gives on this variant. */
    public record Wrong(Mistake mistake, Answer answer) {}

    /** A further right answer of a part on this variant. */
    public record Further(Accept accept, Answer answer) {}

    private Variant(
            Question question,
            Map<String, Value> params,
            Map<String, Expression> expects,
            Map<String, Answer> readings,
            @Nullable Variant original,
            Effort effort) {
        this.question = question;
        this.effort = effort;
        this.params = params;
        this.expects = expects;
        this.readings = readings;
        this.original = original;
        this.scope = new VariantScope();
        params.forEach((name, value) -> values.put(Names.fold(name), value));
    }

    /** Draws the variant of a seed, the same on every Java version; throws as {@link #draw(Question, long, Map)} does. */
    public static Variant draw(Question question, long seed) {
        return draw(question, seed, Map.of());
    }

    /** Draws the variant of a seed, the same on every Java; throws DrawException where no draw meets what the question requires. */
    public static Variant draw(Question question, long seed, Map<String, Value> with) {
        return Drawing.draw(question, seed, with).variant();
    }

    /** The variant with these stored parameters. Nothing is drawn: a missing random parameter has no value. */
    public static Variant of(Question question, Map<String, Value> params) {
        return ofComplete(question, Drawing.complete(question, params));
    }

    public static Variant ofComplete(Question question, Map<String, Value> params) {
        return params.isEmpty() ? question.withoutParameters() : complete(question, params, Effort.unbounded());
    }

    static Variant complete(Question question, Map<String, Value> params, Effort effort) {
        return new Variant(question, Collections.unmodifiableMap(params), Map.of(), Map.of(), null, effort);
    }

    /** The work spent so far on this variant, including the draws before it, in evaluation steps. */
    public long work() {
        return effort.spent();
    }

    public Question question() {
        return question;
    }

    /** The parameters in the order of the file, as {@link #of} takes them. */
    public Map<String, Value> params() {
        return params;
    }

    /** This variant with the keys of an alternative convention. */
    public Variant under(Convention convention) {
        return conventions.computeIfAbsent(
                convention.id(), id -> new Variant(question, params, convention.expect(), Map.of(), null, effort));
    }

    /**
     * This variant with a student's readings of some parts in place of those parts' keys wherever a later part depends
     * on them. The keys of these parts themselves do not change.
     */
    public Variant following(Map<String, Answer> studentReadings) {
        return studentReadings.isEmpty()
                ? this
                : new Variant(question, params, expects, Map.copyOf(studentReadings), this, effort);
    }

    /**
     * The key of a part.
     *
     * @throws ExpressionException where it cannot be computed
     * @throws IllegalStateException where a person grades it
     */
    public Answer key(Part part) {
        Answer known = keys.get(part.id());
        if (known != null) {
            return known;
        }
        Expression expect = expect(part);
        Answer key = original != null && !isFollowing(expect, part.symbolNames())
                ? original.key(part)
                : exact(part.type().answer(expect, part, this), expect, part);
        keys.put(part.id(), key);
        return key;
    }

    /**
     * The value of an earlier part for parts that depend on it: the student's reading where one is in use, else the
     * key.
     */
    public Answer standing(Part part) {
        Answer reading = readings.get(part.id());
        return reading == null ? key(part) : reading;
    }

    /** The expression of a part's key under this variant's convention. */
    public Expression expect(Part part) {
        Expression expect = expects.getOrDefault(part.id(), part.expect());
        if (expect == null) {
            throw new IllegalStateException("the part " + part.id() + " has no key");
        }
        return expect;
    }

    /** Whether an expression depends on one of the student's readings in use. */
    private boolean isFollowing(Expression expect, Set<String> symbols) {
        Set<String> behind = question.dependencies().partsBehind(expect, symbols);
        return readings.keySet().stream().anyMatch(behind::contains);
    }

    /** The mistakes of a part whose answers can be computed on this variant and are finite. */
    public List<Wrong> mistakes(Part part) {
        List<Wrong> known = mistakes.get(part.id());
        if (known == null) {
            List<Wrong> found = new ArrayList<>();
            for (Mistake mistake : part.mistakes()) {
                Answer answer = finite(mistake.expect(), part);
                if (answer != null) {
                    found.add(new Wrong(mistake, answer));
                }
            }
            known = List.copyOf(found);
            mistakes.put(part.id(), known);
        }
        return known;
    }

    /** The further right answers of a part that can be computed on this variant and are finite. */
    public List<Further> accepts(Part part) {
        List<Further> known = accepts.get(part.id());
        if (known == null) {
            List<Further> found = new ArrayList<>();
            for (Accept accept : part.accept()) {
                Answer answer = finite(accept.expect(), part);
                if (answer != null) {
                    found.add(new Further(accept, answer));
                }
            }
            known = List.copyOf(found);
            accepts.put(part.id(), known);
        }
        return known;
    }

    /** The value of an expected answer of a part; null where it cannot be computed or is not finite. */
    public @Nullable Answer finite(Expression expect, Part part) {
        try {
            Answer answer = exact(part.type().answer(expect, part, this), expect, part);
            return answer.isFinite() ? answer : null;
        } catch (ExpressionException failed) {
            return null;
        }
    }

    /**
     * An answer with those cells flagged as exact that are whole numbers computed from whole numbers, unless the author
     * sets a tolerance. On a student's own readings the flags are still those of the true key.
     */
    private Answer exact(Answer answer, Expression expect, Part part) {
        if (part.tolerance() != Tolerance.DEFAULT
                || !(answer instanceof Answer.Plain plain)
                || !plain.value().isNumeric()) {
            return answer;
        }
        if (original == null) {
            return plain.exactBy(expect, scope);
        }
        Answer trueAnswer = expect == expect(part) ? original.key(part) : original.finite(expect, part);
        return trueAnswer instanceof Answer.Plain known ? plain.exactAs(known) : answer;
    }

    /** Something that is worked out from this variant once and kept with it. */
    public <T> T kept(String name, Supplier<T> work) {
        return kept.of(name, work);
    }

    /** Something that is worked out once for all variants of the question, under the convention of this one. */
    public <T> T keptForAll(String name, Supplier<T> work) {
        return question.kept().of(expects.isEmpty() ? name : name + " under " + expects, work);
    }

    /** Whether a student's reading stands in for the key of a part here. */
    public boolean standsIn(String part) {
        return readings.containsKey(part);
    }

    /** The scope of parameters, named steps and parts by name. */
    public Scope scope() {
        return scope;
    }

    public String prompt(Locale language) {
        return fill(question.prompt(), language);
    }

    /** The label of a part; empty where the author gave none. */
    public String label(Part part, Locale language) {
        return part.label() == null ? "" : fill(part.label(), language);
    }

    /**
     * The worked solution; empty where the author gave none.
     *
     * @param drawn whether with pictures, as for a page, or in words and formulas alone, as other programs show it
     */
    public String solution(Locale language, boolean drawn) {
        return question.templates().solution(this, language, drawn);
    }

    /** A text with this variant's values filled in, as Markdown with LaTeX; throws where a value cannot be computed. */
    public String fill(Text text, Locale language) {
        return question.templates().fill(this, text, language);
    }

    private final class VariantScope implements Scope {
        @Override
        public void spent(long steps) {
            effort.spend(steps);
        }

        private final Map<String, Expression> lets = Folded.keys(question.let());

        @Override
        public @Nullable Value get(String name) {
            Value known = values.get(name);
            if (known == null) {
                known = compute(name);
                if (known != null) {
                    values.put(name, known);
                }
            }
            return known;
        }

        private @Nullable Value compute(String name) {
            Expression let = lets.get(name);
            if (let != null) {
                return original != null && !isFollowing(let, Set.of()) ? original.scope.get(name) : let.evaluate(this);
            }
            String part = question.dependencies().part(name);
            if (part != null) {
                Answer answer = standing(question.part(part));
                return answer instanceof Answer.Plain plain ? plain.value() : null;
            }
            return null;
        }

        @Override
        public @Nullable String typeset(String name) {
            return question.typeset(name);
        }

        @Override
        public @Nullable Expression definition(String name) {
            return question.definition(name, expects);
        }
    }
}
