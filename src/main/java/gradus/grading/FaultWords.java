package gradus.grading;

import gradus.expression.Expression;
import gradus.expression.node.FieldNode;
import gradus.expression.node.LogicNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.grading.Feedback.Kind;
import gradus.grading.fault.Fault;
import gradus.grading.fault.FaultKind;
import gradus.grading.work.CellSum;
import gradus.grading.work.ShownNames;
import gradus.grading.work.WorkedLines;
import gradus.maths.Numbers;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.message.Words;
import gradus.question.Answer;
import gradus.question.FaultSetting;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences about a fault: before keys are shown, the kind of change, the step and the place in the student's own formula;
 * with the keys, the right formula beside the one that the student used.
 */
final class FaultWords {
    /** A name that no formula uses; it marks the place to be found again in the printed formula. */
    private static final String PLACE = "XPLACEX";

    /** How nearly two factors are the same. */
    private static final double SAME = 1e-3;

    private final Fault fault;
    private final Part part;
    private final Variant variant;

    FaultWords(Fault fault, Part part, Variant variant) {
        this.fault = fault;
        this.part = part;
        this.variant = variant;
    }

    /** The sentences about an answer, in order. */
    List<Feedback> about(Answer given) {
        List<Feedback> said = new ArrayList<>();
        FaultSetting setting = part.fault(fault.id(), fault.kind());
        Text told = setting == null ? null : setting.say();
        if (setting != null && told != null) {
            said.add(
                    new Feedback(Kind.MISTAKE, new AuthorWords(AuthorWords.Source.FAULT, setting.id(), variant, told)));
        } else {
            usual(given, said);
        }
        if (isOnPaper(fault.right()) && isOnPaper(fault.changed()) && areShown(fault.right(), fault.changed())) {
            said.add(new Feedback(Kind.KEY, Message.of("grading.departure-belongs", right(), done())));
        }
        Tensor cells = Suspect.numbers(given);
        Tensor due = Suspect.numbers(variant.key(part));
        if (cells == null || due == null || !cells.sameShape(due)) {
            return said;
        }
        Words shows = cells.size() < 2 ? null : first(cells, due);
        if (shows != null) {
            said.add(new Feedback(Kind.KEY, shows));
        }
        if (shows == null || !sums(cells, due, firstWrong(cells, due), said)) {
            lines(cells, said);
        }
        return said;
    }

    /** Whether somebody could have written this in their work: no switches of a function, and no names of what it returns. */
    private static boolean isOnPaper(Node formula) {
        return !(formula instanceof FieldNode || formula instanceof LogicNode)
                && formula.children().stream().allMatch(FaultWords::isOnPaper);
    }

    private boolean areShown(Node right, Node changed) {
        ShownNames names = ShownNames.of(variant);
        return names.has(right.latex()) && names.has(changed.latex());
    }

    /** The line of the work where the student's departs from the right one, with its numbers, if the work gives their answer. */
    private void lines(Tensor cells, List<Feedback> said) {
        Tensor taken = taken();
        WorkedLines lines = taken == null || !isSame(cells, taken)
                ? null
                : WorkedLines.of(variant, variant.expect(part), fault.wrong());
        if (lines != null) {
            said.add(new Feedback(Kind.KEY, Message.of("grading.departure-lines", lines.right(), lines.own())));
        }
    }

    private @Nullable Tensor taken() {
        Answer worked = variant.finite(fault.wrong(), part);
        return worked == null ? null : Suspect.numbers(worked);
    }

    private boolean isSame(Tensor cells, Tensor taken) {
        boolean same = cells.sameShape(taken);
        for (int i = 0; same && i < cells.size(); i++) {
            same = part.tolerance().accepts(cells.cell(i), taken.cell(i), Likeness.largest(taken));
        }
        return same;
    }

    /** Says the sum that a cell is, and beside it the one that the student took, where that can be told. */
    private boolean sums(Tensor cells, Tensor due, int cell, List<Feedback> said) {
        String right = sum(variant.expect(part), due, cell);
        if (right == null) {
            return false;
        }
        Tensor taken = taken();
        String own = taken != null
                        && taken.sameShape(due)
                        && part.tolerance().accepts(cells.cell(cell), taken.cell(cell), Likeness.largest(taken))
                ? sum(fault.wrong(), taken, cell)
                : null;
        said.add(new Feedback(
                Kind.KEY,
                own == null
                        ? Message.of("grading.departure-sum", "$" + right + "$")
                        : Message.of("grading.departure-sums", right, own)));
        return true;
    }

    private @Nullable String sum(Expression work, Tensor matrix, int cell) {
        String sum = new CellSum(variant, work).of(matrix, cell);
        return sum == null ? null : ShownNames.of(variant).told(sum);
    }

