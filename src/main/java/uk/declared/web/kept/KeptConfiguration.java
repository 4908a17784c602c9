package uk.declared.web.kept;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Uris;
import uk.declared.night.CouncilNews;
import uk.declared.store.Store;

/** Which answers are kept: what is made from the store alone, and takes more than looking one thing up. */
@Configuration(proxyBeanMethods = false)
class KeptConfiguration {
    private static final List<String> PATHS = List.of(
            Uris.DOCUMENTS + "*",
            "/elections",
            "/councils",
            "/map",
            "/map/*",
            "/search",
            "/feed.atom",
            "/feed.atom/*",
            "/data",
            "/data.ttl",
            "/data.jsonld",
            "/data.rdf",
            "/data.nt",
            "/data.json",
            "/data/links",
            "/use/*",
            "/.well-known/void",
            "");

    @Bean
    FilterRegistrationBean<KeptAnswers> keptAnswers(Store store, CouncilNews news, List<Beside> beside) {
        FilterRegistrationBean<KeptAnswers> registration = new FilterRegistrationBean<>(
                new KeptAnswers(new Currency(store, news, SystemClock.UTC), SystemClock.UTC, beside));
        registration.setUrlPatterns(PATHS);
        return registration;
    }
}
