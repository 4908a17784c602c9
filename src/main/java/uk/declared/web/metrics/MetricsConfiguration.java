package uk.declared.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.declared.deployment.Deployment;
import uk.declared.store.Store;
import uk.declared.web.topic.TopicHealth;

/**
 * What is measured. Only what is named here is: no figure is by person, by address or by path, so that there are as many
 * series after a year as on the first day.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsConfiguration {
    @Bean
    PrometheusMeterRegistry meterRegistry(Store store, ObjectProvider<Deployment> deployment, TopicHealth topic) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        topic.bind(registry);
        gauge(
                registry,
                "declared.store.entries",
                "The entry of the record that the store stands at",
                store,
                each -> each.applied().sequence());
        deployment.ifAvailable(open -> {
            gauge(
                    registry,
                    "declared.record.entries",
                    "How many entries the record has",
                    open,
                    each -> each.changes().position());
            gauge(
                    registry,
                    "declared.record.contests",
                    "How many contests the record knows",
                    open,
                    Deployment::contests);
            SubmissionFigures.bind(registry, open.audit());
        });
        return registry;
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String description, T of, ToDoubleFunction<T> figure) {
        Gauge.builder(name, of, figure).description(description).register(registry);
    }

    /** Measures every request, whatever answers it. */
    @Bean
    FilterRegistrationBean<RequestFigures> requestFigures(MeterRegistry registry) {
        FilterRegistrationBean<RequestFigures> registration =
                new FilterRegistrationBean<>(new RequestFigures(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
