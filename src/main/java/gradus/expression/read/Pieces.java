package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names written without a space, taken apart: {@code αλ} is two names, {@code 2πx} a product. */
final class Pieces {
    private static final int MOST_LETTERS = 4;
    private static final int LONGEST_GLUED = 24;

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
            boolean sum = last && i > 0 && "Σ∑".indexOf(pieces.get(i).charAt(0)) >= 0 && vocabulary.allowsMark("Σ");
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

    /**
     * The product that was probably meant by a word that known names make up, the last of which may be a function that is
     * called or stands before its argument: {@code Wx}, {@code ylogp}; otherwise null.
     */
    static @Nullable String asProduct(String word, Vocabulary vocabulary, boolean called) {
        List<String> names = segments(word, vocabulary);
        if (names != null && names.size() > 1) {
            return String.join("*", names);
        }
        String crossed = crossed(word, vocabulary);
        if (crossed != null) {
            return crossed;
        }
        for (String function : vocabulary.forStudents()) {
            int at = word.indexOf(function);
            List<String> before = at < 0 ? null : segments(word.substring(0, at), vocabulary);
            if (before != null) {
                String rest = word.substring(at + function.length());
                List<String> behind = segments(rest, vocabulary);
                String factors = before.isEmpty() ? "" : String.join("*", before) + "*";
                if (rest.isEmpty() && called && !before.isEmpty()) {
                    return factors + function;
                } else if (behind != null && behind.size() == 1) {
                    return factors + function + "(" + rest + ")";
                }
            }
        }
        return null;
    }

    /** The product of a word in which the letter x stands for the times sign, and is no name: {@code fxfxc}; otherwise null. */
    private static @Nullable String crossed(String word, Vocabulary vocabulary) {
        if (word.indexOf('x') < 0 || vocabulary.declares("x")) {
            return null;
        }
        String[] factors = word.split("x", -1);
        for (int i = 0; i < factors.length; i++) {
            boolean number = !factors[i].isEmpty() && factors[i].chars().allMatch(Character::isDigit);
            boolean outside = factors[i].isEmpty() && (i == 0 || i == factors.length - 1);
            if (!number && !outside && !vocabulary.declares(Names.fold(factors[i]))) {
                return null;
            }
        }
        return String.join("*", factors);
    }

    /**
     * The declared names that a word is made of from its beginning to its end, the longest first; null where it is not, and
     * where it is so long that nobody has glued it together.
     */
    private static @Nullable List<String> segments(String word, Vocabulary vocabulary) {
        if (word.length() > LONGEST_GLUED) {
            return null;
        }
        if (word.isEmpty()) {
            return List.of();
        }
        for (int end = word.length(); end > 0; end--) {
            String first = word.substring(0, end);
            List<String> rest =
                    vocabulary.declares(Names.fold(first)) ? segments(word.substring(end), vocabulary) : null;
            if (rest != null) {
                List<String> all = new ArrayList<>(List.of(first));
                all.addAll(rest);
                return all;
            }
        }
        return null;
    }

    /** The letters of a word, where each is a name by itself; a subscript belongs to the last one: {@code wx_i}; otherwise null. */
    static @Nullable List<String> letters(String word, Vocabulary vocabulary, List<String> bound) {
        int subscript = word.indexOf('_');
        int end = subscript < 0 ? word.length() : subscript;
        if (end < 2 || end > MOST_LETTERS) {
            return null;
        }
        List<String> letters = new ArrayList<>(List.of(word.substring(0, end).split("")));
        boolean known = letters.stream().allMatch(vocabulary::declares);
        if (known && subscript > 0) {
            String last = letters.remove(letters.size() - 1) + word.substring(end);
            known = Subscripts.isPlace(last, vocabulary, bound) || vocabulary.declares(Names.fold(last));
            letters.add(last);
        }
        return known ? letters : null;
    }
}
