package uk.declared.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.declared.web.page.Languages;

/** What the parts of the HTTP interface share. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    Languages localeResolver() {
        return new Languages();
    }

    @Bean
    FilterRegistrationBean<ReadingHeadersFilter> readingHeaders() {
        FilterRegistrationBean<ReadingHeadersFilter> registration =
                new FilterRegistrationBean<>(new ReadingHeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** A path may hold {@code %2F}: it is then an unknown thing like any other, which people are told in plain words. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
