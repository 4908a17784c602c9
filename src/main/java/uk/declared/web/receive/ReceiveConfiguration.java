package uk.declared.web.receive;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What is done before any route. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiveLimits.class)
class ReceiveConfiguration {
    /** What a form has beside its file. */
    private static final int BESIDES_THE_FILE = 128 * 1024;

    /**
     * Forwarded headers are believed of these proxies alone: anybody else can write into them what they like.
     *
     * @param proxies addresses, or networks such as {@code 10.1.0.0/16}
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(
            @Value("${declared.proxies:}") List<String> proxies) {
        return factory -> {
            if (!proxies.isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(String.join(",", proxies));
                valve.setTrustedProxies(null);
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader("X-Forwarded-Host");
                valve.setPortHeader("X-Forwarded-Port");
                factory.addEngineValves(valve);
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> receiving(
            ReceiveLimits limits, @Value("${declared.submissions.max-bytes:52428800}") long submissionBytes) {
        return factory -> {
            factory.addEngineValves(new ClosingValve());
            factory.addContextValves(new ReceiveValve(limits, submissionBytes + BESIDES_THE_FILE));
        };
    }

    @Bean
    FilterRegistrationBean<RequestNumber> requestNumbers() {
        FilterRegistrationBean<RequestNumber> registration = new FilterRegistrationBean<>(new RequestNumber());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
