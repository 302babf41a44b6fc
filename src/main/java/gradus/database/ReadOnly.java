package gradus.database;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.extension.ExtensionHandler;
import org.jdbi.v3.core.extension.ExtensionHandlerCustomizer;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlCall;
import org.jdbi.v3.sqlobject.statement.SqlScript;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Makes the writing methods of read-only stores fail, so that no write can skip its wait for the disk. */
final class ReadOnly implements ExtensionHandlerCustomizer {
    private static final Set<Class<?>> WRITES = Set.of(SqlUpdate.class, SqlBatch.class, SqlScript.class, SqlCall.class);

    @Override
    public ExtensionHandler customize(ExtensionHandler handler, Class<?> store, Method method) {
        if (Stream.of(method.getAnnotations()).noneMatch(found -> WRITES.contains(found.annotationType()))) {
            return handler;
        }
        String name = store.getSimpleName() + "." + method.getName();
        return (config, target) -> (handle, arguments) -> {
            throw new IllegalStateException(name + " writes, and so it must be called within Database.save");
        };
    }
}
