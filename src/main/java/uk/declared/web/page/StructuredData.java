package uk.declared.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.ground.Json;

/** Describes data sets for search engines, as schema.org does, in JSON-LD that can stand within a page. */
public final class StructuredData {
    private static final String CONTEXT = "https://schema.org/";
    private static final String EVENT = "Event";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}$");

    /** What schema.org calls what the documents are about, by the kind in their path. */
    private static final Map<String, String> TYPES = Map.of(
            "contest", EVENT,
            "election", EVENT,
            "area", "AdministrativeArea",
            "council", "GovernmentOrganization",
            "body", "GovernmentOrganization");

    private StructuredData() {}

    /**
     * A data set.
     *
     * @param address of its page
     */
    public static Map<String, Object> dataset(String address, String name, String description, String language) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@type", "Dataset");
        dataset.put("@id", address);
        dataset.put("url", address);
        dataset.put("name", name);
        dataset.put("description", description);
        dataset.put("inLanguage", language);
        dataset.put("isAccessibleForFree", true);
        return dataset;
    }

    /** A file of a data set. */
    public static Map<String, Object> download(String address, String mediaType) {
        Map<String, Object> download = new LinkedHashMap<>();
        download.put("@type", "DataDownload");
        download.put("contentUrl", address);
        download.put("encodingFormat", mediaType);
        return download;
    }

    /** The data set whose page a document is, and what it is about; absent where it is none. */
    static Optional<String> of(DocumentLinks document, String title, Wording wording) {
        String[] path = document.path().split("/");
        String kind = path.length > 3 && path[1].equals("doc") ? path[2] : "";
        String type = TYPES.get(kind);
        if (type == null) {
            return Optional.empty();
        }
        String description = wording.text("structured." + kind, title);
        Map<String, Object> dataset = dataset(document.canonical(), title, description, wording.tag());
        List<String> licences =
                document.rights().licences().stream().map(Object::toString).toList();
        if (!licences.isEmpty()) {
            dataset.put("license", licences.size() == 1 ? licences.get(0) : licences);
        }
        dataset.put("about", about(document.thing(), type, title));
        dataset.put(
                "distribution",
                document.data().stream()
                        .map(form -> download(
                                document.canonical() + "."
                                        + form.representation().suffix(),
                                form.mediaType()))
                        .toList());
        return Optional.of(write(dataset));
    }

    /** What a data set is about; the identifiers of contests and elections end in the polling day. */
    private static Map<String, Object> about(String uri, String type, String name) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("@type", type);
        about.put("@id", uri);
        about.put("name", name);
        Matcher day = DAY.matcher(uri);
        if (type.equals(EVENT) && day.find()) {
            about.put("startDate", day.group());
        }
        return about;
    }

    /** A thing with what describes it, so that no tag within it ends the script that it stands in. */
    public static String write(Map<String, Object> thing) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", CONTEXT);
        whole.putAll(thing);
        return Json.PLAIN.writeValueAsString(whole).replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
