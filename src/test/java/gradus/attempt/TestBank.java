package gradus.attempt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bank of one question and the exams that a test writes around it. */
final class TestBank {
    private static final String SUM = """
            id: sum
            title: Sum
            params: {a: 'randint(2, 9)', b: 'randint(2, 9)'}
            require: [a != b]
            prompt: 'Add {{a}} and {{b}}.'
            parts:
              - id: total
                type: integer
                points: 2
                expect: a + b
                mistakes: [{id: product, expect: a * b, credit: 0.5, say: 'Canary mistake: you multiplied.'}]
              - {id: twice, type: integer, points: 2, expect: 2 * total}
              - id: why
                type: text
                points: 1
                answer: 'Canary model answer.'
                rubric: [{id: said, points: 1, say: 'Canary statement.'}]
            hints: [{say: 'Canary hint.', cost: 0.25}]
            solution: 'Canary solution: {{a + b}}.'
            """;

    private final Path folder;

    TestBank(Path folder) {
        this.folder = folder;
        write("questions/sum.yaml", SUM);
    }

    /** Writes an exam of 10 points that asks the question once. */
    TestBank exam(String id, String policy) {
        write(
                id + ".yaml",
                "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\n"
                        + "questions: [{question: sum, points: 10, label: 7-b}]\n");
        return this;
    }

    void write(String name, String text) {
        Path file = folder.resolve("deep-learning").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }
}
