package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.Run;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.maths.picture.SeriesPicture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The worked steps of a call of a listing: each line as its formula, with the call's own numbers in it, and what it comes
 * to. Where the lines are repeated, the formulas come first and then every step, whose lines are named {@code v[t]}. A line
 * {@code t} only counts the steps.
 */
final class ListingSteps {
    private static final String COUNTER = "t";
    private static final int MOST_LINES = 400;
    private static final int MOST_STEPS = 12;
    private static final int CELLS = 120;
    private static final int LONGEST = 3_000;
    private static final int FEWEST_DRAWN = 3;
    private static final int MOST_DRAWN = 60;

    private final CallNode call;
    private final Listing listing;
    private final Scope around;
    private final Set<Integer> moving = new LinkedHashSet<>();
    private boolean changesGiven;

    /** @param around what the names in the call stand for */
    ListingSteps(CallNode call, Listing listing, Scope around) {
        this.around = around;
        this.call = call;
        this.listing = listing;
        if (listing.each() != null) {
            listing.lines().forEach(line -> moving.add(line.slot()));
            moving.add(listing.each().slot());
        }
    }

    /** A line as it was worked out once. */
    private record Worked(
            Listing.Line line, int step, @Nullable Value[] before, Value result) {}

    Steps of(Arguments arguments) {
        List<Worked> worked = new ArrayList<>();
        listing.apply(arguments, (line, step, before, result) -> {
            if (worked.size() < MOST_LINES) {
                worked.add(new Worked(line, step, before.clone(), result));
            }
        });
        List<Steps.Line> shown = new ArrayList<>();
        worked.removeIf(line -> isSilent(line, arguments));
        changesGiven = worked.stream().anyMatch(line -> isGiven(line.line().slot()));
        if (listing.each() == null) {
            worked.forEach(line -> shown.add(line(line, arguments)));
            return new Steps(shown);
        }
        for (Worked line : worked) {
            if (line.step() == 1) {
                SeriesPicture series = series(line.line(), worked, arguments);
                Steps.Line general = general(line, arguments);
                shown.add(series == null ? general : general.with(series));
            }
        }
        int last = lastShown(worked);
        for (Worked line : worked) {
            if (line.step() > 0 && line.step() <= last) {
                boolean isBetween = line.step() > 1 && line.step() < last;
                shown.add(isBetween ? line(line, arguments).more() : line(line, arguments));
            }
        }
        if (worked.stream().anyMatch(line -> line.step() > last)) {
            shown.add(new Steps.Line("", "\\vdots", List.of()).more());
        }
        return new Steps(shown);
    }

    /** What a line comes to over the steps, from its start on; null where there is only one step or it is no array of one shape. */
    private @Nullable SeriesPicture series(Listing.Line line, List<Worked> worked, Arguments arguments) {
        List<Worked> steps = worked.stream().filter(one -> one.line() == line).toList();
        List<double[]> cells = new ArrayList<>();
        Value start = steps.get(0).before()[line.slot()];
        boolean starts = start != null && !isGiven(line.slot());
        if (starts) {
            cells.add(cells(start));
        }
        steps.forEach(one -> cells.add(cells(one.result())));
        boolean alike = cells.stream().allMatch(step -> step.length == cells.get(0).length && step.length > 0);
        if (cells.size() < FEWEST_DRAWN || cells.size() > MOST_DRAWN || !alike) {
            return null;
        }
        int first = (int) Double.parseDouble(counted(steps.get(0)));
        return new SeriesPicture(letters(line.slot()), starts ? first - 1 : first, cells);
    }

    /** Whether a name stands for what each step is given, so that its value before is that of no earlier step. */
    private boolean isGiven(int slot) {
        return listing.each() != null && slot == listing.each().slot();
    }

    private static double[] cells(Value value) {
        return value.isNumeric() ? value.asTensor().cells() : new double[0];
    }

    /** Whether a line only counts the steps or, by the options in force, only passes a value on. */
    private boolean isSilent(Worked worked, Arguments arguments) {
        boolean counts = listing.each() != null && worked.line().name().equals(COUNTER);
        Node settled = Shown.settled(worked.line().formula(), run(worked, arguments));
        return counts || (listing.lines().size() > 1 && settled instanceof NameNode);
    }

    private static int lastShown(List<Worked> worked) {
        int cells = worked.stream()
                .filter(line -> line.result().isNumeric())
                .mapToInt(line -> line.result().asTensor().size())
                .max()
                .orElse(1);
        return Math.max(1, Math.min(MOST_STEPS, CELLS / Math.max(1, cells)));
    }

    /** The formula of a repeated line, with t for the step. */
    private Steps.Line general(Worked worked, Arguments arguments) {
        Place place = new Place(worked, COUNTER);
        Node formula = Shown.formula(worked.line().formula(), run(worked, arguments), place::latex);
        return new Steps.Line(worked.line().name(), place.result() + " = " + formula.latex(), from(worked));
    }

