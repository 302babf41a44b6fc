package gradus.question;

import static gradus.question.PartFields.*;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Names;
import gradus.message.Message;
import gradus.question.Formats.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a {@link Part} of what its map in the file says. */
final class PartReader {
    private final Fields fields;
    private final Problems problems;
    private final Declarations names;
    private final List<Part> earlier;
    private final PartType type;
    private final String id;
    private final List<Option> options;
    private final Set<String> symbolNames;
    private final Symbols symbols;

    PartReader(Fields fields, Problems problems, Declarations names, List<Part> earlier) {
        this.fields = fields;
        this.problems = problems;
        this.names = names;
        this.earlier = earlier;
        this.type = Objects.requireNonNull(fields.get(TYPE), "the format of parts lets no other through");
        this.id = fields.get(ID, "");
        this.options = PartItems.options(fields, problems);
        this.symbolNames = names.symbols(fields.get(SYMBOLS, List.of()));
        this.symbols = symbols();
    }

    Part read() {
        Source keySource = fields.get(EXPECT);
        Expression expect = keySource == null ? null : right(keySource);
        checkWhatItsTypeNeeds();
        List<Mistake> mistakes = mistakes();
        return new Part(
                id,
                type,
                points(),
                text(SAY_LABEL),
                expect,
                fields.get(TOLERANCE, type.usualTolerance()),
                fields.get(CREDIT, Credit.PER_CELL),
                fields.get(SIZE_SHOWN, false),
                fields.get(STRICT, false),
                symbols,
                fields.get(ALLOW, List.of()),
                fields.get(FORM, FormulaForm.ANY),
                accepts(),
                fields.get(FOLLOW_THROUGH, FollowThrough.USUAL),
                mistakes,
                options,
                fields.get(ROWS, List.<TextSource>of()).stream()
                        .map(TextSource::text)
                        .toList(),
                fields.get(COLUMNS, List.<TextSource>of()).stream()
                        .map(TextSource::text)
                        .toList(),
                PartItems.rubric(fields, problems),
                text(ANSWER),
                fields.get(WORK, false),
                mayEqual(mistakes));
    }

    /** An answer of this part as an expression of its own vocabulary; null where it is none. */
    @Nullable
    Expression expected(Source source) {
        Source written = type.expectsOptions()
                ? Source.ofOptions(
                        source.node(),
                        new HashSet<>(options.stream().map(Option::id).toList()))
                : source;
        Expression expression = names.parseFixed(written, vocabulary());
        if (expression != null) {
            names.checkParts(expression, written, this::objection, symbolNames);
        }
        return expression;
    }

    /** Why an answer of this part cannot be computed from another part; null where it can. */
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
        boolean hasKey = part.type().fields().contains(EXPECT.name());
        boolean usable = hasKey && (!part.type().expectsFormula() || type.expectsFormula());
        return usable ? null : Message.of("question.part-without-value", other);
    }

    /** A right answer of this part, which a student must be able to type. */
    @Nullable
    Expression right(Source source) {
        Expression expression = expected(source);
        if (expression != null && type.expectsFormula()) {
            Set<String> known = names.names();
            known.addAll(symbolNames);
            List<String> allow = fields.get(ALLOW, List.of());
            names.parse(source, allow.isEmpty() ? Vocabulary.formula(known) : Vocabulary.formula(known, allow));
        }
        return expression;
    }

    /** Remembers where the part and its mistakes stand. */
    void place(Places places) {
        places.put(fields.place(), id);
        for (Fields mistake : fields.get(MISTAKES, List.<Fields>of())) {
            places.put(mistake.place(), id, mistake.get(LABEL_ID, ""));
        }
    }

    /** What a test of the file types into this part; null where it cannot be read, which is then among the problems. */
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

    private Vocabulary vocabulary() {
        Set<String> known = names.names();
        known.addAll(symbolNames);
        return Vocabulary.author(known);
    }

    private @Nullable Text text(Field<TextSource> field) {
        TextSource source = fields.get(field);
        return source == null ? null : source.text();
    }

    private BigFraction points() {
        BigDecimal points = fields.get(POINTS);
        if (fields.get(WORK, false)) {
            if (points != null && points.signum() != 0) {
                problems.add(fields.place(POINTS), Message.of("question.work-with-points"));
            }
            return BigFraction.ZERO;
        }
        BigDecimal rubric = BigDecimal.ZERO;
        for (Fields criterion : fields.get(RUBRIC, List.<Fields>of())) {
            rubric = rubric.add(criterion.get(CRITERION_POINTS, BigDecimal.ZERO).max(BigDecimal.ZERO));
        }
        if (points != null && rubric.signum() > 0 && rubric.compareTo(points) < 0) {
            problems.add(
                    fields.place(RUBRIC),
                    Message.of("question.rubric-too-small", rubric.toPlainString(), points.toPlainString()));
        }
        return PartItems.fraction(points != null ? points : rubric.signum() > 0 ? rubric : BigDecimal.ONE);
    }

    private void checkWhatItsTypeNeeds() {
        boolean work = fields.get(WORK, false);
        if (type.fields().contains(EXPECT.name()) && !fields.has(EXPECT) && !work) {
            problems.add(fields.place(), Message.of("question.field-missing", EXPECT.name()));
        }
        for (Field<?> field : List.of(OPTIONS, ROWS, COLUMNS)) {
            if (type.fields().contains(field.name()) && !fields.has(field)) {
                problems.add(fields.place(), Message.of("question.field-missing", field.name()));
            }
        }
    }

    private Symbols symbols() {
        Symbols.Builder builder = Symbols.builder();
        for (Named<Object> symbol : fields.get(SYMBOLS, List.of())) {
            String name = Names.fold(symbol.name());
            if (symbol.value() instanceof Fields domain) {
                double from =
                        domain.get(FROM, BigDecimal.valueOf(Symbols.USUAL_FROM)).doubleValue();
                double to = domain.get(TO, BigDecimal.valueOf(Symbols.USUAL_TO)).doubleValue();
                if (from > to) {
                    problems.add(domain.place(), Message.of("question.domain-empty"));
                } else {
                    builder.add(
                            name,
                            from,
                            to,
                            domain.get(SHAPE, List.of()).stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray());
                }
            } else if (symbol.value() instanceof Source source) {
                Expression expression = names.parseFixed(source, vocabulary());
                if (expression != null) {
                    builder.add(name, expression);
                }
            }
        }
        return builder.build();
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

    private Set<Set<String>> mayEqual(List<Mistake> mistakes) {
        Set<Set<String>> pairs = new LinkedHashSet<>();
        Node place = fields.place(MAY_EQUAL);
        for (List<String> pair : fields.get(MAY_EQUAL, List.<List<String>>of())) {
            for (String name : pair) {
                if (!name.equals(Part.KEY)
                        && mistakes.stream().noneMatch(mistake -> mistake.id().equals(name))) {
                    problems.add(
                            place,
                            Nearest.message(
                                    "question.no-such-mistake",
                                    name,
                                    mistakes.stream().map(Mistake::id).toList()));
                }
            }
            pairs.add(Set.copyOf(new HashSet<>(pair)));
        }
        return pairs;
    }
}
