package uk.declared.web.thing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.web.page.LocalPaths;

/** Councils have a path of their own, and a page like that of other elected bodies. */
@Configuration(proxyBeanMethods = false)
class BodyPages {
    @Bean
    ThingPage councilPage(ThingDescriptions things, LocalPaths paths) {
        return new BodyPage(ThingKind.COUNCIL, things, paths);
    }

    @Bean
    ThingPage otherBodyPage(ThingDescriptions things, LocalPaths paths) {
        return new BodyPage(ThingKind.BODY, things, paths);
    }
}
