package gradus.bench;

import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.grading.Grader;
import gradus.question.Part;
import gradus.question.file.QuestionFile;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole seed exam with its keys typed back, and four such sheets: time must grow with the parts, no faster. */
@State(Scope.Benchmark)
public class ExamBench {
    private static final Path BANK = Path.of("db/bank/deep-learning");

    private record Sheet(Variant variant, Map<String, String> responses) {}

    private final List<Sheet> sheets = new ArrayList<>();

    @Setup
    public void typeKeys() throws IOException {
        Exam exam = ExamFile.read(Files.readString(BANK.resolve("deep-learning-final.yaml")), "deep-learning-final.yaml");
        for (ExamEntry entry : exam.questions()) {
            String file = entry.question() + ".yaml";
            Variant variant = Variant.draw(
                    QuestionFile.read(Files.readString(BANK.resolve("questions").resolve(file)), file), 0, entry.with());
            Map<String, String> responses = new LinkedHashMap<>();
            for (Part part : variant.question().parts()) {
                if (part.expect() != null) {
                    responses.put(part.id(), part.type().print(variant.key(part), part));
                }
            }
            sheets.add(new Sheet(variant, responses));
        }
    }

    private int grade(int times) {
        int graded = 0;
        for (int i = 0; i < times; i++) {
            for (Sheet sheet : sheets) {
                graded += Grader.grade(sheet.variant(), sheet.responses()).parts().size();
            }
        }
        return graded;
    }

    @Benchmark
    public int once() {
        return grade(1);
    }

    @Benchmark
    public int fourTimes() {
        return grade(4);
    }
}
