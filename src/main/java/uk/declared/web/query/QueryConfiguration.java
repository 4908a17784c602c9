package uk.declared.web.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.query.QueryLibrary;

/** The query library for the pages. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    @Bean
    QueryLibrary queryLibrary() {
        return QueryLibrary.load();
    }
}
