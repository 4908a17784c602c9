package uk.declared.web.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Bounds for tests, named as the operator names them. */
final class Limits {
    private Limits() {}

    /** The bounds that are shipped, but for some: names, each before its value. */
    static SparqlLimits but(String... namesAndValues) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("declared.sparql." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("declared.sparql", SparqlLimits.class);
    }
}
