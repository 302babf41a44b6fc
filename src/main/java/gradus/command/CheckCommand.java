package gradus.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.Collision;
import gradus.question.Problem;
import gradus.question.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code check}: finds everything that can be known to be wrong with question and exam files before students see them.
 */
@Command(
        name = "check",
        description = "Checks question and exam files: fields, expressions, tests, variants.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int MOST_PAIRS = 3;

    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files, or folders with all files inside.")
    private List<Path> paths = List.of();

    @Option(names = "--variants", paramLabel = "N", description = "Variants to draw of each question (default: 200).")
    private int variants = 200;

    @Override
    public Integer call() {
        if (paths.isEmpty() || variants < 1) {
            return root.refuse(Message.of("command.check-what"));
        }
        FileCheck check = new FileCheck(variants);
        for (Path path : paths) {
            try {
                check.addAll(files(path));
                if (Files.isDirectory(path)) {
                    check.addFolder(path);
                }
            } catch (IOException unreadable) {
                return root.refuse(Message.of("command.check-no-path", path));
            }
        }
        return root.json() ? answered(check) : printed(check);
    }

    private static int code(int findings) {
        return findings == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.isReadable(path)) {
                throw new IOException(path.toString());
            }
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    /** Prints each finding as it is found. */
    private int printed(FileCheck check) {
        int[] findings = new int[1];
        int files = check.run(new FileCheck.Listener() {
            @Override
            public void found(Problem problem) {
                findings[0]++;
                print(problem.in(root.language()));
            }

            @Override
            public void unread(Problem problem) {
                print(Message.of("bank.not-read", problem.file(), problem.message())
                        .in(root.language()));
            }

            @Override
            public void drawn(FileCheck.Drawn drawn) {
                printDraws(drawn, root.language());
            }
        });
        print(Message.of("command.check-summary", files, findings[0]).in(root.language()));
        return code(findings[0]);
    }

    /** Prints a line in UTF-8 whatever the console's encoding, and flushes it. */
    private static void print(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static void printDraws(FileCheck.Drawn drawn, Locale language) {
        QuestionCheck.Report report = drawn.report();
        if (report.variants() > 1) {
            String average = String.format(Locale.ROOT, "%.2f", report.averageDraws());
            print(Message.of("command.check-draws", drawn.name(), average).in(language));
            List<Map.Entry<Collision, Integer>> pairs = sorted(report.met());
            for (Map.Entry<Collision, Integer> pair : pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()))) {
                Collision met = pair.getKey();
                Message said = Message.of("command.check-pair", met.part(), met.one(), met.other(), pair.getValue());
                print("  " + said.in(language));
            }
        }
        drawn.derived().forEach(derived -> print("  " + derived.in(language)));
    }

    private static List<Map.Entry<Collision, Integer>> sorted(Map<Collision, Integer> met) {
        List<Map.Entry<Collision, Integer>> pairs = new ArrayList<>(met.entrySet());
        pairs.sort(Map.Entry.<Collision, Integer>comparingByValue().reversed());
        return pairs;
    }

    private int answered(FileCheck check) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = all.putArray("findings");
        ArrayNode unread = all.putArray("unread");
        ArrayNode questions = all.putArray("questions");
        int files = check.run(new FileCheck.Listener() {
            @Override
            public void found(Problem problem) {
                findings.addObject()
                        .put("file", problem.file())
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("message", problem.message().in(root.language()));
            }

            @Override
            public void unread(Problem problem) {
                unread.addObject()
                        .put("file", problem.file())
                        .put("message", problem.message().in(root.language()));
            }

            @Override
            public void drawn(FileCheck.Drawn drawn) {
                ObjectNode question = questions.addObject().put("name", drawn.name());
                ArrayNode derived = question.putArray("derived");
                drawn.derived()
                        .forEach(mistake -> derived.addObject()
                                .put("line", mistake.line())
                                .put("message", mistake.message().in(root.language())));
                question.put("variants", drawn.report().variants());
                question.set("draws", ValueJson.of(drawn.report().averageDraws()));
                ArrayNode pairs = question.putArray("redrawn");
                sorted(drawn.report().met())
                        .forEach(pair -> pairs.addObject()
                                .put("part", pair.getKey().part())
                                .put("one", pair.getKey().one())
                                .put("other", pair.getKey().other())
                                .put("draws", pair.getValue()));
            }
        });
        Lines.print(all.put("files", files));
        return code(findings.size());
    }
}
