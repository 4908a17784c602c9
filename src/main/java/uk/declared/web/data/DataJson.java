package uk.declared.web.data;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.dump.DumpFormat;
import uk.declared.ground.Json;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.web.table.TableFile;

/** The catalogue for harvesters that read the Project Open Data schema (DCAT-US 1.1). */
final class DataJson {
    private DataJson() {}

    static byte[] write(
            Catalogue catalogue,
            Published.Extent extent,
            List<ReferenceCatalogue.Released> releases,
            Uris uris,
            URI licence) {
        ObjectNode root = Json.PLAIN.createObjectNode();
        root.put("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
        root.put("@id", uris.base() + "/data.json");
        root.put("@type", "dcat:Catalog");
        root.put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        ArrayNode datasets = root.putArray("dataset");
        ObjectNode all = dataset(
                datasets,
                catalogue.everything().getURI(),
                "Local election results",
                catalogue.description(extent, Locale.UK),
                Optional.of(licence),
                catalogue,
                uris);
        extent.declared().ifPresent(time -> all.put("modified", day(time)));
        distributions(all, "all", catalogue);
        extent.elections().forEach(election -> {
            ObjectNode one = dataset(
                    datasets,
                    uris.data("dataset/" + election.id()).getURI(),
                    election.label(),
                    catalogue.description(election, Locale.UK),
                    licence(election),
                    catalogue,
                    uris);
            election.declared().ifPresent(time -> one.put("modified", day(time)));
            one.put("temporal", election.day() + "/" + election.day());
            if (election.terms().open() > 0) {
                distributions(one, election.id(), catalogue);
            }
            table(one, election, uris);
        });
        for (ReferenceCatalogue.Released release : releases) {
            ObjectNode one = dataset(
                    datasets,
                    release.node().getURI(),
                    release.kind() + ": " + release.name(),
                    release.attribution().isEmpty() ? release.name() : release.name() + ". " + release.attribution(),
                    release.licence(),
                    catalogue,
                    uris);
            one.put("modified", day(release.time()));
            ObjectNode distribution = one.putArray("distribution").addObject();
            distribution.put("@type", "dcat:Distribution");
            distribution.put("downloadURL", release.node().getURI() + "." + RdfSyntax.N_TRIPLES.suffix());
            distribution.put("mediaType", RdfSyntax.N_TRIPLES.mediaType());
            distribution.put("format", RdfSyntax.N_TRIPLES.title());
        }
        return Json.PLAIN.writeValueAsBytes(root);
    }

    /** The licence of an election's results, where all are under one. */
    private static Optional<URI> licence(Published.Election election) {
        Published.Terms terms = election.terms();
        return terms.unknown() == 0 && terms.licences().size() == 1
                ? terms.licences().keySet().stream().findFirst()
                : Optional.empty();
    }

    private static ObjectNode dataset(
            ArrayNode datasets,
            String id,
            String title,
            String description,
            Optional<URI> licence,
            Catalogue catalogue,
            Uris uris) {
        ObjectNode dataset = datasets.addObject();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("identifier", id);
        dataset.put("title", title);
        dataset.put("description", description);
        dataset.putArray("keyword").add("elections").add("local government");
        dataset.put("accessLevel", "public");
        licence.ifPresent(address -> dataset.put("license", address.toString()));
        dataset.put("landingPage", uris.base() + "/data");
        ObjectNode contact = dataset.putObject("contactPoint");
        contact.put("@type", "vcard:Contact");
        contact.put("fn", catalogue.publisher());
        // The schema asks for the property and takes it empty, where no address is stated.
        contact.put("hasEmail", "mailto:" + catalogue.email().orElse(""));
        dataset.putPOJO("publisher", Map.of("@type", "org:Organization", "name", catalogue.publisher()));
        return dataset;
    }

    private static void distributions(ObjectNode dataset, String name, Catalogue catalogue) {
        ArrayNode distributions = dataset.withArray("distribution");
        for (DumpFormat format : DumpFormat.values()) {
            ObjectNode one = distributions.addObject();
            one.put("@type", "dcat:Distribution");
            one.put("downloadURL", catalogue.dump(name, format));
            one.put("mediaType", "application/gzip");
            one.put("format", format == DumpFormat.TRIG ? "TriG" : "N-Quads");
        }
    }

    private static void table(ObjectNode dataset, Published.Election election, Uris uris) {
        ObjectNode one = dataset.withArray("distribution").addObject();
        one.put("@type", "dcat:Distribution");
        one.put("downloadURL", uris.base() + Uris.ELECTIONS + election.id() + TableFile.SUFFIX);
        one.put("mediaType", "text/csv");
        one.put("format", "CSV");
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
