package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Budget;
import gradus.expression.value.Names;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that an expression may use: declared names, functions, and whether products may be written without {@code *}. */
public final class Vocabulary {
    /** The word in {@code allow} that stands for comparisons, {@code 1{…}} and choices. */
    public static final String COMPARISONS = "comparisons";

    private static final Pattern NUMBERED_SIGMA = Pattern.compile("Sigma_?\\d.*");
    private static final int MOST_SHOWN = 20;
    private static final long AUTHOR_WORK = 2_000_000_000L;
    private static final long STUDENT_WORK = 10_000_000L;
    private static final int AUTHOR_CELLS = 1_000_000;
    private static final int STUDENT_CELLS = 20_000;
    private static final int AUTHOR_TEXT = 1_000_000;
    private static final int STUDENT_TEXT = 10_000;
    private static final Vocabulary ARITHMETIC = new Vocabulary(
            Set.of(), new LinkedHashSet<>(Library.primitives().used(Use.IN_NUMBERS)), Level.ARITHMETIC, false);

    private enum Level {
        ARITHMETIC,
        FORMULA,
        AUTHOR
    }

    private final Set<String> declared;
    private final Set<String> functions;
    private final Level level;
    private final boolean open;
    private final Map<String, String> aliases;
    private final int examples;
    private final @Nullable Library library;
    private final Set<String> chosen;

    private Vocabulary(Set<String> declared, Set<String> functions, Level level, boolean open) {
        this(declared, functions, level, open, Map.of(), -1, null, Set.of());
    }

    private Vocabulary(
            Set<String> declared,
            Set<String> functions,
            Level level,
            boolean open,
            Map<String, String> aliases,
            int examples,
            @Nullable Library library,
            Set<String> chosen) {
        this.library = library;
        this.chosen = chosen;
        this.aliases = aliases;
        this.declared = declared;
        this.functions = functions;
        this.level = level;
        this.open = open;
        this.examples = examples;
    }

    /** These words with the axis, from 0, along which the examples of a matrix lie; −1 if unknown. */
    public Vocabulary withExamples(int axis) {
        return new Vocabulary(declared, functions, level, open, aliases, axis, library, chosen);
    }

    /** The axis along which the examples of a matrix lie, from 0; −1 where nobody has said. */
    public int examples() {
        return examples;
    }

    /** All functions that a call may mean, allowed or not. */
    public Library library() {
        return library == null ? Engine.library() : library;
    }

    /** Authors' words before the declared names are known: any name is accepted. */
    public static Vocabulary author() {
        return new Vocabulary(Set.of(), allFunctions(Engine.library()), Level.AUTHOR, true);
    }

    /** Authors' words: the declared names and all functions of the engine. */
    public static Vocabulary author(Collection<String> declared) {
        return author(declared, Engine.library());
    }

    /** Authors' words: the declared names, and all functions of a library and worked steps. */
    public static Vocabulary author(Collection<String> declared, Library library) {
        return new Vocabulary(
                folded(declared), allFunctions(library), Level.AUTHOR, false, Map.of(), -1, library, Set.of());
    }

    /**
     * The words of a line of a listing: the names before it and the functions that compute.
     *
     * @param chosen the parameters that name a function, which can be called
     */
    static Vocabulary listing(Library library, Collection<String> declared, Collection<String> chosen) {
        Set<String> functions = allFunctions(library);
        functions.removeIf(library::isDraw);
        functions.remove(Library.STEPS);
        return new Vocabulary(
                folded(declared), functions, Level.AUTHOR, false, Map.of(), -1, library, Set.copyOf(chosen));
    }

    /** Whether a name is a parameter that stands for a function. */
    boolean isChosen(String name) {
        return chosen.contains(name);
    }

    /** What students may write in numbers and cells: {@code sqrt exp ln log pi e}, every product written. */
    public static Vocabulary arithmetic() {
        return ARITHMETIC;
    }

    /** What students may write in a formula: the symbols and the elementwise, array and activation functions. */
    public static Vocabulary formula(Collection<String> symbols) {
        Set<String> functions = new LinkedHashSet<>();
        for (LibraryFunction function : Engine.library().functions()) {
            if (function.group().isForStudents()) {
                functions.add(function.name());
            }
        }
        functions.add(COMPARISONS);
        return new Vocabulary(folded(symbols), functions, Level.FORMULA, false);
    }

    /** What students may write in a formula: the symbols and exactly the functions listed, with {@link #COMPARISONS} as one. */
    public static Vocabulary formula(Collection<String> symbols, Collection<String> allow) {
        return new Vocabulary(folded(symbols), new LinkedHashSet<>(allow), Level.FORMULA, false);
    }

