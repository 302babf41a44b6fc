package gradus.question.file;

import gradus.expression.Expression;
import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.message.Message;
import gradus.question.format.Formats;
import gradus.question.format.Formats.Named;
import gradus.question.format.Nearest;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.part.PartFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The names that a question declares, collected in file order, and the parser of expressions in them. */
final class Declarations {
    /** What is no function and can be listed among them all the same: comparisons, constants and signs. */
    private static final Pattern MAY_STAND_ANYHOW = Pattern.compile(Vocabulary.COMPARISONS + "|pi|π|e|inf|\\P{L}*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Problems problems;
    private final Library functions;
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, String> partIds = new LinkedHashMap<>();

    Declarations(Problems problems, Library functions) {
        this.problems = problems;
        this.functions = functions;
    }

    /** An author's words: these names, and the functions of the engine and the course. */
    Vocabulary author(Set<String> known) {
        return Vocabulary.author(known, functions);
    }

    /** The names of the functions that an author lists, as {@code relu} for {@code ReLU}; one that does not exist is a problem. */
    List<String> functions(List<String> words, Node at) {
        List<String> known = new ArrayList<>();
        for (String word : words) {
            LibraryFunction function = functions.meant(Names.fold(word));
            if (function != null) {
                known.add(function.name());
            } else if (MAY_STAND_ANYHOW.matcher(word).matches()) {
                known.add(word);
            } else {
                problems.add(at, Nearest.message("expression.unknown-function", word, functions.names()));
            }
        }
        return known;
    }

    /** Declares a parameter or named step. */
    void declare(String name, Node at) {
        if (!NAME.matcher(Names.fold(name)).matches()) {
            problems.add(
                    at,
                    Message.of(
                            "question.wrong-kind",
                            PartFields.NAME.expected(),
                            Message.of("question.found-scalar", name)));
        } else if (functions.isFunction(Names.fold(name))) {
            problems.add(at, Message.of("question.name-of-function", name));
        } else {
            put(name, at);
        }
    }

    /** Declares a part, which may have the name of a function. */
    void declarePart(String id, Node at) {
        put(id, at);
        partIds.putIfAbsent(Names.fold(id), id);
    }

    private void put(String name, Node at) {
        String other = spellings.putIfAbsent(Names.fold(name), name);
        if (other != null) {
            problems.add(
                    at,
                    other.equals(name)
                            ? Message.of("question.name-twice", name)
                            : Message.of("question.names-fold", name, other));
        }
    }

    /** Checks the names of a formula's symbols against functions, each other and the names of the question. */
    Set<String> symbols(List<Formats.Named<Object>> symbols) {
        Map<String, String> own = new HashMap<>();
        for (Formats.Named<Object> symbol : symbols) {
            String folded = Names.fold(symbol.name());
            String other = own.putIfAbsent(folded, symbol.name());
            if (!NAME.matcher(folded).matches()) {
                problems.add(
                        symbol.at(),
                        Message.of(
                                "question.wrong-kind",
                                PartFields.NAME.expected(),
                                Message.of("question.found-scalar", symbol.name())));
            } else if (functions.isFunction(folded)) {
                problems.add(symbol.at(), Message.of("question.name-of-function", symbol.name()));
            } else if (other != null) {
                problems.add(symbol.at(), Message.of("question.names-fold", symbol.name(), other));
            } else if (spellings.containsKey(folded) && !partIds.containsKey(folded)) {
                problems.add(symbol.at(), Message.of("question.symbol-hides", symbol.name()));
            }
        }
        return own.keySet();
    }

    /** Reads alternative names of symbols, none of which may be declared in the question already. */
    Map<String, String> aliases(List<Named<String>> further) {
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, String> folded = new HashMap<>();
        for (Named<String> alias : further) {
            String other = folded.putIfAbsent(Names.fold(alias.name()), alias.name());
            if (spellings.containsKey(Names.fold(alias.name()))) {
                problems.add(alias.at(), Message.of("question.name-twice", alias.name()));
            } else if (other != null) {
                problems.add(alias.at(), Message.of("question.names-fold", alias.name(), other));
            }
            aliases.put(alias.name(), alias.value());
        }
        return aliases;
    }

    Set<String> names() {
        return new LinkedHashSet<>(spellings.keySet());
    }

    /** Parses an expression; a syntax error is reported as a problem and gives null. */
    @Nullable
    Expression parse(Source source, Vocabulary vocabulary) {
        try {
            return Expression.parse(source.text(), vocabulary);
        } catch (ExpressionException broken) {
            source.report(broken.at(), broken.problem(), problems);
            return null;
        }
    }

    /** Parses an expression that must not draw. */
    @Nullable
    Expression parseFixed(Source source, Vocabulary vocabulary) {
        Expression expression = parse(source, vocabulary);
        if (expression != null && expression.draws()) {
            problems.add(source.node(), Message.of("question.draws-outside-params"));
        }
        return expression;
    }

    /**
     * Reports the parts that an expression refers to but must not.
     *
     * @param objection why a part cannot be used; null where it can
     */
    void checkParts(
            Expression expression, Source source, Function<String, @Nullable Message> objection, Set<String> symbols) {
        for (String name : expression.names()) {
            String used = symbols.contains(name) ? null : partIds.get(name);
            Message why = used == null ? null : objection.apply(used);
            if (used != null && why != null) {
                Matcher word = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(used) + "(?![A-Za-z0-9_])")
                        .matcher(source.text());
                source.report(word.find() ? word.start() : 0, why, problems);
            }
        }
    }
}
