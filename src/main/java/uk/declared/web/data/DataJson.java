package uk.declared.web.data;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.dump.DumpFormat;
import uk.declared.linkeddata.Uris;

/** The catalogue for harvesters that read the Project Open Data schema (DCAT-US 1.1). */
final class DataJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataJson() {}

    static byte[] write(Catalogue catalogue, Published.Extent extent, Uris uris, URI licence) {
        ObjectNode root = JSON.createObjectNode();
        root.put("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
        root.put("@id", uris.base() + "/data.json");
        root.put("@type", "dcat:Catalog");
        root.put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        ArrayNode datasets = root.putArray("dataset");
        ObjectNode all = dataset(
                datasets,
                catalogue.everything().getURI(),
                "Local election results",
                "Results of local elections in the United Kingdom as linked data: every contest, candidate and ward.",
                licence,
                uris);
        extent.declared().ifPresent(time -> all.put("modified", day(time)));
        distributions(all, "all", catalogue);
        extent.elections().forEach(election -> {
            ObjectNode one = dataset(
                    datasets,
                    uris.data("dataset/" + election.id()).getURI(),
                    election.label(),
                    "The results of the " + election.contests() + " contests of the " + election.label() + ".",
                    licence,
                    uris);
            one.put("modified", day(election.declared().orElse(Instant.EPOCH)));
            one.put("temporal", election.day() + "/" + election.day());
            distributions(one, election.id(), catalogue);
        });
        return JSON.writeValueAsBytes(root);
    }

    private static ObjectNode dataset(
            ArrayNode datasets, String id, String title, String description, URI licence, Uris uris) {
        ObjectNode dataset = datasets.addObject();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("identifier", id);
        dataset.put("title", title);
        dataset.put("description", description);
        dataset.putArray("keyword").add("elections").add("local government");
        dataset.put("accessLevel", "public");
        dataset.put("license", licence.toString());
        dataset.put("landingPage", uris.base() + "/data");
        dataset.putPOJO("publisher", Map.of("@type", "org:Organization", "name", "Declared, " + uris.base()));
        return dataset;
    }

    private static void distributions(ObjectNode dataset, String name, Catalogue catalogue) {
        ArrayNode distributions = dataset.putArray("distribution");
        for (DumpFormat format : DumpFormat.values()) {
            ObjectNode one = distributions.addObject();
            one.put("@type", "dcat:Distribution");
            one.put("downloadURL", catalogue.dump(name, format));
            one.put("mediaType", "application/gzip");
            one.put("format", format == DumpFormat.TRIG ? "TriG" : "N-Quads");
        }
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
