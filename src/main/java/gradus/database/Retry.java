package gradus.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a transaction that the database could not serialise (SQLSTATE 40001) or that was rolled back to break a
 * deadlock (40P01), and says so where there is no database.
 */
final class Retry {
    private static final int TRIES = 8;

    private Retry() {}

    static <R extends @Nullable Object> R whole(Supplier<R> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (Unreachable.isWhy(failure)) {
                    throw new Unreachable(failure);
                }
                if (tried == TRIES || !isTransient(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << tried));
            }
        }
    }

    /** A store that hands each method call to the taker, which runs it on another store. */
    static <S> S calls(Class<S> type, Function<Call<S>, @Nullable Object> taker) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> taker.apply(new Call<>(method, arguments))));
    }

    /** A call of a store's method. */
    record Call<S>(Method method, @Nullable Object @Nullable [] arguments) {
        @Nullable
        Object on(S store) {
            try {
                method.setAccessible(true);
                return method.invoke(store, arguments);
            } catch (InvocationTargetException thrown) {
                throw asUnchecked(thrown.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static RuntimeException asUnchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    private static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return "40001".equals(state) || "40P01".equals(state);
            }
        }
        return false;
    }
}