    private void usual(Answer given, List<Feedback> said) {
        double multiple = fault.tellsFactor() ? multiple(given) : 0;
        boolean tellsTheFactor = multiple != 0;
        if (tellsTheFactor && isOfASlip(multiple)) {
            said.add(new Feedback(Kind.MISTAKE, Message.of("grading.mistake-factor")));
        }
        said.add(new Feedback(tellsTheFactor ? Kind.KEY : Kind.MISTAKE, kind(fault)));
        if (!fault.part().equals(part.id())) {
            said.add(new Feedback(
                    Kind.MISTAKE, Message.of("grading.departure-in-part", StepWords.label(fault.part(), variant))));
        }
        if (given instanceof Answer.Formula formula) {
            Node own = ownPlace(formula.expression().root());
            if (own != null) {
                said.add(new Feedback(Kind.MISTAKE, Message.of("grading.departure-at-own", "$" + own.latex() + "$")));
            }
        }
    }

    /**
     * By what number an answer is the key times that, over two different cells, so that whoever knows the number knows the
     * key; 0 where it is not.
     */
    private double multiple(Answer given) {
        Tensor cells = Suspect.numbers(given);
        Tensor due = Suspect.numbers(variant.key(part));
        if (cells == null || due == null || cells.size() != due.size() || due.size() == 1) {
            return 0;
        }
        double ratio = Double.NaN;
        for (int i = 0; i < due.size(); i++) {
            ratio = Double.isNaN(ratio) && due.cell(i) != 0 ? cells.cell(i) / due.cell(i) : ratio;
        }
        for (int i = 0; i < due.size(); i++) {
            if (!part.tolerance().accepts(cells.cell(i), ratio * due.cell(i), Likeness.largest(cells))) {
                return 0;
            }
        }
        double largest = Likeness.largest(due);
        boolean different = Arrays.stream(due.cells())
                .anyMatch(cell -> cell != 0 && !part.tolerance().accepts(Math.abs(cell), largest, largest));
        return different ? ratio : 0;
    }

    private boolean isOfASlip(double multiple) {
        Tensor due = Suspect.numbers(variant.key(part));
        return due != null
                && Counts.factors(variant, due).stream().anyMatch(factor -> Math.abs(multiple / factor - 1) < SAME);
    }

    /** What was done, in a sentence that holds nothing of the right formula. */
    static Message kind(Fault fault) {
        Iterator<FaultKind> kinds = fault.kinds().iterator();
        Message first = kinds.next().say();
        return kinds.hasNext()
                ? Message.of("grading.departure-two-faults", first, kinds.next().say())
                : first;
    }

    /** What the student wrote in place of the right sub-expression; null if that cannot be told. */
    private @Nullable Node ownPlace(Node typed) {
        String instead = fault.instead();
        return instead.isEmpty() || typed.text().equals(instead) ? null : found(typed, instead);
    }

    private static @Nullable Node found(Node node, String text) {
        if (node.text().equals(text)) {
            return node;
        }
        for (Node child : node.children()) {
            Node inside = found(child, text);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    /** The right formula in LaTeX with a box around the sub-expression that the student changed. */
    private String right() {
        return marked(fault.right(), fault.at());
    }

    /** The formula as it was done, with a box around what was taken instead. */
    private String done() {
        return fault.instead().isEmpty() ? fault.changed().latex() : marked(fault.changed(), fault.instead());
    }

    private static String marked(Node formula, String text) {
        boolean[] done = new boolean[1];
        Node marked = marked(formula, text, done);
        if (!done[0] || marked instanceof NameNode) {
            return formula.latex();
        }
        Node at = found(formula, text);
        String place = new NameNode(0, PLACE, 0).latex();
        return at == null
                ? formula.latex()
                : marked.latex()
                        .replaceFirst(Pattern.quote(place), Matcher.quoteReplacement("\\boxed{" + at.latex() + "}"));
    }

    private static Node marked(Node node, String text, boolean[] done) {
        if (!done[0] && node.text().equals(text)) {
            done[0] = true;
            return new NameNode(node.at(), PLACE, 0);
        }
        List<Node> children = node.children();
        if (done[0] || children.isEmpty()) {
            return node;
        }
        List<Node> others = new ArrayList<>(children.size());
        for (Node child : children) {
            others.add(marked(child, text, done));
        }
        return node.withChildren(others);
    }

    private int firstWrong(Tensor cells, Tensor due) {
        int first = 0;
        while (first < due.size()
                && part.tolerance().accepts(cells.cell(first), due.cell(first), Likeness.largest(due))) {
            first++;
        }
        return first;
    }

    /** The first cell that the fault changes. */
    private @Nullable Words first(Tensor cells, Tensor due) {
        int i = firstWrong(cells, due);
        if (i == due.size()) {
            return null;
        }
        String typed = "$" + Numbers.latex(cells.cell(i)) + "$";
        String right = "$" + Numbers.latex(due.cell(i)) + "$";
        return due.rank() == 2 && due.rows() > 1
                ? Message.of("grading.departure-shows", i / due.columns() + 1, i % due.columns() + 1, typed, right)
                : Message.of("grading.departure-shows-number", i + 1, typed, right);
    }
}
