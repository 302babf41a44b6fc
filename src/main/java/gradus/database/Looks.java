package gradus.database;

import gradus.database.Retry.Call;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the threads that answer requests have read for them: within one look the same question has the same answer, and the
 * database is asked for it once. A save ends what was read before it.
 */
final class Looks {
    /** Longer answers, as exports read page by page, are not kept. */
    private static final int MOST_ROWS = 200;

    private static final int MOST_ANSWERS = 500;

    private final ThreadLocal<@Nullable Map<Question, Answer>> answers = new ThreadLocal<>();

    private record Question(Object method, List<@Nullable Object> arguments) {}

    private record Answer(@Nullable Object value) {
        /** An answer that no reader can change for the next one. */
        static Answer of(@Nullable Object value) {
            return new Answer(value instanceof List<?> rows ? Collections.unmodifiableList(rows) : value);
        }
    }

    /** Begins a look on this thread, without anything of an earlier one. */
    void begin() {
        answers.set(new HashMap<>());
    }

    void end() {
        answers.remove();
    }

    /** Forgets what this thread has read. */
    void forget() {
        Map<Question, Answer> read = answers.get();
        if (read != null) {
            read.clear();
        }
    }

    /** A store whose every answer is kept for the rest of a look. */
    <S> S keeping(Class<S> type, S store) {
        return Retry.calls(type, call -> answer(store, call));
    }

    private <S> @Nullable Object answer(S store, Call<S> call) {
        Map<Question, Answer> read = answers.get();
        if (read == null) {
            return Retry.whole(() -> call.on(store));
        }
        @Nullable Object @Nullable [] arguments = call.arguments();
        Question question = new Question(call.method(), arguments == null ? List.of() : Arrays.asList(arguments));
        Answer known = read.get(question);
        if (known == null) {
            known = Answer.of(Retry.whole(() -> call.on(store)));
            if (read.size() < MOST_ANSWERS && !isLong(known.value())) {
                read.put(question, known);
            }
        }
        return known.value();
    }

    private static boolean isLong(@Nullable Object value) {
        return value instanceof Collection<?> rows
                ? rows.size() > MOST_ROWS
                : value instanceof Iterable || value instanceof Stream;
    }
}