    private Steps.Line line(Worked worked, Arguments arguments) {
        Place place = new Place(worked, worked.step() == 0 ? "" : counted(worked));
        Run run = run(worked, arguments);
        Node shownFormula = Shown.formula(worked.line().formula(), run, place::latex);
        String formula = worked.step() == 0 ? shownFormula.latex() : "";
        String filled = Shown.numbers(worked.line().formula(), run).latex();
        String value = value(worked.result());
        StringBuilder latex = new StringBuilder(place.result());
        String before = "";
        for (String side : List.of(formula, filled, value)) {
            boolean tooLong = side == filled && filled.length() > LONGEST;
            if (!side.isEmpty() && !side.equals(before) && !tooLong && !(side == filled && side.equals(value))) {
                latex.append(" = ").append(side);
                before = side;
            }
        }
        return new Steps.Line(
                worked.step() == 0 ? worked.line().name() : worked.line().name() + "[" + worked.step() + "]",
                latex.toString(),
                from(worked));
    }

    private static String value(Value value) {
        return value.isNumeric() ? Numbers.latex(value.asTensor()) : Printing.latex(value);
    }

    private Run run(Worked worked, Arguments arguments) {
        return Run.ofListing(
                listing.slots().toArray(String[]::new),
                worked.before(),
                arguments.run().budget());
    }

    /** The number of the step, counted on from where a line t began. */
    private String counted(Worked worked) {
        int slot = listing.slots().indexOf(COUNTER);
        Value counter = slot < 0 ? null : worked.before()[slot];
        return counter instanceof NumberValue number ? Printing.number(number.value()) : String.valueOf(worked.step());
    }

    /** The lines whose results a line uses. */
    private List<String> from(Worked worked) {
        List<String> from = new ArrayList<>();
        for (int slot : slots(worked.line().formula(), new LinkedHashSet<>())) {
            String name = listing.slots().get(slot);
            if (worked.step() == 0) {
                from.add(name);
            } else if (moving.contains(slot)) {
                int step = isDone(slot, worked.line()) ? worked.step() : worked.step() - 1;
                from.add(name + "[" + step + "]");
                from.add(name);
            }
        }
        return from;
    }

    private static Set<Integer> slots(Node node, Set<Integer> slots) {
        if (node instanceof NameNode name) {
            slots.add(name.slot());
        }
        node.children().forEach(child -> slots(child, slots));
        return slots;
    }

    /** Whether a name has its value of this step already when a line is worked out. */
    private boolean isDone(int slot, Listing.Line line) {
        for (Listing.Line before : listing.lines()) {
            if (before == line) {
                break;
            }
            if (before.slot() == slot) {
                return true;
            }
        }
        return listing.each() != null && listing.each().slot() == slot;
    }

    /** How names look in one line of one step. */
    private final class Place {
        private final Listing.Line line;
        private final String step;

        private Place(Worked worked, String step) {
            this.line = worked.line();
            this.step = step;
        }

        private String result() {
            String letters = letters(line.slot());
            if (step.isEmpty()) {
                return line.slot() < listing.parameters() ? letters + "'" : letters;
            }
            return Latex.indexed(isGiven(line.slot()) ? "\\tilde{" + letters + "}" : letters, step);
        }

        /** Whether a line before this one changed what the step was given. */
        private boolean isAfterChange() {
            return listing.lines().subList(0, listing.lines().indexOf(line)).stream()
                    .anyMatch(before -> isGiven(before.slot()));
        }

        private String latex(NameNode name) {
            int slot = name.slot();
            String letters = letters(slot);
            if (step.isEmpty() && slot < listing.parameters() && isDone(slot, line)) {
                return letters + "'";
            }
            if (step.isEmpty() || !moving.contains(slot) || name.name().equals(COUNTER)) {
                return name.name().equals(COUNTER) ? COUNTER : letters;
            }
            boolean changed = changesGiven && isGiven(slot) && isAfterChange();
            return Latex.indexed(changed ? "\\tilde{" + letters + "}" : letters, isDone(slot, line) ? step : before());
        }

        private String before() {
            return step.equals(COUNTER) ? COUNTER + "-1" : String.valueOf((int) Double.parseDouble(step) - 1);
        }
    }

    /** A parameter's letters are those of the call, where that gives it a name; the listing's own otherwise. */
    private String letters(int slot) {
        String name = listing.slots().get(slot);
        Node argument = slot < listing.parameters() ? call.named()[slot] : null;
        if (argument instanceof NameNode given) {
            String latex = Substitution.typeset(given, around).latex();
            if (!(moving.contains(slot) && latex.contains("_"))) {
                return latex;
            }
        }
        Listing.Symbol symbol = listing.symbols().get(name);
        return symbol == null || symbol.latex() == null ? Latex.name(name) : symbol.latex();
    }
}
