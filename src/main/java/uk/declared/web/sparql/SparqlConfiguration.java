package uk.declared.web.sparql;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** The parts of the endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SparqlLimits.class)
class SparqlConfiguration {
    @Bean
    SparqlService sparqlService(Store store, SparqlLimits limits) {
        return new SparqlService(store, limits);
    }

    @Bean
    ServletContextInitializer fusekiRegistries(SparqlService service) {
        return service::register;
    }

    @Bean
    QueryFigures queryFigures(MeterRegistry registry, SparqlService service) {
        return new QueryFigures(registry, service);
    }

    @Bean
    ServiceDescription serviceDescription(Uris uris, SparqlLimits limits, MessageSource texts) {
        return new ServiceDescription(
                uris.base() + "/sparql", Bound.all(limits), new ListedServices(limits).all(), texts);
    }
}