    /** These words with aliases for declared names. */
    public Vocabulary calling(Map<String, String> further) {
        Map<String, String> known = new HashMap<>();
        further.forEach((alias, name) -> {
            boolean free = !declared.contains(Names.fold(alias)) && declared.contains(Names.fold(name));
            if (free) {
                known.put(Names.fold(alias), Names.fold(name));
            }
        });
        return known.isEmpty()
                ? this
                : new Vocabulary(declared, functions, level, open, Map.copyOf(known), examples, library, chosen);
    }

    private static Set<String> allFunctions(Library library) {
        Set<String> functions = new LinkedHashSet<>(library.names());
        functions.add(COMPARISONS);
        functions.add(Library.STEPS);
        return functions;
    }

    private static Set<String> folded(Collection<String> names) {
        Set<String> folded = new LinkedHashSet<>();
        names.forEach(name -> folded.add(Names.fold(name)));
        return folded;
    }

    boolean isAuthor() {
        return level == Level.AUTHOR;
    }

    /** Whether lists, indices, texts, truth words and products without {@code *} may stand: everywhere but in numbers. */
    boolean isRich() {
        return level != Level.ARITHMETIC;
    }

    boolean declares(String name) {
        return declared.contains(name) || aliases.containsKey(name);
    }

    /** Whether some declared name is a Σ with a number, such as a covariance {@code Σ1}. */
    boolean numbersSigma() {
        for (String name : declared) {
            if (name.startsWith("Sigma") && NUMBERED_SIGMA.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name may stand for a value: it is declared, or names are open and it is no function. */
    boolean knows(String name) {
        return declared.contains(name) || (open && !library().isFunction(name));
    }

    /** The declared name that this one means if the two are usual spellings of one another, as {@code ε} and {@code eps}. */
    String settled(String name) {
        String meant = aliases.get(name);
        if (meant != null) {
            return meant;
        }
        if (!declared.contains(name)) {
            String other = name.equals("epsilon") ? "eps" : name.equals("eps") ? "epsilon" : name;
            return declared.contains(other) ? other : name;
        }
        return name;
    }

    public boolean allows(String function) {
        return functions.contains(function);
    }

    /** Whether a sign may stand in a formula: any that stands for no function, and those of functions that may be used. */
    public boolean allowsSign(String sign) {
        return !library().isMark(sign) || allowsMark(sign);
    }

    /** Whether the function that a sign of paper stands for may be used. */
    boolean allowsMark(String mark) {
        return allows(library().written(mark).name());
    }

    /** The allowed functions of formulas, the longest names first. */
    List<String> forStudents() {
        return library().functions().stream()
                .filter(function -> function.group().isForStudents() && allows(function.name()))
                .map(LibraryFunction::name)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    boolean allowsComparisons() {
        return functions.contains(COMPARISONS);
    }

    public Budget budget() {
        return isAuthor() ? new Budget(AUTHOR_WORK, AUTHOR_CELLS) : new Budget(STUDENT_WORK, STUDENT_CELLS);
    }

    int longestText() {
        return isAuthor() ? AUTHOR_TEXT : STUDENT_TEXT;
    }

    /** What may be used, for messages: names, functions and signs apart. */
    Message allowed() {
        return allowedBut("");
    }

    /** The same without one function that is forbidden; of the many that formulas have by default only some. */
    Message allowedBut(String function) {
        boolean many = functions.size() > MOST_SHOWN;
        List<String> names = new ArrayList<>(values());
        List<String> called = new ArrayList<>();
        if (!isAuthor()) {
            for (String word : many ? library().used(Use.OFFERED) : functions) {
                (library().isFunction(word) ? called : names).add(word);
            }
            names.remove(COMPARISONS);
            called.remove(function);
            (many ? called : names).addAll(many ? List.of("…") : isRich() ? List.of() : List.of("pi", "e"));
        }
        return MayUse.said(names, called, !isAuthor() && !many && allowsComparisons());
    }

    /** The declared names to offer as values: none that is a function's, as parts may bear, since a call of it means the function. */
    public List<String> values() {
        return declared.stream().filter(name -> !library().isFunction(name)).toList();
    }

    /** The known name with the nearest spelling, a declared one before any function, or null if none is near. */
    @Nullable
    String nearest(String name) {
        String own = Spelling.nearestAtHand(name, values());
        Set<String> words = new HashSet<>(functions);
        words.add("pi");
        String nearest = own == null ? Spelling.nearest(name, words) : own;
        List<String> longer = name.length() > 1
                ? List.of()
                : declared.stream()
                        .filter(word -> word.length() > 2 && word.startsWith(name))
                        .toList();
        return nearest == null && longer.size() == 1 ? longer.get(0) : nearest;
    }
}
