package gradus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors of the house: imports go down only, and each library lives on its own floor. */
@AnalyzeClasses(packages = "gradus", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    /** From the ground up; whatever stands on one line may use all lines before it and nobody beside it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("message"),
            List.of("maths", "database"),
            List.of("expression", "web"),
            List.of("question", "account"),
            List.of("grading", "course"),
            List.of("bank"),
            List.of("exam"),
            List.of("attempt"),
            List.of("rubric", "practice"),
            List.of("result"));

    private static final String[] PURE = {
        "gradus.message..", "gradus.maths..", "gradus.expression..", "gradus.question..", "gradus.grading.."
    };

    @ArchTest
    static final ArchRule importsGoDownOnly = downOnly();

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
                    .or(named("gradus.account.Viewer"))
                    .or(named("gradus.account.Sessions")));

    @ArchTest
    static final ArchRule thymeleafStaysInWeb = onlyIn("org.thymeleaf..", resideInAnyPackage("gradus.web.."));

    @ArchTest
    static final ArchRule picocliStaysInCommand = onlyIn("picocli..", resideInAnyPackage("gradus.command.."));

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
    void onlyOneTemplateInsertsHtmlAsItIs() throws IOException {
        assertEquals(List.of("templates/web/prose.html"), templatesWith("th:utext", "[("));
    }

    @Test
    void noTemplateHasInlineScriptOrStyle() throws IOException {
        assertEquals(List.of(), templatesWith(" style=", "<style", "<script>", " onclick=", " hx-on", "javascript:"));
    }

    private static List<String> templatesWith(String... needles) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> Stream.of(needles).anyMatch(read(file)::contains))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
