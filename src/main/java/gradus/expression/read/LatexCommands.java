package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.value.Names;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The LaTeX commands that may occur in formulas, and what each means. */
final class LatexCommands {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("cdot", "*"),
            Map.entry("times", "*"),
            Map.entry("ast", "*"),
            Map.entry("div", "/"),
            Map.entry("odot", "⊙"),
            Map.entry("circ", "⊙"),
            Map.entry("top", "⊤"),
            Map.entry("intercal", "⊤"),
            Map.entry("prime", "'"),
            Map.entry("Vert", "‖"),
            Map.entry("lfloor", "⌊"),
            Map.entry("rfloor", "⌋"),
            Map.entry("lceil", "⌈"),
            Map.entry("rceil", "⌉"),
            Map.entry("lVert", "‖"),
            Map.entry("rVert", "‖"),
            Map.entry("vert", "|"),
            Map.entry("mid", "|"),
            Map.entry("lvert", "|"),
            Map.entry("rvert", "|"),
            Map.entry("le", "<="),
            Map.entry("leq", "<="),
            Map.entry("ge", ">="),
            Map.entry("geq", ">="),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("ne", "!="),
            Map.entry("neq", "!="),
            Map.entry("geqslant", ">="),
            Map.entry("leqslant", "<="),
            Map.entry("land", "&&"),
            Map.entry("wedge", "&&"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("lbrace", "{"),
            Map.entry("rbrace", "}"),
            Map.entry("in", "∈"),
            Map.entry("leftarrow", ":="),
            Map.entry("gets", ":="),
            Map.entry("coloneqq", ":="));
    private static final Set<String> SILENT = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "quad",
            "qquad",
            "displaystyle",
            "limits",
            "nolimits",
            "textstyle",
            "bigg",
            "Bigg",
            "biggl",
            "biggr",
            "Biggl",
            "Biggr",
            "mathopen",
            "mathclose",
            "mathstrut",
            "rm",
            "bf",
            "it",
            "thinspace",
            "bigm",
            "Bigm",
            "middle",
            "nonumber",
            "scriptstyle");
    private static final Set<String> FRACTIONS = Set.of("frac", "dfrac", "tfrac", "cfrac");
    private static final Map<String, String> WRAPPERS = Map.ofEntries(
            Map.entry("hat", "_hat"),
            Map.entry("widehat", "_hat"),
            Map.entry("bar", "_bar"),
            Map.entry("overline", "_bar"),
            Map.entry("tilde", "_tilde"),
            Map.entry("mathrm", ""),
            Map.entry("mathbf", ""),
            Map.entry("mathit", ""),
            Map.entry("mathbb", ""),
            Map.entry("boldsymbol", ""),
            Map.entry("bm", ""),
            Map.entry("text", ""),
            Map.entry("mathsf", ""),
            Map.entry("mathtt", ""),
            Map.entry("mathcal", ""),
            Map.entry("pmb", ""),
            Map.entry("vec", ""),
            Map.entry("mbox", ""),
            Map.entry("textrm", ""),
            Map.entry("textbf", ""),
            Map.entry("textit", ""),
            Map.entry("mathop", ""),
            Map.entry("operatorname", ""));
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("varepsilon", "epsilon"),
            Map.entry("varphi", "phi"),
            Map.entry("vartheta", "theta"),
            Map.entry("sum", "Sigma"),
            Map.entry("det", "det"),
            Map.entry("ell", "ell"),
            Map.entry("partial", "∂"),
            Map.entry("nabla", "∇"),
            Map.entry("infty", "inf"));

    private LatexCommands() {}

    static @Nullable String symbol(String command) {
        return SYMBOLS.get(command);
    }

    static boolean isSilent(String command) {
        return SILENT.contains(command);
    }

    static boolean isStructure(String command) {
        return isFraction(command) || Library.primitives().written("√").equals(function(command));
    }

    static boolean isFraction(String command) {
        return FRACTIONS.contains(command);
    }

    /** The function of LaTeX's own command, or of one that packages and authors define: {@code \abs}, {@code \softmax}. */
    private static @Nullable LibraryFunction function(String command) {
        LibraryFunction function = Library.primitives().command(command);
        return function == null ? Library.primitives().meant(command) : function;
    }

    static boolean isWrapper(String command) {
        return WRAPPERS.containsKey(command);
    }

    static String suffix(String wrapper) {
        return WRAPPERS.getOrDefault(wrapper, "");
    }

    static boolean isName(String command) {
        return NAMES.containsKey(command) || Names.isGreekName(command) || function(command) != null;
    }

    static String name(String command) {
        LibraryFunction function = Names.isGreekName(command) ? null : function(command);
        return NAMES.getOrDefault(command, function == null ? command : function.name());
    }
}
