package uk.declared.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.declared.ground.Json;

/** Describes data sets for search engines, as schema.org does, in JSON-LD that can stand within a page. */
public final class StructuredData {
    private static final String CONTEXT = "https://schema.org/";

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

    /** The data set whose page a document is. */
    static String dataset(DocumentLinks document, String name, String description, String language) {
        Map<String, Object> dataset = dataset(document.canonical(), name, description, language);
        List<String> licences =
                document.rights().licences().stream().map(Object::toString).toList();
        if (!licences.isEmpty()) {
            dataset.put("license", licences.size() == 1 ? licences.get(0) : licences);
        }
        dataset.put(
                "distribution",
                document.data().stream()
                        .map(form -> download(
                                document.canonical() + "."
                                        + form.representation().suffix(),
                                form.mediaType()))
                        .toList());
        return write(dataset);
    }

    /** A thing with what describes it, so that no tag within it ends the script that it stands in. */
    public static String write(Map<String, Object> thing) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", CONTEXT);
        whole.putAll(thing);
        return Json.PLAIN.writeValueAsString(whole).replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
