package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import java.util.List;

/** The part of the lexer that turns LaTeX commands into tokens. */
final class CommandLexer {
    private static final String SPACES = ",;:! ";

    private final Lexer lexer;
    private int cases;
    private int depth;

    CommandLexer(Lexer lexer) {
        this.lexer = lexer;
    }

    void command() {
        int from = lexer.pos;
        lexer.pos++;
        int letters = lexer.pos;
        while (Character.isLetter(lexer.peek(0)) && lexer.peek(0) < 0x80) {
            lexer.pos++;
        }
        if (lexer.pos == letters) {
            sign(from);
            return;
        }
        String command = lexer.text.substring(letters, lexer.pos);
        String symbol = LatexCommands.symbol(command);
        if (LatexCommands.isSilent(command)) {
            if (lexer.peek(0) == '.') {
                lexer.pos++;
            }
        } else if (command.equals("prime")) {
            prime(from);
        } else if (command.equals("begin") || command.equals("end")) {
            environment(command, from);
        } else if (symbol != null) {
            lexer.add(Kind.SYMBOL, symbol, from);
        } else if (LatexCommands.isStructure(command)) {
            lexer.add(Kind.COMMAND, LatexCommands.isFraction(command) ? "frac" : "√", from);
        } else if (LatexCommands.isWrapper(command)) {
            enter(from);
            wrapped(from, command);
            depth--;
        } else if (LatexCommands.isName(command)) {
            named(LatexCommands.name(command), from);
        } else {
            throw unknown(from);
        }
    }

    private void enter(int from) {
        if (++depth > Cursor.DEEPEST) {
            throw ExpressionException.of(lexer.plain.originalOffset(from), "expression.too-deep", Cursor.DEEPEST);
        }
    }

    /** A backslash before a sign: spaces, escaped brackets, the delimiters of a whole formula, the end of a row of cases. */
    private void sign(int from) {
        char mark = lexer.peek(0);
        lexer.pos += lexer.pos < lexer.text.length() ? 1 : 0;
        boolean first = lexer.text.substring(0, from).isBlank();
        boolean last = lexer.text.substring(lexer.pos).isBlank();
        if (mark == '\\') {
            if (cases > 0) {
                lexer.add(Kind.SYMBOL, "\\\\", from);
            }
        } else if (mark == '|') {
            lexer.add(Kind.SYMBOL, "‖", from);
        } else if (mark == '{' || mark == '}') {
            lexer.add(Kind.SYMBOL, String.valueOf(mark), from);
        } else if (!(first && "([".indexOf(mark) >= 0)
                && !(last && ")]".indexOf(mark) >= 0)
                && (mark == '\0' || SPACES.indexOf(mark) < 0)) {
            throw unknown(from);
        }
    }

    private ExpressionException unknown(int from) {
        return ExpressionException.of(
                lexer.plain.originalOffset(from),
                "expression.unknown-command",
                lexer.text.substring(from, Math.min(lexer.pos, lexer.text.length())));
    }

    /** {@code f^\prime} and {@code f^{\prime}} are {@code f'}. */
    private void prime(int from) {
        List<Token> tokens = lexer.tokens;
        int last = tokens.size() - 1;
        if (last >= 1 && tokens.get(last).is("{") && tokens.get(last - 1).is("^")) {
            int close = lexer.text.indexOf('}', lexer.pos);
            if (close < 0 || !lexer.text.substring(lexer.pos, close).isBlank()) {
                throw unknown(from);
            }
            lexer.pos = close + 1;
            tokens.remove(last);
            tokens.remove(last - 1);
        } else if (last >= 0 && tokens.get(last).is("^")) {
            tokens.remove(last);
        }
        lexer.add(Kind.SYMBOL, "'", from);
    }

    private void environment(String command, int from) {
        boolean begins = command.equals("begin");
        if (!lexer.text.startsWith("{cases}", lexer.pos)) {
            throw unknown(from);
        }
        lexer.pos += "{cases}".length();
        cases += begins ? 1 : -1;
        lexer.add(Kind.COMMAND, begins ? "cases" : "endcases", from);
    }

