package gradus.question.part;

import gradus.expression.equality.FreePoints;
import gradus.expression.equality.Symbols;
import gradus.expression.equality.Symbols.Dependent;
import gradus.expression.equality.Symbols.Domain;
import gradus.expression.equality.Symbols.Symbol;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Names;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a formula is written in: the symbols of its part, and the earlier formula parts of the question by their ids.
 *
 * @param symbols everything at whose values formulas are compared; more than a student may write where earlier parts need it
 * @param vocabulary what a student may write
 * @param free where a student's formula is tried as it is read
 */
record FormulaSymbols(Symbols symbols, Vocabulary vocabulary, FreePoints free) {
    private static final Pattern SYMBOLS = Pattern.compile("\\$[^$]+\\$|`[^`]+`");
    private static final Pattern TYPESET = Pattern.compile("\\\\[a-zA-Z]+\\s*|[{}\\[\\]^_]");

    /** Of a part in a variant, made once. */
    static FormulaSymbols of(Part part, Variant variant) {
        return variant.kept("symbols of " + part.id(), () -> make(part, variant));
    }

    /** What the page says may be written: of the earlier parts those whose ids the question uses as symbols, too. */
    static List<String> offered(Part part, Variant variant) {
        Set<String> shown = variant.keptForAll("symbols shown", () -> shown(variant.question()));
        List<Part> earlier = earlier(part, variant).stream()
                .filter(other -> shown.contains(bare(other.id())))
                .toList();
        return words(part, earlier).values();
    }

    /** What stands as a symbol, in formulas or as code, in the prompt and the labels of a question. */
    private static Set<String> shown(Question question) {
        Set<String> shown = new HashSet<>();
        List<Text> texts = new ArrayList<>(List.of(question.prompt()));
        for (Part part : question.parts()) {
            Text label = part.label();
            if (label == null) {
                shown.add(bare(part.id()));
            } else {
                texts.add(label);
            }
        }
        texts.stream()
                .flatMap(text -> text.byLanguage().values().stream())
                .flatMap(text -> SYMBOLS.matcher(text).results())
                .flatMap(symbols -> Arrays.stream(bare(symbols.group()).split("\\W+")))
                .forEach(shown::add);
        return shown;
    }

    /** {@code dW^{[2]}} and {@code \hat v_w} as {@code dW2} and {@code vw}. */
    private static String bare(String symbols) {
        return TYPESET.matcher(symbols).replaceAll("");
    }

    private static Vocabulary words(Part part, List<Part> earlier) {
        Set<String> names = new LinkedHashSet<>(part.symbols().names());
        earlier.forEach(other -> names.add(other.id()));
        return Objects.requireNonNull(part.type().vocabulary(names), "formulas have one");
    }

    private static FormulaSymbols make(Part part, Variant variant) {
        List<Part> earlier = earlier(part, variant);
        Vocabulary vocabulary = words(part, earlier);
        Symbols symbols = earlier.isEmpty() ? part.symbols() : symbols(part, earlier, variant);
        Map<String, String> aliases = new LinkedHashMap<>(variant.question().aliases());
        if (part.type() instanceof FormulaType formula) {
            aliases.putAll(formula.aliases());
        }
        return new FormulaSymbols(symbols, vocabulary.calling(aliases), FreePoints.of(symbols, variant.scope()));
    }

    /** The earlier formula parts whose ids may be written: those that use no symbol of this part for something else. */
    private static List<Part> earlier(Part part, Variant variant) {
        List<Part> earlier = new ArrayList<>();
        for (Part other : variant.question().parts()) {
            if (other.id().equals(part.id())) {
                break;
            }
            boolean hidden = part.symbols().names().contains(Names.fold(other.id()));
            boolean formula = other.type().expectsFormula() && other.expect() != null;
            if (formula && !hidden && suit(other.symbols(), part.symbols())) {
                earlier.add(other);
            }
        }
        return earlier;
    }

    private static boolean suit(Symbols others, Symbols own) {
        return others.all().entrySet().stream().allMatch(symbol -> {
            Symbol here = own.all().get(symbol.getKey());
            return !(symbol.getValue() instanceof Domain other)
                    || !(here instanceof Domain domain)
                    || domain.shape().equals(other.shape());
        });
    }

    private static Symbols symbols(Part part, List<Part> earlier, Variant variant) {
        Map<String, Symbol> drawn = new LinkedHashMap<>();
        Map<String, Symbol> computed = new LinkedHashMap<>();
        add(part.symbols(), drawn, computed);
        for (Part other : earlier) {
            add(other.symbols(), drawn, computed);
            if (variant.standing(other) instanceof Answer.Formula formula) {
                computed.putIfAbsent(Names.fold(other.id()), new Dependent(formula.expression()));
            }
        }
        Symbols.Builder all = Symbols.builder();
        drawn.forEach(all::add);
        computed.forEach(all::add);
        return all.build();
    }

    private static void add(Symbols symbols, Map<String, Symbol> drawn, Map<String, Symbol> computed) {
        symbols.all().forEach((name, symbol) -> {
            if (!drawn.containsKey(name) && !computed.containsKey(name)) {
                (symbol instanceof Domain ? drawn : computed).put(name, symbol);
            }
        });
    }
}
