package gradus.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once on each kind of database. */
final class EachDatabase implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(new On("H2", EachDatabase::h2), new On("PostgreSQL", EachDatabase::postgres));
    }

    private static Database h2() throws Exception {
        Path folder = Files.createTempDirectory("gradus-test");
        folder.toFile().deleteOnExit();
        return Database.inFolder(folder);
    }

    private static Database postgres() {
        return Database.at(TestPostgres.emptyDatabase());
    }

    private interface Opening {
        Database open() throws Exception;
    }

    private record On(String name, Opening opening) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Opened(opening));
        }
    }

    private static final class Opened implements ParameterResolver, AfterEachCallback {
        private final Opening opening;
        private @Nullable Database database;

        Opened(Opening opening) {
            this.opening = opening;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Database.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            try {
                Database opened = opening.open();
                database = opened;
                return opened;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (database != null) {
                database.close();
            }
        }
    }
}
