package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.TestServer;
import gradus.TestVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two exams that differ in nothing but their keys, mistakes, hints and solutions: a student who asks both of them the same,
 * through whatever door, gets the same answers, letter by letter, for as long as the exam runs.
 */
class TwinsDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final String QUESTION = """
            title: Twins
            params: {a: 12, x: [[1, 2], [3, 4]]}
            let: {hidden: 'HIDDEN'}
            prompt: 'With $a={{a}}$ and $x={{x}}$.'
            parts:
              - {id: whole, type: integer, points: 1, label: whole, expect: a + WHOLE}
              - {id: real, type: number, points: 1, label: real, expect: a/REAL + hidden/7}
              - {id: open, type: matrix, size: shown, points: 1, label: open, expect: x*WHOLE}
              - {id: closed, type: matrix, points: 1, label: closed, expect: 'CLOSED'}
              - {id: column, type: matrix, points: 1, label: column, expect: '[WHOLE, 2, hidden]'}
              - {id: axes, type: shape, points: 1, label: axes, expect: '"AXES"'}
              - id: scalar
                type: formula
                points: 1
                label: scalar
                expect: SCALAR
                symbols: {u: {from: -2, to: 2}, v: {from: 1, to: 2}}
                mistakes: [{id: slip, expect: 'SCALAR + WHOLE*u', credit: 0.5, say: 'A slip of WHOLE.'}]
              - {id: later, type: formula, points: 1, label: later, expect: scalar*WHOLE + v, symbols: {u: {from: -2, to: 2}, v: {from: 1, to: 2}, c: 'SCALAR'}}
              - {id: cells, type: formula, points: 1, label: cells, expect: CELLS, symbols: {W: {shape: [2, 3]}, d: {shape: [2]}}}
              - {id: one, type: choice, points: 1, label: one, options: [p, q, r], expect: CHOICE}
              - {id: some, type: choices, points: 1, label: some, options: [p, q, r], expect: CHOICES}
              - id: table
                type: grid
                points: 1
                label: table
                options: [up, down]
                rows: [first, second]
                columns: [left, right]
                expect: TABLE
              - id: why
                type: text
                points: 1
                label: why
                rubric: [{id: said, points: 1, say: 'Says WHOLE.'}]
                answer: 'Since WHOLE.'
            hints: [{say: 'Think of WHOLE.', cost: 0.1}]
            solution: 'WHOLE it is.'
            """;

    /** What is tried in every part; among it the keys of both twins. */
    private static final List<String> TYPED = List.of(
            "",
            " ",
            "29",
            "31",
            "17",
            "0",
            "1e999",
            "1/(29-29)",
            "hidden",
            "whole",
            "real",
            "closed",
            "a",
            "x",
            "steps(whole)",
            "steps(scalar)",
            "[[17,34],[51,68]]",
            "[[19,38],[57,76]]",
            "[[1,2,3],[4,5,6]]",
            "[[1,2],[3]]",
            "[17,2,5]",
            "[19,2,6]",
            "28x28x8",
            "14x14x6",
            "u^2 + v",
            "u^3 + v",
            "u^2 + v + 0*sum(ones(60,60)*ones(60,60))",
            "u^3 + v + 0*sum(ones(60,60)*ones(60,60))",
            "ln(sumsq(scalar - (u^2+v)) - 1e-15)",
            "ln(sumsq(scalar - (u^3+v)) - 1e-15)",
            "1/(scalar - (u^2+v))",
            "1/(scalar - (u^3+v))",
            "1/(c - (u^2+v))",
            "1/(c - (u^3+v))",
            "c",
            "scalar*17 + v",
            "scalar*19 + v",
            "W'*d",
            "W'*(2*d)",
            "d*W",
            "1/sumsq(W'*d - W'*d)",
            "u + zz",
            "u +",
            "max(0, u",
            "p",
            "q",
            "p,q",
            "p,r",
            "z",
            "[[up,down],[down,up]]",
            "[[down,up],[up,down]]",
            "[[up,_],[down,up]]",
            "[[left]]",
            "since 17",
            "<b>17</b>");

    private static final List<String> PARTS = List.of(
            "whole", "real", "open", "closed", "column", "axes", "scalar", "later", "cells", "one", "some", "table",
            "why");

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        String policy =
                "mode: timed, open_to: anyone, minutes: 60, opens: 2020-01-01T00:00+09:00, closes: 2099-01-01T00:00+09:00,"
                        + " feedback: after-close, attempts: 5, show: [score, verdicts, messages, keys, solutions]";
        new ExamFolder(folder)
                .question(
                        "alpha",
                        filled(
                                "17",
                                "7",
                                "5",
                                "[[1, 2, 3], [4, 5, 6]]",
                                "28x28x8",
                                "u^2 + v",
                                "W'*d",
                                "p",
                                "[p, q]",
                                "[[up, down], [down, up]]"))
                .question(
                        "bravo",
                        filled(
                                "19",
                                "9",
                                "6",
                                "[[1, 2], [3, 4], [5, 6]]",
                                "14x14x6",
                                "u^3 + v",
                                "W'*(2*d)",
                                "q",
                                "[p, r]",
                                "[[down, up], [up, down]]"))
                .exam("alpha", policy, "{question: alpha, points: 13}")
                .exam("bravo", policy, "{question: bravo, points: 13}");
        server = TestServer.withBank(folder);
    }

    private static String filled(
            String whole,
            String real,
            String hidden,
            String closed,
            String axes,
            String scalar,
            String cells,
            String choice,
            String choices,
            String table) {
        return QUESTION.replace("WHOLE", whole)
                .replace("REAL", real)
                .replace("HIDDEN", hidden)
                .replace("CLOSED", closed)
                .replace("AXES", axes)
                .replace("SCALAR", scalar)
                .replace("CELLS", "'" + cells.replace("'", "''") + "'")
                .replace("CHOICES", choices)
                .replace("CHOICE", choice)
                .replace("TABLE", table);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A student who sits one of the twins. */
    private static final class Student {
        private final TestVisitor visitor = server.visitor();
        private final String exam;
        private final String attempt;

        private Student(String exam) {
            this.exam = exam;
            visitor.get("/sign-up");
            visitor.post("/sign-up", Map.of("name", "Kim", "login", "of" + exam, "password", "long enough"));
            String path = visitor.open(EXAMS + exam).press("Start").path();
            this.attempt = path.replaceFirst("/questions/.*", "");
        }

        /** What is answered, without what differs between any two attempts. */
        private String told(HttpResponse<String> reply) {
            String body = reply.body()
                    .replace(attempt, "/attempts/*")
                    .replace(attempt.replace("/attempts/", ""), "*")
                    .replace(exam, "twin")
                    .replaceAll("<code>[0-9a-f]{4}(-[0-9a-f]{4}){3}</code>", "receipt")
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                    .replaceAll("name=\"csrf\" (content|value)=\"[^\"]+\"", "csrf")
                    .replaceAll("\\\\?\"csrf\\\\?\":\\\\?\"[^\"]+\"", "csrf")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\\\+[0-9:]+)", "time")
                    .replaceAll("\"(now|left|seconds|deadline|server|clock)\":\"?[0-9.]+\"?", "clock")
                    .replaceAll("data-(now|left|seconds)=\"[0-9.]+\"", "clock")
                    .replaceAll("\\d\\d?:\\d\\d(:\\d\\d)?( [AP]M)?", "o'clock");
            return reply.statusCode() + " " + body;
        }

        private String get(String path) {
            return told(visitor.get(path.startsWith("/courses") ? path.replace("twin", exam) : attempt + path));
        }

        private String read(String part, String text) {
            return told(visitor.postJson(attempt + "/readings", written(response(part, text))));
        }

        private String save(String part, String text) {
            return told(visitor.postJson(
                    attempt + "/responses", written(Map.of("responses", List.of(response(part, text))))));
        }

        private String post(String path, Map<String, String> form) {
            return told(visitor.post(attempt + path, form));
        }

        private static Map<String, Object> response(String part, String text) {
            return Map.of("position", 1, "variant", 1, "part", part, "text", text);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Asked {
        String of(Student student);
    }

    @Test
    void nothingThatAStudentCanAskTellsTheTwinsApart() {
        Student one = new Student("alpha");
        Student other = new Student("bravo");
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (String part : PARTS) {
            for (int i = 0; i < TYPED.size(); i++) {
                String text = TYPED.get(i);
                asked.put("reading " + part + " " + text, student -> student.read(part, text));
                if (i % PARTS.size() == PARTS.indexOf(part)) {
                    asked.put("saving " + part + " " + text, student -> student.save(part, text));
                }
            }
            asked.put("the page after " + part, student -> student.get("/questions/1"));
        }
        for (String page :
                List.of("/questions/1", "/questions/2", "/review", "/state", "", "/history", "/solutions", "/checks")) {
            asked.put("page " + page, student -> student.get(page));
        }
        for (String part : List.of("open", "closed")) {
            asked.put("cells of " + part, student -> student.get("/cells/1/" + part + "?cell=1"));
        }
        for (String door : List.of(
                "/checks",
                "/hints",
                "/solutions",
                "/variants",
                "/self-assessments",
                "/flags",
                "/choices",
                "/reports")) {
            asked.put("door " + door, student -> student.post(door, form()));
        }
        for (String page : List.of(
                EXAMS + "twin",
                EXAMS + "twin/results.csv",
                EXAMS + "twin/statistics",
                EXAMS + "twin/text",
                EXAMS + "twin/paper",
                EXAMS + "twin/export/qti",
                "/courses/deep-learning/questions/twin",
                "/courses/deep-learning/questions/twin/text",
                "/courses/deep-learning/questions/twin/proof",
                "/courses/deep-learning/questions/twin/file",
                "/courses/deep-learning/questions/twin/export/moodle",
                "/courses/deep-learning/pictures/twin.svg")) {
            asked.put("page " + page, student -> student.get(page));
        }
        asked.put("the end", student -> student.post("/submission", Map.of("sure", "true")));
        for (String open : List.of("", "?open=1", "?open=2", "?open=all")) {
            asked.put("the ended attempt " + open, student -> student.get(open));
        }
        asked.put("a reading afterwards", student -> student.read("whole", "29"));
        asked.put("a check afterwards", student -> student.post("/checks", form()));
        asked.put("a report afterwards", student -> student.post("/reports", form()));
        List<String> apart = new ArrayList<>();
        int answered = 0;
        for (Map.Entry<String, Asked> question : asked.entrySet()) {
            String first = question.getValue().of(one);
            String second = question.getValue().of(other);
            answered += first.startsWith("200") ? 1 : 0;
            if (!first.equals(second)) {
                apart.add(question.getKey() + "\n" + difference(first, second));
            }
        }
        assertEquals("", String.join("\n", apart));
        assertTrue(answered > 500, answered + " of " + asked.size());
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("position", "1");
        form.put("variant", "1");
        form.put("kind", "key");
        form.put("part", "whole");
        form.put("text", "29");
        form.put("keep", "1/1/whole");
        form.put("points", "1");
        PARTS.forEach(part -> form.put("1.1." + part, "29"));
        return form;
    }

    /** What stands around the first letter that differs. */
    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 80);
        return one.substring(from, Math.min(one.length(), at + 80)) + "\n"
                + other.substring(from, Math.min(other.length(), at + 80));
    }
}
