package uk.declared.web;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import uk.declared.deployment.Deployment;
import uk.declared.folder.DerivedFiles;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.page.Languages;
import uk.declared.web.page.PageLinks;
import uk.declared.web.page.PathExpressions;
import uk.declared.web.page.Wording;
import uk.declared.web.problem.UnreadableRequestValve;

/** What the parts of the HTTP interface share. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    Languages localeResolver() {
        return new Languages();
    }

    @Bean
    DerivedFiles derivedFiles(ObjectProvider<Deployment> deployment) {
        return deployment.stream().findAny().map(Deployment::derived).orElseGet(DerivedFiles::temporary);
    }

    /** Pages are rendered by {@link uk.declared.web.page.Pages} alone, so there is no view resolver. */
    private static final List<String> PUBLIC = List.of(
            Uris.DOCUMENTS + "*",
            "/data",
            "/data/*",
            "/data.json",
            "/data.ttl",
            "/data.jsonld",
            "/data.rdf",
            "/data.nt",
            "/.well-known/void",
            "/def/*",
            "/elections",
            "/elections/*",
            "/elections.csv",
            "/councils",
            "/councils/*",
            "/councils.csv",
            "/map",
            "/map/*",
            "/area",
            "/queries",
            "/queries/*",
            "/feed.atom",
            "/ldes",
            "/ldes/*",
            "/rdf-graphs/*",
            "/template/*",
            "/openapi.json",
            "/sitemap.xml",
            "");

    @Bean
    SpringTemplateEngine templateEngine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("uk/declared/web/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setLinkBuilder(new PageLinks());
        PathExpressions expressions = new PathExpressions();
        engine.setDialect(new SpringStandardDialect() {
            @Override
            public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
                return expressions;
            }
        });
        return engine;
    }

    @Bean
    FilterRegistrationBean<ReadingHeadersFilter> readingHeaders() {
        FilterRegistrationBean<ReadingHeadersFilter> registration =
                new FilterRegistrationBean<>(new ReadingHeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Pages behind a token or a session are nobody else's, and say nothing of when they changed. */
    @Bean
    FilterRegistrationBean<LastModifiedFilter> lastModified(Store store) {
        FilterRegistrationBean<LastModifiedFilter> registration =
                new FilterRegistrationBean<>(new LastModifiedFilter(store, SystemClock.UTC));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.addUrlPatterns(PUBLIC.toArray(String[]::new));
        return registration;
    }

    /** What Tomcat refuses by itself is told in plain words too; a path may hold {@code %2F}, and is then unknown. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(MessageSource messages) {
        return factory -> {
            factory.addConnectorCustomizers(
                    connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
            factory.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(UnreadableRequestValve.class.getName());
                host.getPipeline()
                        .addValve(new UnreadableRequestValve(locale -> new Wording(messages, Languages.like(locale))));
            });
        };
    }
}
