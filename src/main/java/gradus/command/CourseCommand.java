package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.account.Person;
import gradus.course.Course;
import gradus.course.Courses;
import gradus.message.Message;
import gradus.question.Text;
import gradus.web.PageZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code course add}: makes a course. */
@Command(name = "course", description = "Courses.", mixinStandardHelpOptions = true)
final class CourseCommand {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Command(name = "add", description = "Makes a course.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ID", description = "Its short name, such as deep-learning-2027.") String id,
            @Option(names = "--title", paramLabel = "LANGUAGE=TITLE", description = "Its title, once a language.")
                    @Nullable
                    Map<String, String> titles,
            @Option(
                            names = "--zone",
                            defaultValue = "Asia/Seoul",
                            description = "Its time zone (default: ${DEFAULT-VALUE}).")
                    String zone,
            @Option(names = "--bank", paramLabel = "DIR", description = "The folder of its own questions and exams.")
                    @Nullable
                    Path bank,
            @Option(names = "--instructor", paramLabel = "LOGIN", description = "Who teaches it.") @Nullable
                    String instructor,
            @Mixin DatabaseOptions options)
            throws IOException {
        if (!Courses.isId(id)) {
            return root.refuse(Message.of("course.id-unfit"));
        }
        if (titles == null || titles.isEmpty()) {
            return root.refuse(Message.of("command.course-titles"));
        }
        if (PageZone.named(zone).isEmpty()) {
            return root.refuse(Message.of("course.no-zone"));
        }
        Path folder = bank == null ? null : root.path(bank);
        if (folder != null && !Files.isDirectory(folder)) {
            return root.refuse(Message.of("course.no-folder"));
        }
        return root.with(options, database -> {
            Optional<Person> teacher = instructor == null
                    ? Optional.empty()
                    : database.store(AccountStore.class).withLogin(Accounts.fold(instructor));
            if (instructor != null && teacher.isEmpty()) {
                return root.refuse(Message.of("command.no-such-login"));
            }
            boolean made = new Courses(database, Clock.tickMillis(ZoneOffset.UTC))
                    .add(
                            new Course(id, new Text(titles)),
                            zone,
                            folder == null ? null : folder.toString(),
                            teacher.map(Person::id).orElse(null));
            if (!made) {
                return root.refuse(Message.of("command.course-exists", id));
            }
            if (root.json()) {
                root.print(JsonNodeFactory.instance.objectNode().put("course", id));
            } else {
                root.say(Message.of("command.course-added", id));
            }
            return ExitCode.OK;
        });
    }
}
