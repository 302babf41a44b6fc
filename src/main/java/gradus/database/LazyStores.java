package gradus.database;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ConfigCustomizerFactory;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionHandlerCustomizer;
import org.jdbi.v3.core.extension.ExtensionHandlerFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Makes of a store only the method that is called. Jdbi's own factory copies the whole configuration for each of a store's methods
 * whenever the store is attached to a connection, which for us is at each call: it took a sixth of the time of a page.
 */
final class LazyStores extends JdbiPlugin.Singleton {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        Extensions extensions = jdbi.getConfig(Extensions.class);
        extensions.register(
                new Factory(extensions.findFactory(SqlObjectFactory.class).orElseThrow()));
    }

    /** @param usual knows what the methods of a store do */
    private record Factory(ExtensionFactory usual) implements ExtensionFactory {
        @Override
        public boolean accepts(Class<?> type) {
            return usual.accepts(type);
        }

        @Override
        public Set<FactoryFlag> getFactoryFlags() {
            return Set.of(FactoryFlag.DONT_USE_PROXY); // a proxy of Jdbi's own would have all methods
        }

        @Override
        public Collection<ExtensionHandlerFactory> getExtensionHandlerFactories(ConfigRegistry config) {
            return usual.getExtensionHandlerFactories(config);
        }

        @Override
        public Collection<ExtensionHandlerCustomizer> getExtensionHandlerCustomizers(ConfigRegistry config) {
            return usual.getExtensionHandlerCustomizers(config);
        }

        @Override
        public Collection<ConfigCustomizerFactory> getConfigCustomizerFactories(ConfigRegistry config) {
            return usual.getConfigCustomizerFactories(config);
        }

        @Override
        public void buildExtensionMetadata(ExtensionMetadata.Builder builder) {
            usual.buildExtensionMetadata(builder);
        }

        @Override
        public <E> E attach(Class<E> type, HandleSupplier handles) {
            ConfigRegistry config = handles.getConfig();
            ExtensionMetadata metadata = config.get(Extensions.class).findMetadata(type, this);
            ConfigRegistry ofStore = metadata.createInstanceConfiguration(config);
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (store, method, arguments) -> isOfAnyObject(method)
                            ? method.invoke(handles, arguments)
                            : metadata.createExtensionHandlerInvoker(store, method, handles, ofStore)
                                    .invoke(arguments)));
        }

        /** {@code toString}, {@code equals} and {@code hashCode}. */
        private static boolean isOfAnyObject(Method method) {
            return method.getDeclaringClass() == Object.class;
        }
    }
}
