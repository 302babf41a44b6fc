package gradus.expression;

import gradus.expression.node.Domains;
import gradus.expression.node.ListNode;
import gradus.expression.node.Node;
import gradus.expression.node.NotANumber;
import gradus.expression.node.StepsNode;
import gradus.expression.node.Substitution;
import gradus.expression.node.WholeNumbers;
import gradus.expression.node.WorkedSteps;
import gradus.expression.read.Cursor;
import gradus.expression.read.FormWords;
import gradus.expression.read.Hangul;
import gradus.expression.read.Parser;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Budget;
import gradus.expression.value.Definition;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Kinks;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.message.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parsed expression. Immutable and thread-safe. */
public final class Expression implements Definition {
    /**
     * The largest depth of a tree; evaluation and printing recurse, so it must stay far below the limit of a thread's
     * stack.
     */
    private static final int DEEPEST = 300;

    /** A letter x between numbers and brackets, probably meant as a multiplication sign. */
    private static final Pattern CROSS = Pattern.compile("(?<=[0-9)])\\s*[xX]\\s*(?=[0-9(])");

    private final String source;
    private final Node root;
    private final String[] names;
    private final int sites;
    private final Vocabulary vocabulary;
    private final List<Message> notes;

    private Expression(
            String source, Node root, List<String> names, int sites, Vocabulary vocabulary, Collection<Message> notes) {
        this.source = source;
        this.root = root;
        this.names = names.toArray(String[]::new);
        this.sites = sites;
        this.vocabulary = vocabulary;
        this.notes = List.copyOf(notes);
    }

    /**
     * Parses a text.
     *
     * @throws ExpressionException where it cannot be read: the place, the reason and possible corrections
     */
    public static Expression parse(String text, Vocabulary vocabulary) {
        try {
            return parsed(text, vocabulary);
        } catch (ExpressionException e) {
            ExpressionException known =
                    e.problem().key().equals("expression.hangul") ? withoutHangul(text, vocabulary, e) : e;
            throw known.edits().isEmpty() ? withCross(text, vocabulary, known) : known;
        }
    }

    /**
     * The fault, with a correction added that replaces an unknown letter x between numbers by a multiplication sign,
     * where that can be read.
     */
    private static ExpressionException withCross(String text, Vocabulary vocabulary, ExpressionException fault) {
        String crossed = CROSS.matcher(text).replaceAll("*");
        try {
            if (!crossed.equals(text)) {
                parsed(crossed, vocabulary);
                return ExpressionException.of(fault.at(), "expression.cross", crossed)
                        .offering(new Edit(0, text.length(), crossed));
            }
        } catch (ExpressionException e) {
            return fault;
        }
        return fault;
    }

    /**
     * The fault of a text in Hangul, with the Latin keys that were pressed as a correction, where those can be read.
     */
    private static ExpressionException withoutHangul(String text, Vocabulary vocabulary, ExpressionException hangul) {
        String latin = Hangul.asLatinKeys(text);
        try {
            parsed(latin, vocabulary);
            return ExpressionException.of(hangul.at(), "expression.hangul-offer", latin)
                    .offering(new Edit(0, text.length(), latin));
        } catch (ExpressionException e) {
            return hangul;
        }
    }

    private static Expression parsed(String text, Vocabulary vocabulary) {
        Cursor cursor = new Cursor(text, vocabulary);
        Node root = new Parser(cursor).whole();
        if (text.length() > DEEPEST) {
            requireShallow(root);
        }
        return new Expression(text, root, cursor.names, cursor.sites(), vocabulary, cursor.notes);
    }

