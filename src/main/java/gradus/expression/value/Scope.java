package gradus.expression.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an expression finds the values of its names. Names come folded, see {@link Names#fold}. */
public interface Scope {
    Scope EMPTY = name -> null;

    /** The value of a folded name, or null where it has none. */
    @Nullable
    Value get(String name);

    /** The source of random draws; null outside params. */
    default @Nullable Draws draws() {
        return null;
    }

    /** What defines a name, for worked steps; null where it is plain data. */
    default @Nullable Definition definition(String name) {
        return null;
    }

    /** Told of the work that an evaluation took, in steps; may refuse to go on by throwing. */
    default void spent(long steps) {}

    /** The values of a map, whose names may be written in any spelling. */
    static Scope of(Map<String, ? extends Value> values) {
        Map<String, Value> folded = new HashMap<>();
        values.forEach((name, value) -> folded.put(Names.fold(name), value));
        return folded::get;
    }

    /** This scope with further values, which win. */
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
        };
    }

    /** This scope with a source of random draws: only params are evaluated so. */
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
        };
    }

    /** This scope with the expressions by which its names were defined, so that {@code steps(name)} can follow them. */
    default Scope defining(Map<String, ? extends Definition> definitions) {
        Map<String, Definition> folded = new HashMap<>();
        definitions.forEach((name, definition) -> folded.put(Names.fold(name), definition));
        Scope outer = this;
        return new Scope() {
            @Override
            public @Nullable Value get(String name) {
                return outer.get(name);
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
                Definition definition = folded.get(name);
                return definition == null ? outer.definition(name) : definition;
            }
        };
    }
}
