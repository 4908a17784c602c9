package uk.declared.release;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.RdfSyntax;

/**
 * How a release is cited: for people's tools (Citation File Format 1.2.0), and for whoever registers a DOI (DataCite Metadata
 * Schema 4, whose only property that is missing is the DOI itself).
 */
final class Citation {
    private static final String OPEN_GOVERNMENT_LICENCE =
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    private static final String ABSTRACT =
            "Results of elections as linked data (RDF, N-Quads), as they stood after entry %d of"
                    + " the publisher's record, with the geography, parties and other reference data that they link to.";

    private Citation() {}

    static String cff(Release release) {
        String licence = release.licence().equals(OPEN_GOVERNMENT_LICENCE)
                ? "license: OGL-UK-3.0\n"
                : "license-url: " + quoted(release.licence()) + "\n";
        return "cff-version: 1.2.0\n"
                + "message: \"If you use this data, please cite it as below.\"\n"
                + "type: dataset\n"
                + "title: " + quoted(release.title()) + "\n"
                + "version: \"" + release.number() + "\"\n"
                + "date-released: " + day(release) + "\n"
                + "authors:\n"
                + "  - name: " + quoted(release.publisher()) + "\n"
                + "url: " + quoted(release.page()) + "\n"
                + licence
                + "abstract: " + quoted(ABSTRACT.formatted(release.entries())) + "\n"
                + "identifiers:\n"
                + "  - type: other\n"
                + "    value: " + quoted("sha256:" + release.sha256()) + "\n"
                + "    description: " + quoted("SHA-256 of " + release.file()) + "\n";
    }

    /** A double-quoted scalar of YAML, which has JSON's escapes. */
    private static String quoted(String text) {
        return Json.INDENTED.writeValueAsString(text);
    }

    static String dataCite(Release release) {
        ObjectNode json = Json.INDENTED.createObjectNode();
        json.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        json.put("url", release.page());
        json.putArray("titles").addObject().put("title", release.title()).put("lang", "en");
        json.putArray("creators").addObject().put("name", release.publisher()).put("nameType", "Organizational");
        json.putObject("publisher").put("name", release.publisher());
        json.put("publicationYear", Integer.toString(day(release).getYear()));
        json.putObject("types").put("resourceTypeGeneral", "Dataset").put("resourceType", "RDF data set");
        json.putArray("dates").addObject().put("date", day(release).toString()).put("dateType", "Issued");
        json.put("language", "en");
        json.put("version", Integer.toString(release.number()));
        json.putArray("formats").add(RdfSyntax.N_QUADS.mediaType()).add("application/gzip");
        json.putArray("sizes").add(release.bytes() + " bytes").add(release.quads() + " quads");
        ArrayNode rights = json.putArray("rightsList");
        Stream.concat(Stream.of(release.licence()), release.sources().stream().map(Release.Source::licence))
                .distinct()
                .forEach(licence -> right(licence, rights.addObject()));
        json.putArray("contributors")
                .addAll(release.sources().stream()
                        .map(Release.Source::name)
                        .distinct()
                        .map(name -> Json.INDENTED
                                .createObjectNode()
                                .put("name", name)
                                .put("nameType", "Organizational")
                                .put("contributorType", "DataCollector"))
                        .toList());
        json.putArray("descriptions")
                .addObject()
                .put("description", ABSTRACT.formatted(release.entries()))
                .put("descriptionType", "Abstract")
                .put("lang", "en");
        ArrayNode related = json.putArray("relatedIdentifiers");
        relate(release.base() + "/data", "IsVersionOf", related);
        release.previous()
                .ifPresent(before ->
                        relate(release.base() + "/data/releases/" + before.number(), "IsNewVersionOf", related));
        json.putArray("alternateIdentifiers")
                .addObject()
                .put("alternateIdentifier", release.sha256())
                .put("alternateIdentifierType", "SHA-256");
        return Json.INDENTED.writeValueAsString(json) + "\n";
    }

    private static void right(String licence, ObjectNode json) {
        Optional<String> spdx = Optional.of("OGL-UK-3.0").filter(id -> licence.equals(OPEN_GOVERNMENT_LICENCE));
        json.put("rights", spdx.isPresent() ? "Open Government Licence v3.0" : licence)
                .put("rightsUri", licence);
        spdx.ifPresent(id -> json.put("rightsIdentifier", id)
                .put("rightsIdentifierScheme", "SPDX")
                .put("schemeUri", "https://spdx.org/licenses/"));
    }

    private static void relate(String to, String how, ArrayNode related) {
        related.addObject()
                .put("relatedIdentifier", to)
                .put("relatedIdentifierType", "URL")
                .put("relationType", how);
    }

    private static LocalDate day(Release release) {
        return release.made().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
