package gradus.expression.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that an expression can call, each by its declaration: the engine's, and with them those of a course. */
public final class Library {
    /** The word for worked steps, which is written as a function but is none. */
    public static final String STEPS = "steps";

    /** A command of LaTeX that is all of how a function is written. */
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)(\\\\left\\(|\\{)");

    private static final Library PRIMITIVES = new Library(List.of(
                    ElementwiseFunctions.all(),
                    ActivationFunctions.all(),
                    ReducingFunctions.all(),
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
    private final Map<String, LibraryFunction> marks = new LinkedHashMap<>();
    private final Map<String, LibraryFunction> commands = new LinkedHashMap<>();
    private final Map<String, LibraryFunction> inArrays = new LinkedHashMap<>();

    private Library(Collection<LibraryFunction> declared) {
        declared.forEach(function -> functions.put(function.name(), function));
        for (LibraryFunction function : functions.values()) {
            loose.put(loose(function.name()), function);
            function.nature().otherNames().forEach(other -> others.put(other, function));
            function.spellings().marks().forEach(mark -> marks.put(mark, function));
            function.spellings().inArrays().forEach(word -> inArrays.put(word, function));
            String latex = function.nature().latex();
            Matcher command = COMMAND.matcher(latex == null ? "" : latex);
            if (command.lookingAt()) {
                commands.put(command.group(1), function);
            }
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

    /** The function that a sign stands for, as {@code √} does for the root. */
    public LibraryFunction written(String mark) {
        LibraryFunction function = marks.get(mark);
        if (function == null) {
            throw new IllegalArgumentException(mark);
        }
        return function;
    }

    /** Whether a sign stands for some function. */
    public boolean isMark(String sign) {
        return marks.containsKey(sign);
    }

    /** The function that a LaTeX command prints: {@code \max}. */
    public @Nullable LibraryFunction command(String command) {
        return commands.get(command);
    }

    /** The function that NumPy, PyTorch or TensorFlow call by this word. */
    public @Nullable LibraryFunction inArrays(String word) {
        LibraryFunction function = inArrays.get(word);
        function = function == null ? meant(word) : function;
        return function == null || function.isUsed(Spellings.Use.ON_PAPER_ONLY) ? null : function;
    }

    /** Whether arrays have a method of this name. */
    public boolean isMethod(String word) {
        LibraryFunction function = functions.get(word);
        return function != null && function.isUsed(Spellings.Use.METHOD);
    }

    /** The names of the functions of a use, in the order of the documentation. */
    public List<String> used(Spellings.Use use) {
        return functions.values().stream()
                .filter(function -> function.isUsed(use))
                .map(LibraryFunction::name)
                .toList();
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
