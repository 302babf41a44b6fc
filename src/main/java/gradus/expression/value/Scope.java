package gradus.expression.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up the values of an expression's names. All names are folded, see {@link Names#fold}. */
public interface Scope {
    Scope EMPTY = name -> null;

    /** The value of a folded name, or null where it has none. */
    @Nullable
    Value get(String name);

    /** The random stream; null outside parameters. */
    default @Nullable Draws draws() {
        return null;
    }

    /** The definition of a name, for worked steps; null for plain data. */
    default @Nullable Definition definition(String name) {
        return null;
    }

    /** The LaTeX that stands for a name in worked steps; null where its letters do. */
    default @Nullable String typeset(String name) {
        return null;
    }

    /** Receives the work of an evaluation in steps; may stop it by an exception. */
    default void spent(long steps) {}

    /** A scope of the values of a map, whose names may have any spelling. */
    static Scope of(Map<String, ? extends Value> values) {
        Map<String, Value> folded = new HashMap<>();
        values.forEach((name, value) -> folded.put(Names.fold(name), value));
        return folded::get;
    }

    /** This scope with further values, which take precedence. */
    default Scope and(Map<String, ? extends Value> values) {
        Scope further = of(values);
        Scope outer = this;
        return new Scope() {
            @Override
            public @Nullable Value get(String name) {
                Value value = further.get(name);
                return value == null ? outer.get(name) : value;
            }

            @Override
            public @Nullable Draws draws() {
                return outer.draws();
            }

            @Override
            public void spent(long steps) {
                outer.spent(steps);
            }

            @Override
            public @Nullable Definition definition(String name) {
                return further.get(name) == null ? outer.definition(name) : null;
            }

            @Override
            public @Nullable String typeset(String name) {
                return further.get(name) == null ? outer.typeset(name) : null;
            }
        };
    }

    /** This scope with a random stream, for evaluating parameters. */
    default Scope drawing(Draws draws) {
        Scope outer = this;
        return new Scope() {
            @Override
            public @Nullable Value get(String name) {
                return outer.get(name);
            }

            @Override
            public Draws draws() {
                return draws;
            }

            @Override
            public void spent(long steps) {
                outer.spent(steps);
            }

            @Override
            public @Nullable Definition definition(String name) {
                return outer.definition(name);
            }

            @Override
            public @Nullable String typeset(String name) {
                return outer.typeset(name);
            }
        };
    }
}
