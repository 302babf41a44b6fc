package gradus.author;

import gradus.expression.Expression;
import gradus.expression.function.Example;
import gradus.expression.function.LibraryFunction;
import gradus.expression.node.Latex;
import gradus.expression.node.Listing;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.question.DrawException;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import gradus.question.part.PartTypes;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function as help explains it. Steps and wrong procedures are those of a question that asks for the declaration's own first
 * example, so that help cannot say anything else than the grader.
 *
 * @param formulas the lines of a listing, typeset; none of a primitive
 * @param examples calls with what they come to, computed now
 * @param steps how the first example is worked out
 * @param faults what the grader recognises in wrong answers to the first example, each once
 */
public record Explained(
        String name,
        String signature,
        String says,
        String source,
        List<SafeHtml> formulas,
        List<Worked> examples,
        SafeHtml steps,
        List<String> faults) {
    private static final int MOST_FAULTS = 12;

    /** A call with what it comes to. */
    public record Worked(String call, String value) {}

    static Explained of(LibraryFunction function, Locale language) {
        List<Example> examples = function.nature().examples();
        Variant asked = examples.isEmpty() ? null : asked(examples.get(0).call());
        return new Explained(
                function.name(),
                function.signature(),
                function.words().in(language),
                function.nature().source(),
                formulas(function),
                examples.stream()
                        .map(example -> new Worked(example.call(), Printing.plain(value(example.call()))))
                        .toList(),
                Markdown.html(asked == null ? "" : asked.solution(language, true), picture -> picture),
                asked == null ? List.of() : faults(asked, language));
    }

    static Value value(String call) {
        return Expression.parse(call, Vocabulary.author(Set.of())).evaluate(Scope.EMPTY);
    }

    private static List<SafeHtml> formulas(LibraryFunction function) {
        List<SafeHtml> formulas = new ArrayList<>();
        if (function.body() instanceof Listing listing) {
            for (Listing.Line line : listing.lines()) {
                String latex = line.formula().latex();
                // options within options are read more easily as they are typed
                boolean nested = latex.split("begin.cases", -1).length > 2;
                formulas.add(Markdown.inline(
                        nested
                                ? "`" + line.name() + " = " + line.formula().text() + "`"
                                : "$" + Latex.name(line.name()) + " = " + latex + "$"));
            }
        }
        return formulas;
    }

    /** A question that asks for a call, by the first type of part that takes it; null where its value is no number and no array. */
    private static @Nullable Variant asked(String call) {
        return value(call).isNumeric()
                ? PartTypes.byName().keySet().stream()
                        .flatMap(type -> asked(call, type).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Optional<Variant> asked(String call, String type) {
        String text = "id: help\ntitle: Help\nprompt: Help\nparts:\n  - {id: value, type: " + type
                + ", points: 1, expect: '" + call.replace("'", "''") + "'}\nsolution: '{{steps(value)}}'\n";
        try {
            Variant variant = Variant.draw(QuestionFile.read(text, "help.yaml"), 0);
            variant.key(variant.question().part("value"));
            return Optional.of(variant);
        } catch (QuestionException | DrawException | ExpressionException unfit) {
            return Optional.empty();
        }
    }

    private static List<String> faults(Variant asked, Locale language) {
        return Faults.of(asked, asked.question().part("value")).single().stream()
                .map(Fault::kinds)
                .flatMap(Set::stream)
                .distinct()
                .limit(MOST_FAULTS)
                .map(kind -> kind.say().in(language))
                .toList();
    }
}
