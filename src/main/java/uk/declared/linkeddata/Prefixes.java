package uk.declared.linkeddata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes that this project writes RDF and queries with. */
final class Prefixes {
    private Prefixes() {}

    static Map<String, String> load() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("le", Vocabulary.NAMESPACE);
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        prefixes.put("qb", "http://purl.org/linked-data/cube#");
        prefixes.put("sdmx-dimension", "http://purl.org/linked-data/sdmx/2009/dimension#");
        prefixes.put("geo", "http://www.opengis.net/ont/geosparql#");
        prefixes.put("sh", "http://www.w3.org/ns/shacl#");
        prefixes.put("dqv", "http://www.w3.org/ns/dqv#");
        prefixes.put("oa", "http://www.w3.org/ns/oa#");
        prefixes.put("rule", "https://w3id.org/local-elections/rule/");
        prefixes.put("vann", "http://purl.org/vocab/vann/");
        prefixes.put("gss", "http://statistics.data.gov.uk/id/statistical-geography/");
        return Collections.unmodifiableMap(prefixes);
    }
}
