package uk.declared.publish;

import java.net.URI;
import java.net.URISyntaxException;

/** Where all URIs of a deployment begin. */
public final class BaseUri {
    /** The base where none is configured. */
    public static final String DEFAULT = "http://localhost:8080";

    private BaseUri() {}

    /**
     * The base without a slash at its end.
     *
     * @throws DataFolderException where it is not an absolute http or https URI without query and fragment
     */
    public static String normalise(String base) throws DataFolderException {
        try {
            URI uri = new URI(base.strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new URISyntaxException(base, "not an absolute http or https address");
            }
            String text = uri.toString();
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        } catch (URISyntaxException e) {
            throw new DataFolderException(
                    "The base URI “" + base
                            + "” cannot be used. Give one such as https://elections.example.org, without query or fragment.",
                    e);
        }
    }
}
