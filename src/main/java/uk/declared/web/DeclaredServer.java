package uk.declared.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.topic.RecordFollower;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.settings.Settings;

/** The running HTTP interface over a store. Whoever starts it opens the store before and closes it after. */
public final class DeclaredServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredServer.class);

    private final ConfigurableApplicationContext context;

    private DeclaredServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @param uris the base below which the things are that it answers for
     * @throws uk.declared.web.settings.SettingsException where a value that was set cannot be meant
     */
    public static DeclaredServer start(Store store, Uris uris, ServerSettings settings) {
        return start(store, uris, settings, beans -> {});
    }

    /** Starts a server that takes submissions too. */
    public static DeclaredServer start(Deployment deployment, ServerSettings settings) {
        return start(
                deployment.store(),
                deployment.uris(),
                settings,
                beans -> beans.registerBean(
                        Deployment.class, () -> deployment, definition -> definition.setDestroyMethodName("")));
    }

    /** Starts a server that is to be read only, and follows another one. */
    public static DeclaredServer start(Deployment deployment, RecordFollower follower, ServerSettings settings) {
        return start(deployment.store(), deployment.uris(), settings, beans -> {
            beans.registerBean(Deployment.class, () -> deployment, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(RecordFollower.class, () -> follower, definition -> definition.setDestroyMethodName(""));
        });
    }

    private static DeclaredServer start(
            Store store, Uris uris, ServerSettings settings, Consumer<GenericApplicationContext> further) {
        Settings.here().check();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(WebApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(starting -> {
                    prepare(starting, store, uris, settings);
                    further.accept((GenericApplicationContext) starting);
                })
                .run();
        DeclaredServer server = new DeclaredServer(context);
        LOG.info("Declared answers at http://localhost:{}{}", server.port(), contextPath(uris));
        return server;
    }

    private static void prepare(
            ConfigurableApplicationContext context, Store store, Uris uris, ServerSettings settings) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "declared",
                        Map.of("server.port", settings.port(), "server.servlet.context-path", contextPath(uris))));
        GenericApplicationContext beans = (GenericApplicationContext) context;
        // The store outlives the server: it is the starter's to close.
        beans.registerBean(Store.class, () -> store, definition -> definition.setDestroyMethodName(""));
        beans.registerBean(Uris.class, () -> uris);
        beans.registerBean(ServerSettings.class, () -> settings);
    }

    /** Where this server's paths begin: where those of its URIs do, so that links by path lead to them. */
    private static String contextPath(Uris uris) {
        return Optional.ofNullable(URI.create(uris.base()).getPath()).orElse("");
    }

    /** The port that it listens on. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** Stops listening, lets the answers that are under way be finished, and stops. */
    @Override
    public void close() {
        context.close();
    }
}
