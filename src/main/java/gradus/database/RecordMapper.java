package gradus.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from the columns named like its components; nested records, such as a part's key, are read from the
 * same row.
 */
final class RecordMapper<R> implements RowMapper<R> {
    private final Class<R> type;

    RecordMapper(Class<R> type) {
        this.type = type;
    }

    @Override
    public R map(ResultSet rows, StatementContext context) throws SQLException {
        return specialize(rows, context).map(rows, context);
    }

    /** Looks up the columns once per result, not once per row. */
    @Override
    public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        ResultSetMetaData names = rows.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            columns.putIfAbsent(names.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT), i);
        }
        Source record = record(type, columns, context);
        return (row, unchanged) -> type.cast(record.read(row));
    }

    /** The source of a component's value in each row. */
    private interface Source {
        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    private static Source record(Class<?> type, Map<String, Integer> columns, StatementContext context) {
        List<Source> components = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            components.add(
                    component.getType().isRecord()
                            ? record(component.getType(), columns, context)
                            : column(component, columns, context));
        }
        Constructor<?> constructor = constructor(type, types);
        return row -> {
            @Nullable Object[] values = new Object[components.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = components.get(i).read(row);
            }
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException refused) {
                throw new IllegalStateException("no " + type.getName() + " from this row", refused);
            }
        };
    }

    private static Source column(RecordComponent component, Map<String, Integer> columns, StatementContext context) {
        Integer column = columns.get(component.getName().toLowerCase(Locale.ROOT));
        ColumnMapper<?> mapper = context.findColumnMapperFor(component.getGenericType())
                .orElseThrow(() -> new IllegalStateException("no column can be read as " + component));
        if (column == null) {
            throw new IllegalStateException("no column for " + component + " of " + component.getDeclaringRecord());
        }
        return row -> mapper.map(row, column, context);
    }

    private static Constructor<?> constructor(Class<?> type, List<Class<?>> types) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
