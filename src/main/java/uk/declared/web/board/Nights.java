package uk.declared.web.board;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.composition.FactsCache;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.Uris;
import uk.declared.night.CouncilNews;
import uk.declared.night.CouncilTurns;
import uk.declared.night.FactsBeside;
import uk.declared.night.NightBook;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;

/** The nights that this server knows. */
@Configuration(proxyBeanMethods = false)
class Nights {
    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

    /** How often boards that somebody looks at are brought up to date. */
    private static final long EVERY = 500;

    /** Brings boards up to date as declarations come, so that nobody waits for it who asks for one. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService nightWatch(NightBook book, KeptOutlines outlines) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "nights");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(() -> keep(book, outlines), EVERY, EVERY, TimeUnit.MILLISECONDS);
        return watch;
    }

    private static void keep(NightBook book, KeptOutlines outlines) {
        try {
            outlines.keepUp();
            book.keepUp();
        } catch (StoreUnavailableException e) {
            LOG.debug("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A board could not be brought up to date; it is tried again: {}", e.toString());
        }
    }

    @Bean
    CouncilNews councilNews(ObjectProvider<Deployment> deployment, Store store) {
        return new CouncilNews(store, deployment.stream().findAny().map(Deployment::history));
    }

    /** One for pages and boards: what the one reads the other need not. */
    @Bean
    FactsBeside factsOfCouncils(ObjectProvider<Deployment> deployment, Store store, CouncilNews news) {
        FactsCache writers =
                deployment.stream().findAny().map(Deployment::facts).orElseGet(FactsCache::new);
        return new FactsBeside(store, writers, news);
    }

    @Bean
    CouncilTurns councilTurns(Store store, Uris uris, CouncilNews news, FactsBeside facts) {
        return new CouncilTurns(store, uris, news, facts);
    }

    @Bean
    NightBook nightBook(ObjectProvider<Deployment> deployment, Store store, Uris uris, FactsBeside facts) {
        return deployment.stream()
                .findAny()
                .map(writing -> NightBook.of(writing, facts))
                .orElseGet(() -> NightBook.of(store, uris, facts));
    }
}
