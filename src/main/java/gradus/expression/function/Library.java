package gradus.expression.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that an expression can call, each by its declaration: the engine's, and with them those of a course. */
public final class Library {
    /** The word for worked steps, which is written as a function but is none. */
    public static final String STEPS = "steps";

    private static final Library PRIMITIVES = new Library(List.of(
                    ElementwiseFunctions.all(),
                    ActivationFunctions.all(),
                    ArrayFunctions.all(),
                    Rearrangement.all(),
                    LayerFunctions.all(),
                    DrawFunctions.all())
            .stream()
            .flatMap(List::stream)
            .toList());

    private static final Library FOR_LISTINGS = PRIMITIVES.with(InnerFunctions.all());

    private final Map<String, LibraryFunction> functions = new LinkedHashMap<>();
    private final Map<String, LibraryFunction> loose = new LinkedHashMap<>();
    private final Map<String, LibraryFunction> others = new LinkedHashMap<>();

    private Library(Collection<LibraryFunction> declared) {
        declared.forEach(function -> functions.put(function.name(), function));
        for (LibraryFunction function : functions.values()) {
            loose.put(loose(function.name()), function);
            function.nature().otherNames().forEach(other -> others.put(other, function));
        }
    }

    /** The functions that are written in Java. */
    public static Library primitives() {
        return PRIMITIVES;
    }

    /** The functions that are written in Java, with those steps that only the engine's own listings take. */
    public static Library forListings() {
        return FOR_LISTINGS;
    }

    /** These functions and further ones. */
    public Library with(Collection<LibraryFunction> further) {
        Map<String, LibraryFunction> all = new LinkedHashMap<>(functions);
        further.forEach(function -> all.put(function.name(), function));
        return new Library(all.values());
    }

    /** Whether no param, let or symbol may bear this folded name. */
    public boolean isFunction(String name) {
        return name.equals(STEPS) || functions.containsKey(name);
    }

    /** All functions in the order of the documentation. */
    public Collection<LibraryFunction> functions() {
        return Collections.unmodifiableCollection(functions.values());
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(functions.keySet());
    }

    /** The function with exactly this folded name. */
    public @Nullable LibraryFunction named(String name) {
        return functions.get(name);
    }

    /** The function that a name means where it stands before a parenthesis: also {@code σ}, {@code ReLU}, {@code arctan}. */
    public @Nullable LibraryFunction meant(String name) {
        LibraryFunction function = functions.get(name);
        function = function == null ? others.get(name) : function;
        return function == null ? loose.get(loose(name)) : function;
    }

    /** Whether a word is a function that draws. */
    public boolean isDraw(String name) {
        LibraryFunction function = functions.get(name);
        return function != null && function.group() == LibraryFunction.Group.DRAW;
    }

    private static String loose(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
