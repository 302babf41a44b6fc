package gradus.database;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of Java values to columns, the same on both databases: an Instant as TIMESTAMP WITH TIME ZONE in UTC, a
 * UUID as UUID, a BigFraction as text {@code 3/4}; records are read from the columns named like their components.
 */
final class ColumnTypes implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Instants())
                .registerArgument(new Uuids())
                .registerArgument(new Fractions())
                .registerColumnMapper(Instant.class, column(ColumnTypes::instant))
                .registerColumnMapper(UUID.class, (rows, column, context) -> rows.getObject(column, UUID.class))
                .registerColumnMapper(BigFraction.class, column(ColumnTypes::fraction))
                .registerRowMapper(new Records());
    }

    private static final class Records implements RowMapperFactory {
        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            return raw.isRecord() ? Optional.of(new RecordMapper<>(raw)) : Optional.empty();
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable BigFraction fraction(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : BigFraction.parse(text);
    }

    private interface Read<T> {
        @Nullable
        T from(ResultSet rows, int column) throws SQLException;
    }

    @SuppressWarnings("NullAway") // Jdbi's mappers return null for NULL
    private static <T> ColumnMapper<T> column(Read<T> read) {
        return (ResultSet rows, int column, StatementContext context) -> read.from(rows, column);
    }

    private static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, time.atOffset(ZoneOffset.UTC));
        }
    }

    private static final class Uuids extends AbstractArgumentFactory<UUID> {
        Uuids() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, id);
        }
    }

    private static final class Fractions extends AbstractArgumentFactory<BigFraction> {
        Fractions() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(BigFraction fraction, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, fraction.toString());
        }
    }
}
