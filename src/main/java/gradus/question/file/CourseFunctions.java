package gradus.question.file;

import gradus.expression.Expression;
import gradus.expression.function.Example;
import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.read.Engine;
import gradus.expression.read.ListingFile;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question's text together with the functions of its course that it was written with. They are kept as one text, so that
 * the revision that students work on brings its functions along.
 */
public final class CourseFunctions {
    /** The name of the file that holds the functions of a folder. */
    public static final String FILE = "functions.yaml";

    private static final String MARK = "--- # " + FILE;
    private static final Pattern MARKED = Pattern.compile("(?m)^--- # functions\\.yaml[ \\t]*\\R");

    private static final double SLACK = 1e-9;

    private CourseFunctions() {}

    /** The text of a question with the functions of its folder behind it, where it names any of them. */
    public static String joined(String question, String functions) {
        boolean uses = ListingFile.ofCourse(functions).functions().stream()
                .anyMatch(function -> Pattern.compile("(?<![A-Za-z0-9_])" + function.name() + "(?![A-Za-z0-9_])")
                        .matcher(question)
                        .find());
        return uses ? question + (question.endsWith("\n") ? "" : "\n") + MARK + "\n" + functions : question;
    }

    /** The question's own text. */
    public static String question(String text) {
        Matcher mark = MARKED.matcher(text);
        return mark.find() ? text.substring(0, mark.start()) : text;
    }

    /** The functions that stand behind a question's own text. */
    public static Optional<String> functions(String text) {
        Matcher mark = MARKED.matcher(text);
        return mark.find() ? Optional.of(text.substring(mark.end())) : Optional.empty();
    }

    /** Another text of a question with the functions that stood behind the one before. */
    public static String withThoseOf(String before, String question) {
        return functions(before).map(functions -> joined(question, functions)).orElse(question);
    }

    /** The engine's functions and those that stand behind the question. */
    static Library library(String text) {
        return functions(text)
                .map(functions ->
                        Engine.library().with(ListingFile.ofCourse(functions).functions()))
                .orElse(Engine.library());
    }

    /** What is wrong with a file of functions; examples that come to something else are wrong too. */
    public static List<Problem> problems(String functions, String file) {
        ListingFile read = ListingFile.ofCourse(functions);
        List<Problem> problems = new ArrayList<>();
        read.faults().forEach(fault -> problems.add(new Problem(file, fault.line(), fault.column(), fault.problem())));
        Vocabulary words = Vocabulary.author(Set.of(), Engine.library().with(read.functions()));
        for (LibraryFunction function : read.functions()) {
            function.nature().examples().forEach(example -> {
                Message wrong = wrong(example, words);
                if (wrong != null) {
                    int before = functions
                            .substring(0, Math.max(0, functions.indexOf(example.call())))
                            .split("\n", -1)
                            .length;
                    problems.add(new Problem(file, before, 1, wrong));
                }
            });
        }
        return problems;
    }

    private static @Nullable Message wrong(Example example, Vocabulary words) {
        try {
            Value value = Expression.parse(example.call(), words).evaluate(Scope.EMPTY);
            Value due = Expression.parse(example.value(), words).evaluate(Scope.EMPTY);
            return isNear(value, due)
                    ? null
                    : Message.of("listing.example", example.call(), Printing.plain(value), example.value());
        } catch (ExpressionException broken) {
            return broken.problem();
        }
    }

    private static boolean isNear(Value value, Value due) {
        if (!value.isNumeric() || !due.isNumeric()) {
            return Printing.plain(value).equals(Printing.plain(due));
        }
        double[] cells = value.asTensor().cells();
        double[] wanted = due.asTensor().cells();
        boolean near = cells.length == wanted.length;
        for (int i = 0; near && i < cells.length; i++) {
            near = Math.abs(cells[i] - wanted[i]) <= SLACK * Math.max(1, Math.abs(wanted[i]));
        }
        return near;
    }
}
