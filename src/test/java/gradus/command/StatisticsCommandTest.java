package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsCommandTest {
    /**
     * The marks of 25 attempts at seven questions, and below what is published for them: Moodle,
     * mod/quiz/report/statistics/tests/fixtures/results00.csv and qstats00.csv, and the totals' figures in
     * stats_from_steps_walkthrough_test.php; they were computed in a spreadsheet there.
     */
    private static final String MARKS = "[[1,1,1,1,1,0,1],[1,1,1,1,0.5,1,0],[1,1,1,1,0.5,0,1],[0,0,1,1,1,0,0],"
            + "[1,0,1,0,0,1,0.5],[1,1,1,1,0.5,0,0.5],[0,1,1,1,0.5,1,0.5],[1,1,1,0,0.5,1,0.5],[1,0,1,1,1,1,1],"
            + "[0,1,1,0,0.5,1,0.5],[0.8,0,1,1,0.5,1,0.5],[1,1,1,0,0.5,1,1],[1,0,1,1,0.5,1,0.5],[1,0,1,1,1,0,0.5],"
            + "[0,0,1,1,0,1,1],[1,0,1,0,0.5,1,1],[0.8,0,1,1,0.5,0,1],[1,0,1,1,0,1,0.5],[1,0,1,1,0.5,0,0.5],"
            + "[0,1,1,0,0.5,1,0],[1,1,0.3333333,1,0.5,0,0.5],[1,1,1,0,0.5,0,0.5],[1,1,1,1,0,1,0.5],"
            + "[0,0,1,0,0.5,1,1],[0,0,1,1,1,1,1]]";

    private static final double[][] QUESTIONS = {
        {0.704, 0.4513682901, 21.2922742344, -7.0650767526, -9.4550536967},
        {0.48, 0.5099019514, 18.8979800309, -28.8982125772, -36.7834118938},
        {0.973333332, 0.13333334, 4.443012573, -9.1230674268, -21.6545012165},
        {0.68, 0.4760952286, 18.9347251357, -22.6306444113, -31.4411395613},
        {0.52, 0.3055050463, 11.1450138688, -17.6997047674, -21.1794802584},
        {0.64, 0.4898979486, 9.8081339177, -45.3785178421, -56.9365974439},
        {0.62, 0.331662479, 15.4788602394, -5.6543166602, -6.5043742058}
    };

    private static JsonNode of(String input) throws Exception {
        CommandRun run = CommandRun.reading(input, "statistics", "--scores");
        assertEquals(0, run.code(), run.err());
        return Json.read(run.out());
    }

    private static void assertClose(double published, JsonNode given, String what) {
        assertEquals(published, given.doubleValue(), Math.abs(published) * 1.5e-5, what);
    }

    @Test
    void theFiguresAreThosePublishedForMoodlesQuizReport() throws Exception {
        JsonNode figures = of("{\"max\": [1,1,1,1,1,1,1], \"scores\": " + MARKS + "}");
        Map<String, Double> exam = Map.of(
                "mean", 4.617333332,
                "median", 4.5,
                "sd", 0.8117265554,
                "skewness", -0.092502502,
                "kurtosis", -0.7073968557,
                "cic", -87.2230935542,
                "error_ratio", 136.8294900795,
                "standard_error", 1.1106813066);
        exam.forEach(
                (name, published) -> assertClose(published, figures.path("exam").path(name), name));
        String[] names = {"facility", "sd", "effective_weight", "discrimination_index", "discriminative_efficiency"};
        for (int question = 0; question < QUESTIONS.length; question++) {
            JsonNode given = figures.path("questions").path(question);
            for (int i = 0; i < names.length; i++) {
                assertClose(QUESTIONS[question][i], given.path(names[i]), names[i] + " of question " + (question + 1));
            }
            assertEquals(100.0 / 7, given.path("intended_weight").doubleValue(), 1e-12);
        }
    }

    /** Five sets of scores with what NumPy makes of the definitions, among them questions that tell nothing or the opposite. */
    @Test
    void theFiguresAreThoseOfAnotherProgramToNineDigits() throws Exception {
        JsonNode sets = Json.read(Files.readString(Path.of("src/test/resources/gradus/result/statistics.json")));
        assertEquals(5, sets.size());
        for (JsonNode set : sets) {
            JsonNode given = of(set.toString());
            JsonNode computed = set.path("figures");
            compare(computed.path("exam"), given.path("exam"), "exam");
            assertEquals(
                    computed.path("questions").size(), given.path("questions").size());
            for (int i = 0; i < computed.path("questions").size(); i++) {
                compare(
                        computed.path("questions").path(i),
                        given.path("questions").path(i),
                        "question " + i);
            }
        }
    }

    private static void compare(JsonNode computed, JsonNode given, String what) {
        computed.properties().forEach(figure -> {
            String where = figure.getKey() + " of " + what + " in " + given;
            assertEquals(figure.getValue().isNull(), given.path(figure.getKey()).isNull(), where);
            double expected = figure.getValue().doubleValue();
            assertEquals(
                    expected, given.path(figure.getKey()).doubleValue(), 1e-9 * Math.max(1, Math.abs(expected)), where);
        });
    }

    @Test
    void whatIsUndefinedIsNull() throws Exception {
        JsonNode none = of("{\"max\": [4, 0], \"scores\": []}");
        assertTrue(
                none.at("/exam/mean").isNull()
                        && none.at("/questions/0/facility").isNull(),
                none.toString());
        JsonNode one = of("{\"max\": [4, 0], \"scores\": [[3, 0]]}");
        assertEquals(3, one.at("/exam/median").doubleValue());
        assertEquals(0.75, one.at("/questions/0/facility").doubleValue());
        assertTrue(one.at("/questions/1/facility").isNull(), one.toString());
        assertTrue(one.at("/exam/sd").isNull() && one.at("/questions/0/sd").isNull(), one.toString());
        JsonNode alike = of("{\"max\": [4, 2], \"scores\": [[3, 1], [3, 1], [3, 1], [3, 1]]}");
        assertEquals(0, alike.at("/exam/sd").doubleValue());
        for (String undefined : new String[] {
            "/exam/skewness",
            "/exam/kurtosis",
            "/exam/cic",
            "/exam/standard_error",
            "/questions/0/discrimination_index",
            "/questions/0/discriminative_efficiency",
            "/questions/0/effective_weight"
        }) {
            assertTrue(alike.at(undefined).isNull(), undefined + " in " + alike);
        }
        JsonNode single = of("{\"max\": [4], \"scores\": [[3], [1], [2]]}");
        assertTrue(single.at("/exam/cic").isNull(), single.toString());
        assertTrue(single.at("/questions/0/discrimination_index").isNull(), single.toString());
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Map<String, String> wrong = Map.of(
                "{\"max\": [1], \"scores\": [[1, 2]]}", "scores[0] has 2 numbers",
                "{\"max\": [1], \"scores\": [[\"x\"]]}", "scores[0]",
                "{\"max\": 1, \"scores\": []}", "\"max\" must be a list",
                "{\"max\": [1]}", "\"scores\" must be a list",
                "{", "not JSON");
        wrong.forEach((input, said) -> {
            CommandRun run = CommandRun.reading(input, "statistics", "--scores");
            assertEquals(2, run.code(), input);
            assertTrue(run.err().contains(said), run.err());
        });
        assertEquals(2, CommandRun.of("statistics").code());
    }
}
