package gradus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import gradus.question.PartType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors and rooms of the house: imports go down only, each library lives on its own floor, and nothing grows too large to know. */
@AnalyzeClasses(packages = "gradus", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    /** From the ground up; whatever stands on one line may use all lines before it and nobody beside it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("message", "json"),
            List.of("maths", "database"),
            List.of("expression", "web"),
            List.of("question", "account"),
            List.of("grading", "course"),
            List.of("bank"),
            List.of("exam"),
            List.of("attempt", "exchange"),
            List.of("rubric", "practice", "author"),
            List.of("result", "demo"),
            List.of("api"));

    /** The rooms of the expression language, from the ground up; the last is its front door, but for equality, which uses it. */
    private static final List<String> ROOMS_OF_EXPRESSION = List.of(
            "gradus.expression.value",
            "gradus.expression.function",
            "gradus.expression.node",
            "gradus.expression.read",
            "gradus.expression",
            "gradus.expression.equality");

    private static final int MOST_FILES = 40;
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_A_METHOD = 60;
    private static final int MOST_COMPONENTS = 12;

    private static final String[] PURE = {
        "gradus.message..",
        "gradus.json..",
        "gradus.maths..",
        "gradus.expression..",
        "gradus.question..",
        "gradus.grading.."
    };

    /** The words for types of parts that mean nothing else, as code would compare them; where functions have such names too, they may. */
    private static final Pattern TYPE_OF_PART = Pattern.compile("[\"'](choices?|grid|matrix|shape|formula)[\"']");

    private static final Pattern HAVE_SUCH_WORDS =
            Pattern.compile("gradus.(question.part|expression|maths).|gradus.exchange.PartYaml|\\.svg$");

    @ArchTest
    static final ArchRule importsGoDownOnly = downOnly();

    @ArchTest
    static final ArchRule noPackagesUseEachOtherInACircle =
            SlicesRuleDefinition.slices().matching("gradus.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfExpressionStandOnEachOther = roomsOfExpression();

    @ArchTest
    static final ArchRule thePureFloorsKnowNothingOfTheWorld = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.javalin..",
                            "org.jdbi..",
                            "org.thymeleaf..",
                            "java.nio.file..",
                            "java.sql..",
                            "java.net..",
                            "gradus.database..",
                            "gradus.web..",
                            "gradus.account..",
                            "gradus.course..")
                    .or(named("java.time.Clock"))
                    .or(named("java.io.File")));

    @ArchTest
    static final ArchRule ejmlStaysInMaths = onlyIn("org.ejml..", resideInAnyPackage("gradus.maths.."));

    @ArchTest
    static final ArchRule jdbiStaysInStores =
            onlyIn("org.jdbi..", resideInAnyPackage("gradus.database..").or(outermost("Store")));

    @ArchTest
    static final ArchRule javalinStaysInControllers = onlyIn(
            "io.javalin..",
            resideInAnyPackage("gradus.web..")
                    .or(outermost("Controller"))
                    .or(named("gradus.App"))
                    .or(named("gradus.Admission"))
                    .or(named("gradus.Authoring"))
                    .or(named("gradus.Enrolling"))
                    .or(named("gradus.Visitors"))
                    .or(named("gradus.Grades"))
                    .or(named("gradus.Graders"))
                    .or(named("gradus.course.Audience"))
                    .or(named("gradus.account.Viewer"))
                    .or(named("gradus.account.Sessions")));

    @ArchTest
    static final ArchRule thymeleafStaysInWeb = onlyIn("org.thymeleaf..", resideInAnyPackage("gradus.web.."));

    @ArchTest
    static final ArchRule nobodyConfiguresJsonAnew = noClasses()
            .that(resideOutsideOfPackages("gradus.json.."))
            .should()
            .callConstructor(ObjectMapper.class)
            .orShould()
            .callMethod(JsonMapper.class, "builder");

    @ArchTest
    static final ArchRule picocliStaysInCommand = onlyIn("picocli..", resideInAnyPackage("gradus.command.."));

    /** From the ground up, the rooms of the floor {@code question}. */
    @ArchTest
    static final ArchRule questionsKnowNeitherTheirTypesNorTheirFiles =
            knowsNot("gradus.question", "gradus.question.format..", "gradus.question.part..", "gradus.question.file..");

    @ArchTest
    static final ArchRule formatsKnowNoTypeOfPart =
            knowsNot("gradus.question.format..", "gradus.question.part..", "gradus.question.file..");

    @ArchTest
    static final ArchRule typesOfPartsKnowNoFile = knowsNot("gradus.question.part..", "gradus.question.file..");

    @ArchTest
    static final ArchRule noTypeOfPartIsKnownOutsideItsRoom = noClasses()
            .that(resideOutsideOfPackages("gradus.question.part.."))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "types of parts",
                    type -> type.isAssignableTo(PartType.class) && !type.isEquivalentTo(PartType.class)));

    @ArchTest
    static final ArchRule packagesAreNamedByWhatTheyAreAbout =
            noClasses().should().resideInAnyPackage("..util..", "..service..", "..impl..", "..manager..", "..helper..");

    @ArchTest
    static final ArchRule nobodyUsesTheCommandLineButMain = noClasses()
            .that(resideOutsideOfPackages("gradus.command..").and(not("gradus.Gradus")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gradus.command..");

    @ArchTest
    static final ArchRule verbsThatOnlyComputeOpenNoDatabase = noClasses()
            .that()
            .haveNameMatching("gradus\\.command\\.(Eval|Key|Grade|Check).*")
            .should()
            .dependOnClassesThat(resideInAnyPackage("gradus.database..", "gradus.web..", "gradus.account..")
                    .or(named("gradus.App")));

    @ArchTest
    static final ArchRule nobodyReadsTheClockBesideApp = noClasses()
            .that(not("gradus.App").and(resideOutsideOfPackages("gradus.command..")))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule roomsOfAnAttemptStandApart = SlicesRuleDefinition.slices()
            .matching("gradus.attempt.(*)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule whatRoomsOfAnAttemptShareKnowsNoneOfThem = noClasses()
            .that()
            .resideInAPackage("gradus.attempt")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gradus.attempt.*..");

    private static ArchRule downOnly() {
        Architectures.LayeredArchitecture floors = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("gradus..")
                .withOptionalLayers(true)
                .layer("top")
                .definedBy("gradus", "gradus.command..");
        for (List<String> floor : FLOORS) {
            for (String name : floor) {
                floors = floors.layer(name).definedBy("gradus." + name + "..");
            }
        }
        for (int level = 0; level < FLOORS.size(); level++) {
            String[] above = Stream.concat(
                            Stream.of("top"), FLOORS.stream().skip(level + 1L).flatMap(List::stream))
                    .toArray(String[]::new);
            for (String name : FLOORS.get(level)) {
                floors = floors.whereLayer(name).mayOnlyBeAccessedByLayers(above);
            }
        }
        return floors.whereLayer("top").mayNotBeAccessedByAnyLayer();
    }

    private static ArchRule roomsOfExpression() {
        Architectures.LayeredArchitecture rooms =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage("gradus.expression..");
        for (String room : ROOMS_OF_EXPRESSION) {
            rooms = rooms.layer(room).definedBy(room);
        }
        for (int level = 0; level < ROOMS_OF_EXPRESSION.size(); level++) {
            List<String> above = ROOMS_OF_EXPRESSION.subList(level + 1, ROOMS_OF_EXPRESSION.size());
            rooms = above.isEmpty()
                    ? rooms.whereLayer(ROOMS_OF_EXPRESSION.get(level)).mayNotBeAccessedByAnyLayer()
                    : rooms.whereLayer(ROOMS_OF_EXPRESSION.get(level))
                            .mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return rooms;
    }

    private static ArchRule knowsNot(String room, String... above) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above);
    }

    private static ArchRule onlyIn(String library, DescribedPredicate<JavaClass> home) {
        return classes()
                .that(DescribedPredicate.not(home))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(library));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name, type -> outermost(type).getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> not(String name) {
        return DescribedPredicate.not(named(name));
    }

    private static DescribedPredicate<JavaClass> outermost(String ending) {
        return DescribedPredicate.describe(
                "*" + ending, type -> outermost(type).getSimpleName().endsWith(ending));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(FloorsTest::outermost).orElse(type);
    }

    @Test
    void noRoomIsTooLargeToKnow() throws IOException {
        Map<Path, Long> rooms = Sources.all().stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        rooms.values().removeIf(files -> files <= MOST_FILES);
        assertEquals(Set.of(), rooms.keySet());
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertEquals(
                List.of(),
                Sources.all().stream()
                        .filter(file -> Sources.lines(file).size() > MOST_LINES)
                        .toList());
    }

    @Test
    void noMethodIsTooLongToRead() throws IOException {
        assertEquals(
                List.of(),
                Sources.all().stream()
                        .filter(file -> Sources.longestMethod(file) > MOST_LINES_OF_A_METHOD)
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void noTwoTypesBearOneName() throws IOException {
        Map<Path, Long> names = Sources.all().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getFileName, TreeMap::new, Collectors.counting()));
        names.values().removeIf(files -> files == 1);
        assertEquals(Set.of(), names.keySet());
    }

    @Test
    void recordsHaveFewComponents() {
        List<String> large = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("gradus").stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.reflect().getRecordComponents().length > MOST_COMPONENTS)
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
        assertEquals(List.of(), large);
    }

    @Test
    void noTypeOfPartIsNamedOutsideItsRoom() throws IOException {
        try (Stream<Path> files =
                Stream.of("src/main/java/gradus", "templates", "static").flatMap(folder -> walk(Path.of(folder)))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> Files.isRegularFile(file)
                                    && !HAVE_SUCH_WORDS.matcher(file.toString()).find())
                            .filter(file ->
                                    TYPE_OF_PART.matcher(Sources.read(file)).find())
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void onlyOneTemplateInsertsHtmlAsItIs() throws IOException {
        assertEquals(List.of("templates/web/prose.html"), templatesWith("th:utext", "[("));
    }

    @Test
    void noTemplateHasInlineScriptOrStyle() throws IOException {
        assertEquals(List.of(), templatesWith(" style=", "<style", "<script>", " onclick=", " hx-on", "javascript:"));
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<String> templatesWith(String... needles) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> Stream.of(needles).anyMatch(Sources.read(file)::contains))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
