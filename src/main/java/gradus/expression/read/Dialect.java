package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import gradus.expression.value.Names;
import java.util.List;
import java.util.Set;

/** The rules by which a whole response is read, recognised by marks such as {@code np.}, {@code @}, {@code .T} and {@code axis=0}. */
enum Dialect {
    /** The rules of mathematics on paper. */
    PAPER,
    /** The rules of NumPy and PyTorch. */
    ARRAYS,
    /** Marks of both, or marks that prove little: a product is read only where both rules agree. */
    BOTH;

    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "tf", "F", "nn");

    static Dialect of(List<Token> tokens, Vocabulary vocabulary) {
        boolean strong = false;
        boolean weak = false;
        boolean own = false;
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            if (token.kind() == Kind.SYMBOL) {
                weak |= token.is("**") || token.is("//") || (token.is(".") && next.isName("T"));
                strong |= token.is("@")
                        || (token.is(".")
                                && ArrayCalls.isMethod(next.text(), vocabulary.library())
                                && tokens.get(i + 2).is("("));
                own |= token.is(".*") || token.is("⊙") || token.is("⊤") || token.is("ᵀ");
                own |= token.is("'") && !(i > 0 && isDerivative(tokens.get(i - 1), next, vocabulary));
                own |= token.is("^")
                        && (next.isName("T")
                                || next.is("{") && tokens.get(i + 2).isName("T"));
            } else if (token.kind() == Kind.NAME) {
                strong |= next.is(".") && MODULES.contains(token.text()) && !vocabulary.declares(token.text());
                strong |= next.is("=") && token.text().equals("dim");
                strong |= next.is("=") && token.text().equals("axis") && isFromZero(tokens.get(i + 2));
            }
        }
        return own && (strong || weak) || weak && !strong ? BOTH : strong ? ARRAYS : PAPER;
    }

    private static boolean isDerivative(Token name, Token next, Vocabulary vocabulary) {
        return name.kind() == Kind.NAME && next.is("(") && vocabulary.library().meant(Names.fold(name.text())) != null;
    }

    private static boolean isFromZero(Token axis) {
        return axis.is("-") || axis.text().equals("0") || axis.text().equals("None");
    }
}
