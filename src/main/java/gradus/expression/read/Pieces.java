package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names written without a space, taken apart: {@code αλ} is two names, {@code 2πx} a product. */
final class Pieces {
    private Pieces() {}

    /** The pieces of a word cut at its Greek letters and after its subscripts if each is a known name; otherwise null. */
    static @Nullable List<String> known(String word, Vocabulary vocabulary, List<String> bound, boolean called) {
        List<String> pieces = cut(word, bound);
        if (pieces.size() < 2) {
            return null;
        }
        for (int i = 0; i < pieces.size(); i++) {
            String name = vocabulary.settled(Names.fold(pieces.get(i)));
            boolean last = i == pieces.size() - 1;
            LibraryFunction function = last && called ? vocabulary.library().meant(name) : null;
            boolean sum = last && i > 0 && "Σ∑".indexOf(pieces.get(i).charAt(0)) >= 0 && vocabulary.allows("sum");
            boolean known = sum
                    || vocabulary.declares(name)
                    || Subscripts.isPlace(pieces.get(i), vocabulary, bound)
                    || Literals.constant(name, 0) != null
                    || (function != null && vocabulary.allows(function.name()));
            if (!known) {
                return null;
            }
        }
        return pieces;
    }

    private static List<String> cut(String word, List<String> bound) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean greek = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER;
            boolean greekNow = Names.greek(c) != null;
            boolean subscript = i > 0 && word.charAt(i - 1) == '_';
            boolean behind = letter && endsSubscript(word, i, bound);
            if (letter && !subscript && (greekNow || greek || behind) && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            greek = letter && !subscript ? greekNow : greek;
            piece.append(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /**
     * Whether a whole subscript ends before this letter: {@code W₁|X}, {@code W1|X}, {@code W_1|X}, and where i and j are bound
     * {@code x_i|y_i} and {@code A_ij|x_j}.
     */
    private static boolean endsSubscript(String word, int at, List<String> bound) {
        char before = at > 0 ? word.charAt(at - 1) : ' ';
        if (Letters.isSubscript(before) || Letters.isDigit(before)) {
            return true;
        }
        boolean index = isBound(word, at - 1, bound);
        boolean first = index && at > 1 && word.charAt(at - 2) == '_';
        boolean second = index && at > 2 && word.charAt(at - 3) == '_' && isBound(word, at - 2, bound);
        return first && !isBound(word, at, bound) || second;
    }

    private static boolean isBound(String word, int at, List<String> bound) {
        return at >= 0 && bound.contains(String.valueOf(word.charAt(at)));
    }

    /** The product that was probably meant by a word whose letters are all known names; otherwise null. */
    static @Nullable String asProduct(String word, Vocabulary vocabulary) {
        List<String> letters = letters(word, vocabulary);
        return letters == null ? null : String.join("*", letters);
    }

    /** The letters of a word, where each is a name by itself; otherwise null. */
    static @Nullable List<String> letters(String word, Vocabulary vocabulary) {
        if (word.length() < 2 || word.length() > 4) {
            return null;
        }
        List<String> letters = List.of(word.split(""));
        return letters.stream().allMatch(vocabulary::declares) ? letters : null;
    }
}
