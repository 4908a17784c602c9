package uk.declared.web.data;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the catalogue says of its publisher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublisherSettings.class)
class CatalogueConfiguration {}
