package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.message.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** A question as its author wrote it: parameters, prompt, parts. Immutable. */
public final class Question {
    private final String id;
    private final Text title;
    private final List<String> tags;
    private final Map<String, Expression> params;
    private final List<Expression> require;
    private final Map<String, Expression> let;
    private final Text prompt;
    private final List<Part> parts;
    private final @Nullable AnswerTable layout;
    private final List<Convention> conventions;
    private final List<Hint> hints;
    private final @Nullable Text solution;
    private final List<QuestionTest> tests;
    private final Map<String, String> aliases;
    private final QuestionTexts templates;
    private final Places places;
    private final Dependencies dependencies;
    private final Kept kept = new Kept();
    private @Nullable Variant withoutParameters;

    public Question(
            String id,
            Text title,
            List<String> tags,
            Map<String, Expression> params,
            List<Expression> require,
            Map<String, Expression> let,
            Text prompt,
            List<Part> parts,
            @Nullable AnswerTable layout,
            List<Convention> conventions,
            List<Hint> hints,
            @Nullable Text solution,
            List<QuestionTest> tests,
            Map<String, String> aliases,
            QuestionTexts templates,
            Places places) {
        this.id = id;
        this.title = title;
        this.tags = List.copyOf(tags);
        this.params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        this.require = List.copyOf(require);
        this.let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
        this.prompt = prompt;
        this.parts = List.copyOf(parts);
        this.layout = layout;
        this.conventions = List.copyOf(conventions);
        this.hints = List.copyOf(hints);
        this.solution = solution;
        this.tests = List.copyOf(tests);
        this.aliases = Map.copyOf(aliases);
        this.templates = templates;
        this.places = places;
        this.dependencies = Dependencies.of(params, let, parts);
    }

    /**
     * The shared variant of a question without parameters, so that what it computes, such as its formulas' sample
     * points, is computed once per question.
     */
    synchronized Variant withoutParameters() {
        if (withoutParameters == null) {
            withoutParameters = Variant.complete(this, Map.of(), Effort.unbounded());
        }
        return withoutParameters;
    }

    /** A question that consists of one part. */
    public static Question ofPart(Part part) {
        Text none = Text.of("");
        return new Question(
                part.id(),
                none,
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                none,
                List.of(part),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of(),
                new QuestionTexts(),
                new Places("part"));
    }

    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    public List<String> tags() {
        return tags;
    }

    /** The parameters in the order in which they are drawn. */
    public Map<String, Expression> params() {
        return params;
    }

    /** The conditions that a drawn variant must meet. */
    public List<Expression> require() {
        return require;
    }

    /** Named steps, in the order of the file. */
    public Map<String, Expression> let() {
        return let;
    }

    public Text prompt() {
        return prompt;
    }

    public List<Part> parts() {
        return parts;
    }

    /** The table in which its fields stand; null where they stand one below the other. */
    public @Nullable AnswerTable layout() {
        return layout;
    }

    /** Alternative complete sets of keys. */
    public List<Convention> conventions() {
        return conventions;
    }

    public List<Hint> hints() {
        return hints;
    }

    public @Nullable Text solution() {
        return solution;
    }

    public List<QuestionTest> tests() {
        return tests;
    }

    /** Alternative names that students may type, each with the name it stands for. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /**
     * The part with this id.
     *
     * @throws NoSuchElementException where there is none
     */
    public Part part(String partId) {
        return parts.stream()
                .filter(part -> part.id().equals(partId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no part " + partId + " in " + id));
    }

    /** The folded names of the values that are filled into its texts. */
    public Set<String> namesInTexts() {
        return templates.names();
    }

    /** The points of all parts together. */
    public BigFraction points() {
        return parts.stream().map(Part::points).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /**
     * The ids of the earlier parts that an expected answer of a part depends on, directly or through named steps and
     * other parts.
     */
    public Set<String> partsBehind(Expression expect, Part part) {
        return dependencies.partsBehind(expect, part.symbolNames());
    }

    /** The members of {@code among} that an expected answer of a part depends on without another member in between. */
    public Set<String> nearestParts(Expression expect, Part part, Set<String> among) {
        return dependencies.nearestParts(expect, part.symbolNames(), among);
    }

    /** Whether an expected answer of a part is computed from members of {@code among} alone, with no data of the question. */
    public boolean isOfPartsAlone(Expression expect, Part part, Set<String> among) {
        return dependencies.isOfPartsAlone(expect, part.symbolNames(), among);
    }

    /**
     * A problem that shows only on variants, at its place in the file.
     *
     * @param path the id of a part, optionally followed by the id of one of its mistakes; or a field such as {@code
     *     /prompt}; or nothing
     */
    public Problem problem(Message message, String... path) {
        return places.problem(message, List.of(path));
    }

    /** Whether an expected answer of a part depends on a drawn parameter when the given parameters are fixed. */
    public boolean isDrawn(Expression expect, Part part, Set<String> fixed) {
        Set<String> opaque = part.opaqueNames(Folded.names(fixed));
        return dependencies.isDrawn(expect, opaque)
                || part.symbols().all().values().stream()
                        .anyMatch(symbol -> symbol instanceof Symbols.Dependent computed
                                && dependencies.isDrawn(computed.expression(), opaque));
    }

    /** What is worked out from the question once. */
    Kept kept() {
        return kept;
    }

    Dependencies dependencies() {
        return dependencies;
    }

    QuestionTexts templates() {
        return templates;
    }

    /** The LaTeX that stands for a part in worked steps, by its folded name; null where its letters do, and for other names. */
    @Nullable
    String typeset(String name) {
        Part named = partNamed(name);
        return named == null ? null : named.typeset();
    }

    /**
     * The formula that defines a name.
     *
     * @param expects the keys of a convention, which stand in for those of the parts
     */
    @Nullable
    Expression definition(String name, Map<String, Expression> expects) {
        Part named = partNamed(name);
        return named == null ? Folded.keys(let).get(name) : expects.getOrDefault(named.id(), named.expect());
    }

    private @Nullable Part partNamed(String name) {
        String part = Folded.keys(let).containsKey(name) ? null : dependencies.part(name);
        return part == null ? null : part(part);
    }
}
