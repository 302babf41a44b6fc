package gradus.database;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** What requests ask of a database, in order; what the server does by itself is left out. */
public final class Asked {
    private static final String SAVE = "save";

    private final List<String> questions = Collections.synchronizedList(new ArrayList<>());

    private Asked() {}

    public static Asked of(Database database) {
        Asked asked = new Asked();
        asked.listen(database, "reading", "");
        asked.listen(database, "writing", SAVE);
        return asked;
    }

    private void listen(Database database, String name, String instead) {
        try {
            Field field = Database.class.getDeclaredField(name);
            field.setAccessible(true);
            ((Jdbi) field.get(database)).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    if (!Thread.currentThread().getName().startsWith("gradus-")) {
                        questions.add(
                                instead.isEmpty() ? context.getRenderedSql() + " " + context.getBinding() : instead);
                    }
                }
            });
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Forgets what was asked so far, and says which questions stood in it twice without a save in between. */
    public Set<String> twice() {
        List<String> all = List.copyOf(questions);
        questions.clear();
        Set<String> known = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (String question : all) {
            if (question.equals(SAVE)) {
                known.clear();
            } else if (!known.add(question)) {
                twice.add(question.replaceAll("\\s+", " "));
            }
        }
        return twice;
    }
}
