package gradus.expression.read;

import gradus.expression.node.NameNode;
import gradus.expression.node.Rules;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of a text as the parser walks over them, and what it has used up: nodes, nesting, names, branch sites. */
public final class Cursor {
    /** How deep brackets, signs and commands may stand within each other. */
    static final int DEEPEST = 100;

    private static final int MOST_OPERATIONS = 3000;

    final String source;
    final Vocabulary vocabulary;
    public final List<String> names = new ArrayList<>();
    /** Notes for the student on how the text was read. */
    public final Set<Message> notes = new LinkedHashSet<>();

    /** The indices bound by the sums around this place. */
    final List<String> bound = new ArrayList<>();

    /** Whether this place is inside a sum without an index. */
    boolean summands;

    private final List<Token> tokens;
    /** A command of LaTeX, in which letters that stand together are a product and a bare exponent is one sign long. */
    private static final Pattern LATEX = Pattern.compile("[\\\\₩￦][\\p{Alpha},;:!|{\\\\]");

    private final Dialect dialect;
    private final boolean latex;
    private final int equation;
    private int pos;
    private int depth;
    private int operations;
    private int sites;

    public Cursor(String source, Vocabulary vocabulary) {
        if (source.length() > vocabulary.longestText()) {
            throw ExpressionException.of(
                    vocabulary.longestText(), "expression.too-long", source.length(), vocabulary.longestText());
        }
        this.source = source;
        this.vocabulary = vocabulary;
        this.tokens = Lexer.tokens(source, !vocabulary.isRich(), !vocabulary.numbersSigma());
        boolean response = vocabulary.isRich() && !vocabulary.isAuthor();
        this.dialect = response ? Dialect.of(tokens, vocabulary) : Dialect.PAPER;
        this.latex = response && LATEX.matcher(source).find();
        this.pos = response ? LeftSide.end(tokens) : 0;
        this.equation = pos;
        if (dialect == Dialect.ARRAYS) {
            notes.add(Message.of("expression.note-arrays"));
        }
    }

    /** The equals sign of an equation that only gives a symbol a number, which is no answer; null if there is none. */
    @Nullable
    Token assignment() {
        boolean symbol =
                equation == 2 && vocabulary.declares(Names.fold(tokens.get(0).text()));
        return symbol && names.isEmpty() ? tokens.get(1) : null;
    }

    /** The last sum sign so far that names no index; null if there is none. */
    @Nullable
    Token sumWithoutIndex() {
        for (int i = pos - 1; i >= 0; i--) {
            if (tokens.get(i).kind() == Kind.NAME && tokens.get(i).text().matches("Σ|∑|Sigma")) {
                return tokens.get(i);
            }
        }
        return null;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether this is a response as LaTeX writes formulas. */
    boolean isLatex() {
        return latex;
    }

    /** The dialect whose rules operators follow here. */
    Rules rules() {
        return dialect == Dialect.ARRAYS ? Rules.ARRAYS : summands ? Rules.SUMMANDS : Rules.PAPER;
    }

    /** Puts the tokens of a superscript, already taken, before the coming tokens, closed by a brace. */
    void open(Token raised) {
        List<Token> inside = Lexer.tokens(raised.text(), false, true);
        int place = pos;
        for (Token token : inside) {
            boolean end = token.kind() == Kind.END;
            tokens.add(
                    place++,
                    new Token(end ? Kind.SYMBOL : token.kind(), end ? "}" : token.text(), raised.at(), raised.end()));
        }
    }

    /** Removes the braces around a single coming token. */
    void unbrace() {
        tokens.remove(pos + 2);
        tokens.remove(pos);
    }

    /** Splits the coming word or number after its first character. */
    void splitOne() {
        Token token = tokens.get(pos);
        int middle = token.at() + 1;
        tokens.set(pos, new Token(token.kind(), token.text().substring(0, 1), token.at(), middle));
        Kind rest = Letters.isDigit(token.text().charAt(1)) ? Kind.NUMBER : token.kind();
        tokens.add(pos + 1, new Token(rest, token.text().substring(1), middle, token.end()));
    }

    Token peek() {
        return tokens.get(pos);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(pos + ahead, tokens.size() - 1));
    }

    Token previous() {
        return tokens.get(pos - 1);
    }

    Token take() {
        Token token = tokens.get(pos);
        if (token.kind() != Kind.END) {
            pos++;
        }
        return token;
    }

    boolean accept(String symbol) {
        if (peek().is(symbol)) {
            pos++;
            return true;
        }
        return false;
    }

    Token expect(String symbol, Token opener) {
        if (peek().is(symbol)) {
            return take();
        }
        if (peek().kind() == Kind.END) {
            throw ExpressionException.of(opener.at(), "expression.unclosed", opener.text(), symbol);
        }
        throw ExpressionException.of(peek().at(), "expression.expected", symbol, shown(peek()));
    }

    Token at(int position) {
        return tokens.get(position);
    }

    /** The position of the token before this one, or −1. */
    int tokenBefore(Token token) {
        return tokens.indexOf(token) - 1;
    }

    int position() {
        return pos;
    }

    void reset(int position) {
        pos = position;
    }

    /** Splits off the first characters of the coming name as a token and takes it. */
    void split(int characters) {
        Token token = tokens.get(pos);
        int middle = token.at() + characters;
        tokens.set(pos, new Token(Kind.NAME, token.text().substring(0, characters), token.at(), middle));
        tokens.add(pos + 1, new Token(Kind.NAME, token.text().substring(characters), middle, token.end()));
    }

    /** Replaces the coming name by several names side by side. */
    void split(List<String> words) {
        Token token = tokens.get(pos);
        int at = token.at();
        tokens.remove(pos);
        for (int i = 0; i < words.size(); i++) {
            int end = i == words.size() - 1
                    ? token.end()
                    : Math.min(token.end(), at + words.get(i).length());
            tokens.add(pos + i, new Token(Kind.NAME, words.get(i), at, end));
            at = end;
        }
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw ExpressionException.of(peek().at(), "expression.too-deep", DEEPEST);
        }
    }

    void leave() {
        depth--;
    }

    /** Counts an operation, which may make the tree one level deeper. */
    void operation(int at) {
        if (++operations > MOST_OPERATIONS) {
            throw ExpressionException.of(at, "expression.too-many-operations", MOST_OPERATIONS);
        }
    }

    int site() {
        return sites++;
    }

    public int sites() {
        return sites;
    }

    NameNode name(int at, String name) {
        int slot = names.indexOf(name);
        if (slot < 0) {
            slot = names.size();
            names.add(name);
        }
        return new NameNode(at, name, slot);
    }

    /** The original text between two positions. */
    String slice(int from, int to) {
        return source.substring(from, to).strip();
    }

    /** A token as a message shows it. */
    Object shown(Token token) {
        return token.kind() == Kind.END ? Message.of("expression.the-end") : source.substring(token.at(), token.end());
    }
}