    /**
     * Requires a bounded depth. Walks the tree level by level, because a long chain such as x+x+… is as deep as it is
     * long.
     */
    private static void requireShallow(Node root) {
        List<Node> level = List.of(root);
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > DEEPEST) {
                throw ExpressionException.of(level.get(0).at(), "expression.too-long-chain", DEEPEST);
            }
            level = level.stream().flatMap(node -> node.children().stream()).toList();
        }
    }

    /**
     * The value of the expression in a scope; it need not be finite.
     *
     * @throws ExpressionException where a name has no value, shapes do not fit, an argument is invalid, or a bound on
     *     cells or work is exceeded
     */
    public Value evaluate(Scope scope) {
        Budget budget = vocabulary.budget();
        try {
            return root.evaluate(new Run(scope, names, new @Nullable Value[names.length], budget, null));
        } finally {
            scope.spent(budget.spent());
        }
    }

    /** The value, given the values of names by slot where they are known; a boolean is returned as a number. */
    public Value run(Scope scope, @Nullable Value[] values, Budget budget, @Nullable Kinks kinks) {
        Run run = new Run(scope, names, values, budget, kinks);
        for (Value value : values) {
            if (!(value instanceof NumberValue)) {
                return root.evaluate(run);
            }
        }
        try {
            double number = root.number(run);
            return new NumberValue(number, run.bound());
        } catch (NotANumber tensor) {
            return root.evaluate(run);
        }
    }

    /** The worked steps of the value, those of the outermost engine call; of {@code steps(…)} those that it asks for. */
    public Steps steps(Scope scope) {
        return WorkedSteps.of(
                root instanceof StepsNode steps ? steps.subject() : root,
                new Run(scope, names, new @Nullable Value[names.length], vocabulary.budget(), null));
    }

    /** Whether this is the worked steps of something. */
    public boolean isSteps() {
        return root instanceof StepsNode;
    }

    @Override
    public Steps steps(Scope scope, Budget budget, String path, int names) {
        return WorkedSteps.of(
                root, new Run(scope, this.names, new @Nullable Value[this.names.length], budget, null), path, names);
    }

    /** The folded names that it uses, in order of appearance. */
    public Set<String> names() {
        Set<String> all = new LinkedHashSet<>();
        Collections.addAll(all, names);
        return Collections.unmodifiableSet(all);
    }

    /** The same formula where functions that it calls read otherwise. */
    public Expression calling(Node sameTree) {
        return new Expression(source, sameTree, List.of(names), sites, vocabulary, notes);
    }

    /** Whether it contains a function, name or operator, in any spelling: {@code max}, {@code λ}, {@code ^}. */
    public boolean uses(String word) {
        return FormWords.uses(root, word);
    }

    @Override
    public boolean isOfWholeNumbers(Scope scope, Set<String> seen) {
        return new WholeNumbers(scope, seen).suffice(root);
    }

    /**
     * Row-major flags of the cells of its value that are computed from whole numbers alone: for a written list cell by
     * cell, otherwise all or none.
     *
     * @param count the number of cells
     */
    public boolean[] wholeCells(Scope scope, int count) {
        List<Node> written = root instanceof ListNode list ? list.leaves() : List.of(root);
        boolean[] cells = new boolean[count];
        if (written.size() == count) {
            for (int i = 0; i < count; i++) {
                cells[i] = new WholeNumbers(scope, new HashSet<>()).suffice(written.get(i));
            }
        } else {
            Arrays.fill(cells, isOfWholeNumbers(scope, new HashSet<>()));
        }
        return cells;
    }

    /** Whether it draws random numbers, which only parameters may. */
    public boolean draws() {
        return FormWords.of(root).stream().anyMatch(vocabulary.library()::isDraw);
    }

    /** Whether it contains no product with a sum and no power of a sum. */
    public boolean isExpanded() {
        return FormWords.isExpanded(root);
    }

    /** Remarks on how it was read, for whoever typed it. */
    public List<Message> notes() {
        return notes;
    }

    /** The source text. */
    public String source() {
        return source;
    }

    /** The canonical spelling: names folded, every multiplication sign written. */
    public String text() {
        return root.text();
    }

    /** LaTeX that shows how the source text was understood. */
    public String toLatex() {
        return root.latex();
    }

    /** The canonical spelling with the names of the scope, except those to keep, replaced by their values. */
    public String filledIn(Scope scope, Set<String> keep) {
        return Substitution.filled(root, name -> keep.contains(name) ? null : scope.get(name))
                .text();
    }

    /** As {@link #filledIn}, in LaTeX. */
    public String filledInLatex(Scope scope, Set<String> keep) {
        Node filled = Substitution.filled(root, name -> keep.contains(name) ? null : scope.get(name));
        return Numbers.rounded(filled.latex(), Numbers.DIGITS);
    }

    /** An interval that contains all cells of its value while the symbols keep to their domains. */
    public Range range(Domains domains) {
        return root.range(domains);
    }

    public Node root() {
        return root;
    }

    public String[] slots() {
        return names;
    }

    public int sites() {
        return sites;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public String toString() {
        return source;
    }
}
