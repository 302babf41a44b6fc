package gradus.question.file;

import static gradus.question.part.PartFields.*;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Accept;
import gradus.question.FaultSetting;
import gradus.question.FollowThrough;
import gradus.question.Mistake;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Places;
import gradus.question.QuestionTest;
import gradus.question.Text;
import gradus.question.format.Fields;
import gradus.question.format.Formats.Named;
import gradus.question.format.Nearest;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import gradus.question.part.PartDeclaration;
import gradus.question.part.PartTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Builds a {@link Part} from its map in the file. */
final class PartReader implements PartDeclaration.Surroundings {
    private final Fields fields;
    private final Problems problems;
    private final Declarations names;
    private final List<Part> earlier;
    private final String id;
    private final PartType type;
    private final Set<String> symbolNames;

    PartReader(Fields fields, Problems problems, Declarations names, List<Part> earlier) {
        this.fields = fields;
        this.problems = problems;
        this.names = names;
        this.earlier = earlier;
        this.id = fields.get(ID, "");
        PartDeclaration declaration =
                Objects.requireNonNull(fields.get(PartTypes.TYPE), "the format of parts lets no other through");
        this.type = declaration.make(fields, this);
        this.symbolNames = type.symbols().names();
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public Set<String> symbols(List<Named<Object>> symbols) {
        return names.symbols(symbols);
    }

    @Override
    public @Nullable Expression parse(Source source, Set<String> further) {
        return names.parseFixed(source, author(further));
    }

    @Override
    public List<String> functions(List<String> words, Node place) {
        return names.functions(words, place);
    }

    Part read() {
        Source keySource = fields.get(EXPECT);
        Expression expect = keySource == null ? null : right(keySource);
        if (type.hasKey() && !fields.has(EXPECT) && !fields.get(WORK, false)) {
            problems.add(fields.place(), Message.of("question.field-missing", EXPECT.name()));
        }
        List<Mistake> mistakes = mistakes();
        List<FaultSetting> faults = faults();
        List<String> named = Stream.concat(
                        mistakes.stream().map(Mistake::id), faults.stream().map(FaultSetting::told))
                .toList();
        TextSource label = fields.get(SAY_LABEL);
        return new Part(
                id,
                fields.get(TYPESET),
                type,
                points(),
                label == null ? null : label.text(),
                expect,
                accepts(),
                fields.get(FOLLOW_THROUGH, FollowThrough.DEFAULT),
                mistakes,
                faults,
                mayEqual(named),
                fields.get(WORK, false));
    }

    /**
     * Parses an expected answer in the part's own vocabulary; a syntax error is reported as a problem and gives null.
     */
    @Nullable
    Expression expected(Source source) {
        Source written = type.expectsOptions()
                ? Source.ofOptions(
                        source.node(),
                        new HashSet<>(type.options().stream().map(Option::id).toList()))
                : source;
        Expression expression = names.parseFixed(written, vocabulary(symbolNames));
        if (expression != null) {
            names.checkParts(expression, written, this::objection, symbolNames);
        }
        return expression;
    }

    /** Why an answer of this part cannot refer to another part; null where it can. */
    private @Nullable Message objection(String other) {
        if (other.equals(id)) {
            return Message.of("question.part-of-itself", other);
        }
        Part part = earlier.stream()
                .filter(candidate -> candidate.id().equals(other))
                .findFirst()
                .orElse(null);
        if (part == null) {
            return Message.of("question.part-not-earlier", other);
        }
        boolean usable = part.type().hasKey() && (!part.type().expectsFormula() || type.expectsFormula());
        return usable ? null : Message.of("question.part-without-value", other);
    }

    /** Parses a right answer, which must be one that a student can type. */
    @Nullable
    Expression right(Source source) {
        Expression expression = expected(source);
        Set<String> known = names.names();
        known.addAll(symbolNames);
        Vocabulary typed = type.vocabulary(known);
        if (expression != null && typed != null) {
            names.parse(source, typed);
        }
        return expression;
    }

    /** Records the places of the part and its mistakes. */
    void place(Places places) {
        places.put(fields.place(), id);
        for (Fields mistake : fields.get(MISTAKES, List.<Fields>of())) {
            places.put(mistake.place(), id, mistake.get(LABEL_ID, ""));
        }
    }

    /** What a test of the file enters into this part; a fault is reported as a problem and gives null. */
    QuestionTest.@Nullable Given given(Source source) {
        if (expectsNothing() && source.node() instanceof ScalarNode typed) {
            return new QuestionTest.Given.Typed(typed.getValue());
        }
        Expression expression = expected(source);
        return expression == null ? null : new QuestionTest.Given.Computed(expression);
    }

    private boolean expectsNothing() {
        return !fields.has(EXPECT);
    }

    /** An author's words where the examples lie as the part says, for a sum over them is written in answers too. */
    private Vocabulary vocabulary(Set<String> further) {
        Vocabulary words = author(further);
        Vocabulary typed = type.vocabulary(Set.of());
        return typed == null ? words : words.withExamples(typed.examples());
    }

    private Vocabulary author(Set<String> further) {
        Set<String> known = names.names();
        known.addAll(further);
        return names.author(known);
    }

    private BigFraction points() {
        BigDecimal points = fields.get(POINTS);
        if (fields.get(WORK, false)) {
            if (points != null && points.signum() != 0) {
                problems.add(fields.place(POINTS), Message.of("question.work-with-points"));
            }
            return BigFraction.ZERO;
        }
        return points == null ? type.defaultPoints() : Decimals.exactly(points);
    }

    private List<Accept> accepts() {
        List<Accept> accepts = new ArrayList<>();
        for (Fields accept : fields.get(ACCEPT, List.<Fields>of())) {
            Source source = accept.get(ITS_EXPECT);
            Expression expect = source == null ? null : right(source);
            TextSource note = accept.get(NOTE);
            if (expect != null) {
                accepts.add(new Accept(expect, note == null ? null : note.text()));
            }
        }
        return accepts;
    }

    private List<Mistake> mistakes() {
        Map<String, Mistake> mistakes = new LinkedHashMap<>();
        for (Fields mistake : fields.get(MISTAKES, List.<Fields>of())) {
            String name = mistake.get(LABEL_ID, "");
            Source source = mistake.get(ITS_EXPECT);
            Expression expect = source == null ? null : expected(source);
            TextSource say = mistake.get(MISTAKE_SAY);
            if (name.equals(Part.KEY)) {
                problems.add(mistake.place(LABEL_ID), Message.of("question.mistake-named-key"));
            } else if (mistakes.containsKey(name)) {
                problems.add(mistake.place(LABEL_ID), Message.of("question.name-twice", name));
            } else if (expect != null) {
                double credit = mistake.get(MISTAKE_CREDIT, BigDecimal.ZERO).doubleValue();
                Text told = say == null ? Text.of(name) : say.text();
                mistakes.put(name, new Mistake(name, expect, credit, mistake.get(ONCE, false), told));
            }
        }
        return List.copyOf(mistakes.values());
    }

    private List<FaultSetting> faults() {
        List<FaultSetting> faults = new ArrayList<>();
        for (Named<Object> fault : fields.get(FAULTS, List.<Named<Object>>of())) {
            if (fault.value() instanceof Fields set) {
                TextSource say = set.get(FAULT_SAY);
                faults.add(new FaultSetting(
                        fault.name(),
                        true,
                        set.get(MISTAKE_CREDIT, BigDecimal.ZERO).doubleValue(),
                        set.get(ONCE, false),
                        say == null ? null : say.text(),
                        set.get(FAULT_ID)));
            } else if (Boolean.FALSE.equals(fault.value())) {
                faults.add(FaultSetting.off(fault.name()));
            }
        }
        return faults;
    }

    private Set<Set<String>> mayEqual(List<String> named) {
        Set<Set<String>> pairs = new LinkedHashSet<>();
        Node place = fields.place(MAY_EQUAL);
        for (List<String> pair : fields.get(MAY_EQUAL, List.<List<String>>of())) {
            for (String name : pair) {
                if (!name.equals(Part.KEY) && !named.contains(name)) {
                    problems.add(place, Nearest.message("question.no-such-mistake", name, named));
                }
            }
            pairs.add(Set.copyOf(new HashSet<>(pair)));
        }
        return pairs;
    }
}
