package gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.read.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A function's name stands where the function is declared, and what is known of it stands there too. Formulas in the language
 * may call it, as listings do; code that asks for it by name may not.
 */
class FunctionNamesTest {
    private static final Path JAVA = Path.of("src/main/java/gradus");
    private static final Path LISTINGS = Path.of("src/main/resources/listings");
    private static final List<String> ROOMS = List.of("maths", "expression", "question", "grading");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /** Words of others that happen to be functions' names too, each with whose word it is. */
    private static final Map<String, Set<String>> WORDS_OF_OTHERS = Map.ofEntries(
            // NumPy's dot is the product of the language, not its function dot; max= is an argument of clamp
            Map.entry("expression/read/ArrayCalls.java", Set.of("dot", "max")),
            // the command \sum is the sign Σ
            Map.entry("expression/read/LatexCommands.java", Set.of("sum")),
            // a field of a symbol in a listing
            Map.entry("expression/read/ListingText.java", Set.of("shape")),
            // an argument of pooling
            Map.entry("expression/function/LayerFunctions.java", Set.of("size")),
            Map.entry("maths/Pooling.java", Set.of("size")),
            // the layers of a network's text
            Map.entry("maths/Layer.java", Set.of("attention", "size")),
            // how the picture of a window calls what becomes of it
            Map.entry("maths/PoolingSteps.java", Set.of("max", "mean")),
            // a class of SVG
            Map.entry("maths/picture/Grid.java", Set.of("sign")),
            // of a matrix of which one factor is left out, ones stand for it: a word of the fault's id
            Map.entry("grading/fault/HabitRules.java", Set.of("ones")),
            // fields of question files
            Map.entry("question/file/LayoutFields.java", Set.of("rows")),
            Map.entry("question/part/FormulaType.java", Set.of("rows", "shape")),
            Map.entry("question/part/GridType.java", Set.of("rows")),
            Map.entry("question/part/MatrixType.java", Set.of("size")),
            Map.entry("question/part/ShapeType.java", Set.of("shape")));

    private static final Library ALL =
            Library.forListings().with(Engine.library().functions());

    @Test
    void noCodeAsksForAFunctionByItsName() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            Set<String> names = new TreeSet<>();
            Matcher literal = LITERAL.matcher(withoutComments(text));
            while (literal.find()) {
                if (ALL.named(literal.group(1)) != null && !isKnownByDeclarations(file)) {
                    names.add(literal.group(1));
                }
            }
            if (!names.isEmpty()) {
                found.put(JAVA.relativize(file).toString(), names);
            }
        }
        assertEquals(WORDS_OF_OTHERS, found);
    }

    /** A declaration may name the function that is its derivative; nothing else in their room has to do with names. */
    private static boolean isKnownByDeclarations(Path file) {
        String name = file.getFileName().toString();
        return file.toString().contains("/function/") && name.endsWith("Functions.java") && !name.startsWith("Layer");
    }

    @Test
    void everyFunctionIsDeclaredOnce() throws IOException {
        for (LibraryFunction function : ALL.functions()) {
            List<Path> places = new ArrayList<>();
            for (Path file : files()) {
                String text = Files.readString(file)
                        .replace("\" + WINDOW + \"", "padding=\\\"valid\\\", stride=1, dilation=1");
                String signature = function.signature().replace("\"", "\\\"");
                if (file.toString().contains("/function/") && text.contains("\"" + signature + "\"")) {
                    places.add(file);
                }
            }
            try (Stream<Path> listings = Files.list(LISTINGS)) {
                for (Path file : listings.toList()) {
                    if (Files.readString(file).contains("\n" + function.name() + ":\n")) {
                        places.add(file);
                    }
                }
            }
            assertEquals(1, places.size(), function.name() + " in " + places);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> all = Files.walk(JAVA.resolve(room))) {
                all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }
}
