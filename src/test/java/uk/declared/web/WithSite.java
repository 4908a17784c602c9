package uk.declared.web;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.declared.store.remote.Engines;

/**
 * Gives tests the one running server that they all read from. It stops when all have run. It reads from the store that {@link
 * Engines#chosen} names.
 */
public final class WithSite implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WithSite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Engines.chosen(), WithSite::start, Running.class)
                .site();
    }

    /** A site, and what it reads from. */
    private record Running(Site site, AutoCloseable engine) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            site.close();
            engine.close();
        }
    }

    private static Running start(String name) {
        try {
            Engines.Running engine = Engines.start(name);
            return new Running(Site.start(engine.stores()), engine);
        } catch (Exception e) {
            throw new IllegalStateException("The site does not start", e);
        }
    }
}
