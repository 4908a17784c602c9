package uk.declared.export;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import tools.jackson.databind.JsonNode;
import uk.declared.linkeddata.Literals;

/**
 * What standard mode says beside the statements of the cells (Generating RDF from Tabular Data on the Web, section 4.6): a group with one
 * table, where it was had from and what its description says of it, and each row with its number, its place and what it describes.
 */
final class CsvwRows implements Consumer<Triple> {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";

    /** The prefixes of the context {@code http://www.w3.org/ns/csvw} that descriptions of tables use. */
    private static final Map<String, String> PREFIXES = Map.of(
            "dc", "http://purl.org/dc/terms/",
            "dcterms", "http://purl.org/dc/terms/",
            "dcat", "http://www.w3.org/ns/dcat#",
            "cc", "http://creativecommons.org/ns#",
            "prov", "http://www.w3.org/ns/prov#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "schema", "http://schema.org/",
            "skos", "http://www.w3.org/2004/02/skos/core#");

    private final Consumer<Triple> consumer;
    private final URI address;
    private final Node table = NodeFactory.createBlankNode();
    private final Set<Node> subjects = new LinkedHashSet<>();

    /** @param consumer gets all triples, those of the cells among them */
    CsvwRows(JsonNode metadata, URI address, Consumer<Triple> consumer) {
        this.consumer = consumer;
        this.address = address;
        Node group = NodeFactory.createBlankNode();
        say(group, RDF.Nodes.type, csvw("TableGroup"));
        say(group, csvw("table"), table);
        say(table, RDF.Nodes.type, csvw("Table"));
        say(table, csvw("url"), NodeFactory.createURI(address.toString()));
        String language = metadata.at("/@context/1/@language").asString("");
        metadata.properties().forEach(member -> note(member.getKey(), member.getValue(), language));
    }

    /** A statement of a cell. */
    @Override
    public void accept(Triple statement) {
        subjects.add(statement.getSubject());
        consumer.accept(statement);
    }

    /**
     * The end of a row.
     *
     * @param number counted from 1 without the headings
     * @param place counted from 1 with them
     */
    void end(int number, int place) {
        Node row = NodeFactory.createBlankNode();
        say(table, csvw("row"), row);
        say(row, RDF.Nodes.type, csvw("Row"));
        say(row, csvw("rownum"), Literals.integer(number));
        say(row, csvw("url"), NodeFactory.createURI(address + "#row=" + place));
        subjects.forEach(subject -> say(row, csvw("describes"), subject));
        subjects.clear();
    }

    /** A property of a vocabulary that the description gives to the table (section 6 of the metadata vocabulary). */
    private void note(String name, JsonNode value, String language) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (!PREFIXES.containsKey(prefix)) {
            return;
        }
        Node property = NodeFactory.createURI(PREFIXES.get(prefix) + name.substring(colon + 1));
        if (value.isArray()) {
            value.forEach(each -> say(table, property, node(each, language)));
        } else {
            say(table, property, node(value, language));
        }
    }

    private Node node(JsonNode value, String language) {
        if (value.has("@id")) {
            return NodeFactory.createURI(
                    address.resolve(value.get("@id").asString()).toString());
        }
        JsonNode plain = value.has("@value") ? value.get("@value") : value;
        if (value.has("@type")) {
            String type = value.get("@type").asString();
            return NodeFactory.createLiteralDT(
                    plain.asString(),
                    TypeMapper.getInstance()
                            .getSafeTypeByName(type.contains(":") ? type : "http://www.w3.org/2001/XMLSchema#" + type));
        }
        String tag = value.path("@language").asString(value.has("@value") ? "" : language);
        return tag.isEmpty() ? Literals.text(plain.asString()) : NodeFactory.createLiteralLang(plain.asString(), tag);
    }

    private void say(Node subject, Node property, Node object) {
        consumer.accept(Triple.create(subject, property, object));
    }

    private static Node csvw(String name) {
        return NodeFactory.createURI(CSVW + name);
    }
}
