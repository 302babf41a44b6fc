package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.node.Node;
import gradus.expression.node.SumNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sum signs with the indices that they bind: {@code Σ(o-t)²}, {@code Σ_d}, {@code \sum_{d=1}^m}. */
final class SumSign {
    private static final Pattern SIGN = Pattern.compile("(Sigma|sum)(?:_([A-Za-z]+)(?:₌([01]))?)?_?");
    private static final Pattern GLUED = Pattern.compile("(?:Σ|∑)(?:[ᵢⱼₖₗₘₙₐₑₒₚᵣₛₜᵤᵥₓ]{1,2}|_[a-z](?=[A-Za-z]{2}))?");

    private final Cursor cursor;
    private final Parser parser;

    SumSign(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /** Whether a sum sign stands here that is not a call; a word that begins with one is split after it. */
    boolean stands() {
        Token token = cursor.peek();
        if (token.kind() != Kind.NAME || !mayBegin(token.text())) {
            return false;
        }
        if (cursor.vocabulary.declares(Names.fold(token.text())) || cursor.vocabulary.declares("Sigma")) {
            return false;
        }
        Matcher sign = SIGN.matcher(Names.fold(token.text()));
        if (!sign.matches()) {
            Matcher glued = GLUED.matcher(token.text());
            if (!glued.lookingAt() || glued.end() == token.text().length()) {
                return false;
            }
            cursor.split(glued.end());
            sign = SIGN.matcher(Names.fold(cursor.peek().text()));
            return sign.matches();
        }
        boolean binds = sign.group(2) != null || token.text().endsWith("_") || opensIndices();
        return binds || sign.group(1).equals("Sigma") && !isCall();
    }

    private boolean mayBegin(String word) {
        char first = word.charAt(0);
        return first == 'Σ'
                || first == '∑'
                || word.startsWith("Sigma")
                || word.startsWith(cursor.vocabulary.library().written("Σ").name());
    }

    private boolean opensIndices() {
        Token next = cursor.peek(1);
        return next.isName("_")
                || (next.is("^")
                        && raisedEnd() > 0
                        && cursor.peek(raisedEnd()).text().startsWith("_"));
    }

    /** The distance to the end of the group or word above the sign; 0 if there is none. */
    private int raisedEnd() {
        if (!cursor.peek(2).is("{")) {
            return 3;
        }
        int end = 3;
        while (!cursor.peek(end).is("}") && cursor.peek(end).kind() != Kind.END) {
            end++;
        }
        return end + 1;
    }

    /** {@code Σ(x, axis=1)} is a call, because it has several arguments. */
    private boolean isCall() {
        if (!cursor.peek(1).is("(")) {
            return false;
        }
        int depth = 1;
        for (int i = 2; depth > 0 && cursor.peek(i).kind() != Kind.END; i++) {
            Token token = cursor.peek(i);
            depth += token.deeper();
            if (depth == 1 && token.is(",")) {
                return true;
            }
        }
        return false;
    }

    Node read() {
        Token sign = cursor.take();
        LibraryFunction sum = cursor.vocabulary.library().written("Σ");
        if (!cursor.vocabulary.allows(sum.name())) {
            throw ExpressionException.of(
                    sign.at(), "expression.function-not-allowed", sum.name(), cursor.vocabulary.allowedBut(sum.name()));
        }
        cursor.operation(sign.at());
        Bounds bounds = new Bounds();
        bounds.read(sign);
        int before = cursor.bound.size();
        cursor.bound.addAll(bounds.indices);
        boolean summands = cursor.summands;
        cursor.summands = bounds.indices.isEmpty() && cursor.dialect() == Dialect.PAPER;
        cursor.enter();
        int from = cursor.peek().at();
        Node terms = parser.terms();
        cursor.leave();
        cursor.summands = summands;
        while (cursor.bound.size() > before) {
            cursor.bound.remove(cursor.bound.size() - 1);
        }
        if (bounds.indices.isEmpty()) {
            return SumNode.of(sign.at(), sum, null, -1, terms);
        }
        for (int i = bounds.indices.size() - 1; i >= 0; i--) {
            SumNode node = SumNode.of(sign.at(), sum, bounds.indices.get(i), bounds.count, terms);
            if (node.places().isEmpty()) {
                throw ExpressionException.of(sign.at(), "expression.index-unused", bounds.indices.get(i))
                        .offering(new Edit(sign.at(), from, "Σ "));
            }
            terms = node;
        }
        return terms;
    }

    /** The bounds below and above a sum sign. */
    private final class Bounds {
        private final List<String> indices = new ArrayList<>();
        private @Nullable String lower;
        private int count = -1;

        private void read(Token sign) {
            String name = Names.fold(sign.text());
            Matcher words = SIGN.matcher(name);
            if (words.matches() && words.group(2) != null) {
                below(words.group(2));
                lower = words.group(3);
            } else if (sign.text().endsWith("_") && cursor.peek().is("{")) {
                braces(cursor.take());
            }
            upper(sign);
            if (indices.isEmpty()
                    && cursor.peek().kind() == Kind.NAME
                    && cursor.peek().text().startsWith("_")) {
                Token subscript = cursor.take();
                if (subscript.text().length() > 1) {
                    below(subscript.text().substring(1));
                } else {
                    Token open = cursor.peek();
                    cursor.expect("{", open);
                    braces(open);
                }
                upper(sign);
            }
        }

        private void below(String word) {
            if (word.length() <= 2) {
                word.chars().forEach(letter -> indices.add(String.valueOf((char) letter)));
            } else {
                indices.add(word);
            }
        }

        private void braces(Token open) {
            do {
                Token index = cursor.take();
                if (index.kind() != Kind.NAME) {
                    throw parser.unexpected(index);
                }
                if (indices.isEmpty() && index.text().length() == 2) {
                    below(index.text());
                } else {
                    indices.add(index.text());
                }
            } while (cursor.accept(","));
            if (cursor.accept("∈")) {
                Token whole = cursor.take();
                if (whole.kind() != Kind.NAME) {
                    throw bounds(whole);
                }
            } else if (cursor.accept("=")) {
                Token first = cursor.take();
                lower = first.text();
                if (!lower.equals("1") && !lower.equals("0")) {
                    throw bounds(first);
                }
            }
            cursor.expect("}", open);
        }

        private void upper(Token sign) {
            if (cursor.peek().kind() == Kind.SUPERSCRIPT) {
                cursor.open(cursor.take());
                last(cursor.take());
                cursor.take();
            } else if (cursor.peek().is("^")) {
                cursor.take();
                Token open = cursor.peek();
                boolean braced = cursor.accept("{");
                last(cursor.take());
                if (braced) {
                    cursor.expect("}", open);
                }
            }
        }

        /** The upper bound, a name or number; one less if the lower bound is 0. */
        private void last(Token word) {
            boolean number = word.kind() == Kind.NUMBER;
            if (!number && word.kind() != Kind.NAME) {
                throw bounds(word);
            }
            boolean lessOne = cursor.peek().is("-") && cursor.peek(1).text().equals("1");
            if (lessOne) {
                cursor.take();
                cursor.take();
            }
            boolean fromZero = "0".equals(lower);
            if (number ? lessOne : lessOne != fromZero) {
                throw bounds(word);
            }
            if (number) {
                try {
                    count = Integer.parseInt(word.text()) + (fromZero ? 1 : 0);
                } catch (NumberFormatException notWhole) {
                    throw bounds(word);
                }
                if (count < 1) {
                    throw bounds(word);
                }
            }
        }

        private ExpressionException bounds(Token at) {
            return ExpressionException.of(at.at(), "expression.index-bounds");
        }
    }
}
