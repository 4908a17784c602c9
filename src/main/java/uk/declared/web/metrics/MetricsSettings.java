package uk.declared.web.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the figures.
 *
 * @param everybody whether everybody may, and not only this machine and private networks. Default: no
 */
@ConfigurationProperties("declared.metrics")
record MetricsSettings(@DefaultValue("false") boolean everybody) {}