    /** A command that is a name, with the subscript that follows it: {@code \beta_1}, {@code \lambda_{max}}. */
    private void named(String name, int from) {
        String word = name;
        skipToSubscript();
        if (lexer.peek(0) == '_' && Letters.isNamePart(lexer.peek(1)) && lexer.peek(1) != '_') {
            word += "_" + lexer.peek(1);
            lexer.pos += 2;
        } else if (lexer.peek(0) == '_' && lexer.peek(1) == '{') {
            int close = lexer.text.indexOf('}', lexer.pos);
            if (close > 0 && lexer.isSubscript(lexer.pos + 2, close)) {
                word += "_" + lexer.text.substring(lexer.pos + 2, close);
                lexer.pos = close + 1;
            }
        }
        lexer.add(Kind.NAME, word, from);
    }

    /** MathQuill writes a space between a command and its subscript: {@code \beta _1}. */
    private void skipToSubscript() {
        int ahead = 0;
        while (lexer.peek(ahead) == ' ') {
            ahead++;
        }
        if (lexer.peek(ahead) == '_') {
            lexer.pos += ahead;
        }
    }

    /**
     * {@code \hat{y}} is {@code y_hat}; {@code \mathrm{relu}} is {@code relu}; {@code \mathbf{1}} is 1; {@code
     * \mathsf{T}} is a transpose.
     */
    private void wrapped(int from, String wrapper) {
        String suffix = LatexCommands.suffix(wrapper);
        if (lexer.peek(0) == '*') {
            lexer.pos++;
        }
        while (lexer.peek(0) == ' ') {
            lexer.pos++;
        }
        int open = lexer.pos;
        boolean braced = lexer.peek(0) == '{';
        int before = lexer.tokens.size();
        if (braced) {
            int close = closing(open);
            lexer.pos++;
            while (lexer.pos < close) {
                lexer.next();
            }
            lexer.pos = close + 1;
        } else if (lexer.peek(0) == '\\') {
            lexer.next();
        } else if (lexer.pos == lexer.text.length()) {
            throw unknown(from);
        } else {
            lexer.pos++;
            char letter = lexer.text.charAt(lexer.pos - 1);
            lexer.add(Letters.isDigit(letter) ? Kind.NUMBER : Kind.NAME, String.valueOf(letter), open);
        }
        List<Token> inside = List.copyOf(lexer.tokens.subList(before, lexer.tokens.size()));
        lexer.tokens.subList(before, lexer.tokens.size()).clear();
        Token only = inside.size() == 1 ? inside.get(0) : null;
        if (only != null && only.kind() == Kind.NUMBER && suffix.isEmpty()) {
            lexer.add(Kind.NUMBER, only.text(), from);
        } else if (only != null && only.kind() == Kind.NAME) {
            name(from, wrapper, only.text() + suffix);
        } else if (suffix.isEmpty() && braced && !inside.isEmpty()) {
            lexer.tokens.addAll(inside);
        } else if (!suffix.isEmpty() || !braced) {
            throw unknown(from);
        }
    }

    private void name(int from, String wrapper, String word) {
        boolean raised = !lexer.tokens.isEmpty()
                && (lexer.tokens.get(lexer.tokens.size() - 1).is("^")
                        || lexer.tokens.get(lexer.tokens.size() - 1).is("{"));
        if (word.equals("T")
                && raised
                && (wrapper.equals("mathsf") || wrapper.equals("mathrm") || wrapper.equals("text"))) {
            lexer.add(Kind.SYMBOL, "⊤", from);
        } else if (wrapper.equals("mathbb") && word.equals("I")) {
            lexer.add(Kind.NUMBER, "1", from);
        } else {
            named(word, from);
        }
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < lexer.text.length(); i++) {
            char c = lexer.text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw ExpressionException.of(lexer.plain.originalOffset(open), "expression.unclosed", "{", "}");
    }
}
