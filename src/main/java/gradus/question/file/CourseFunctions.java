package gradus.question.file;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.read.Engine;
import gradus.expression.read.ListingFile;
import gradus.question.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question's text together with the functions of its course that it was written with. They are kept as one text, so that
 * the revision that students work on brings its functions along.
 */
public final class CourseFunctions {
    /** The name of the file that holds the functions of a folder. */
    public static final String FILE = "functions.yaml";

    private static final String MARK = "--- # " + FILE;
    private static final Pattern MARKED = Pattern.compile("(?m)^--- # functions\\.yaml[ \\t]*\\R");

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
    static String question(String text) {
        Matcher mark = MARKED.matcher(text);
        return mark.find() ? text.substring(0, mark.start()) : text;
    }

    /** The engine's functions and those that stand behind the question. */
    static Library library(String text) {
        Matcher mark = MARKED.matcher(text);
        if (!mark.find()) {
            return Engine.library();
        }
        List<LibraryFunction> functions =
                ListingFile.ofCourse(text.substring(mark.end())).functions();
        return Engine.library().with(functions);
    }

    /** What is wrong with a file of functions. */
    public static List<Problem> problems(String functions, String file) {
        return ListingFile.ofCourse(functions).faults().stream()
                .map(fault -> new Problem(file, fault.line(), fault.column(), fault.problem()))
                .toList();
    }
}
