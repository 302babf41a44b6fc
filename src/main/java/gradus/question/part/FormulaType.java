package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Formats.bool;
import static gradus.question.format.Formats.integer;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.mapOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.string;
import static gradus.question.format.Formats.word;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Formats;
import gradus.question.format.Formats.Named;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A formula in declared symbols, scalar or matrix; equal to its key where both agree at every point that is tried. */
record FormulaType(
        Symbols symbols,
        List<String> allow,
        FormulaForm form,
        int examples,
        Map<String, String> aliases,
        boolean strictOrientation)
        implements PartType {
    private static final Field<BigDecimal> FROM = optional("from", number(-1e300, 1e300), "Least value");
    private static final Field<BigDecimal> TO = optional("to", number(-1e300, 1e300), "Greatest value");
    private static final Field<List<Integer>> SHAPE =
            optional("shape", listOf(integer(1, 20), 0, 4), "Rows and columns of a matrix symbol");
    private static final Field<Boolean> INTEGER =
            optional("integer", bool(), "Whether the symbol is a whole number, or a tensor of such");
    private static final Field<List<Named<Object>>> SYMBOLS = optional(
            "symbols",
            mapOf(Formats.<Object>either(
                    object(Message.of("question.expected-domain"), List.of(FROM, TO, SHAPE, INTEGER)),
                    Source.format())),
            "What a formula is written in: the domain of each symbol, or an expression in the others");
    private static final Field<List<String>> ALLOW =
            optional("allow", listOf(string()), "The functions that a student's formula may use");

    private static final Field<Integer> EXAMPLES = optional(
            "examples",
            word(Map.of("rows", 0, "columns", 1)),
            "Whether each row or each column of its matrices is an example, which a sum over an index picks");

    private static final Field<List<Named<String>>> ALIASES = optional(
            "aliases",
            mapOf(PartFields.NAME),
            "Further names that students may type in this part; they go before those of the question");

    static final PartDeclaration DECLARATION = PartDeclaration.keyed(
            "formula",
            List.of(SYMBOLS, ALLOW, FormulaForm.FIELD, EXAMPLES, ALIASES, MatrixType.STRICT),
            (fields, surroundings) -> new FormulaType(
                    symbols(fields, surroundings),
                    surroundings.functions(fields.get(ALLOW, List.of()), fields.place(ALLOW)),
                    fields.get(FormulaForm.FIELD, FormulaForm.ANY),
                    fields.get(EXAMPLES, -1),
                    fields.get(ALIASES, List.of()).stream()
                            .collect(Collectors.toUnmodifiableMap(Named::name, Named::value, (first, again) -> first)),
                    fields.get(MatrixType.STRICT, false)));

    private static final int MAX_LENGTH = 10_000;

    FormulaType {
        allow = List.copyOf(allow);
    }

    private static Symbols symbols(Fields fields, PartDeclaration.Surroundings surroundings) {
        List<Named<Object>> declared = fields.get(SYMBOLS, List.of());
        Set<String> names = surroundings.symbols(declared);
        Symbols.Builder builder = Symbols.builder();
        for (Named<Object> symbol : declared) {
            // one that is broken is a symbol all the same, so that nothing more is said about expressions that name it
            builder.addAny(symbol.name());
            if (symbol.value() instanceof Fields domain) {
                addDrawn(symbol.name(), domain, surroundings.problems(), builder);
            } else if (symbol.value() instanceof Source source) {
                Expression expression = surroundings.parse(source, names);
                if (expression != null) {
                    builder.add(symbol.name(), expression);
                }
            }
        }
        return builder.build();
    }

    private static void addDrawn(String name, Fields domain, Problems problems, Symbols.Builder builder) {
        BigDecimal from = domain.get(FROM);
        BigDecimal to = domain.get(TO);
        boolean integer = domain.get(INTEGER, false);
        if (from != null && to != null && (from.compareTo(to) > 0 || (integer && !holdsWhole(from, to)))) {
            problems.add(domain.place(), Message.of("question.domain-empty"));
        } else {
            builder.add(
                    name,
                    Symbols.Domain.within(
                            domain.get(SHAPE, List.of()),
                            from == null ? null : (Double) from.doubleValue(),
                            to == null ? null : (Double) to.doubleValue(),
                            integer));
        }
    }

    private static boolean holdsWhole(BigDecimal from, BigDecimal to) {
        return from.setScale(0, RoundingMode.CEILING).compareTo(to) <= 0;
    }

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public Control control() {
        return Control.LINE;
    }

    /** Which symbols and functions a formula may name, with an example that has nothing to do with the answer. */
    @Override
    public Message help(Part part, Variant variant) {
        List<String> known = FormulaSymbols.offered(part, variant);
        String listed = known.isEmpty() ? "–" : "`" + String.join("`, `", known) + "`";
        String first = known.isEmpty() ? "3" : known.get(0);
        String example = "`2*" + first + " - 1`";
        Message help = allow.isEmpty()
                ? Message.of("attempt.help-formula", listed, example)
                : Message.of("attempt.help-formula-allow", listed, words(), example);
        return withShape(help, part, variant);
    }

    /** The shape of a formula is no secret, as reading says where shapes do not fit. */
    private static Message withShape(Message help, Part part, Variant variant) {
        try {
            Answer.Formula key = (Answer.Formula) variant.key(part);
            List<Value> values = key.key().values();
            Tensor value = values.isEmpty() ? Tensor.number(0) : values.get(0).asTensor();
            if (value.rank() > 0) {
                return Message.of(
                        "attempt.help-formula-shape",
                        help,
                        value.rank() == 1 ? value.size() + "×1" : value.shapeText());
            }
            boolean numbers = key.symbols().all().values().stream()
                    .allMatch(symbol -> symbol instanceof Symbols.Domain domain
                            && domain.shape().isEmpty());
            return numbers ? help : Message.of("attempt.help-formula-number", help);
        } catch (ExpressionException keyFails) {
            return help;
        }
    }

    /** What a formula may name besides its symbols: functions by their names, comparisons by their signs. */
    private Message words() {
        String functions = allow.stream()
                .filter(name -> !name.equals(Vocabulary.COMPARISONS))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        if (!allow.contains(Vocabulary.COMPARISONS)) {
            return Message.of("attempt.help-functions", functions);
        }
        return functions.isEmpty()
                ? Message.of("attempt.help-comparisons")
                : Message.of("attempt.help-functions-comparisons", functions);
    }

    @Override
    public Vocabulary vocabulary(Set<String> names) {
        Vocabulary words = allow.isEmpty() ? Vocabulary.formula(names) : Vocabulary.formula(names, allow);
        return examples < 0 ? words : words.withExamples(examples);
    }

    @Override
    public boolean expectsFormula() {
        return true;
    }

    /**
     * Parses the response and tries it where every symbol is free, since only evaluation shows whether shapes fit inside it
     * and whether it is defined anywhere. The key has no part in this.
     */
    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.notation(response, MAX_LENGTH, text -> {
            try {
                FormulaSymbols words = FormulaSymbols.of(part, variant);
                Expression expression = Expression.parse(text, words.vocabulary());
                Answer.Formula given = new Answer.Formula(expression, words.symbols(), variant.scope());
                words.free().tried(expression);
                return given;
            } catch (ExpressionException wrong) {
                throw new Unreadable(Math.max(0, Math.min(wrong.at(), text.length())), wrong.problem())
                        .offering(wrong.edits().stream()
                                .map(edit -> edit.of(text))
                                .toList());
            }
        });
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Formula(expect, FormulaSymbols.of(part, variant).symbols(), variant.scope());
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Answer.Formula formula = (Answer.Formula) given;
        Agreement agreement;
        try {
            agreement = formula.agreement((Answer.Formula) key, !strictOrientation);
        } catch (ExpressionException failed) {
            return failed.isOfBounds() ? Comparison.unsure(Message.of("grading.cannot-tell")) : Comparison.of(false);
        }
        if (agreement instanceof Agreement.Unsure) {
            return Comparison.unsure(Message.of("grading.cannot-tell"));
        }
        if (agreement instanceof Agreement.WrongShape shapes) {
            return Comparison.wrongShape(
                    Message.of("grading.wrong-shape", shape(shapes.response())),
                    Message.of("grading.right-shape", shape(shapes.key())));
        }
        if (agreement instanceof Agreement.Different different) {
            Witness witness = new Witness(different, formula.expression().names());
            return Comparison.different(witness.ofResponse(), witness.ofKey());
        }
        Message complaint = form.complaint(formula.expression());
        return complaint == null ? Comparison.of(true) : Comparison.different(complaint, null);
    }

    private static String shape(Value value) {
        return value.asTensor().shapeText();
    }

    /** The formula with this variant's values in place of their names. */
    @Override
    public String print(Answer answer, Part part) {
        Answer.Formula formula = (Answer.Formula) answer;
        return formula.expression().filledIn(formula.scope(), formula.symbols().names());
    }

    /** With the parameters filled in. */
    @Override
    public String displayKey(Answer key, Part part) {
        Answer.Formula formula = (Answer.Formula) key;
        return "$"
                + formula.expression()
                        .filledInLatex(formula.scope(), formula.symbols().names()) + "$";
    }

    @Override
    public String changed(Answer answer, Part part) {
        return "1.25*(" + print(answer, part) + ")+0.37";
    }

    @Override
    public String display(Answer answer, Part part) {
        return "$" + ((Answer.Formula) answer).expression().toLatex() + "$";
    }

    @Override
    public List<Message> readingNotes(Answer answer) {
        return ((Answer.Formula) answer).expression().notes();
    }
}
