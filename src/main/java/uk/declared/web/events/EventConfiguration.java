package uk.declared.web.events;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the stream of events needs of the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLimits.class)
class EventConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsThatCanBeCut() {
        return factory -> factory.addContextValves(new AbortValve());
    }
}
