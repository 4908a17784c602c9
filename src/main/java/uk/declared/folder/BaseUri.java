package uk.declared.folder;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where all URIs of a deployment begin. */
public final class BaseUri {
    /** The base where none is configured. */
    public static final String DEFAULT = "http://localhost:8080";

    /** The part of a host's name that says: nothing here was ever declared. */
    private static final String REHEARSAL = "rehearsal";

    private BaseUri() {}

    /**
     * The base of a rehearsal of what is published under another base: {@code https://rehearsal.elections.example.org}.
     * No URI of the one can be taken for one of the other.
     *
     * @throws DataFolderException where the base cannot be used
     */
    public static String rehearsal(String base) throws DataFolderException {
        String real = normalise(base);
        return isRehearsal(real) ? real : real.replaceFirst("://", "://" + REHEARSAL + ".");
    }

    /** Whether what is below a base, or is one of its URIs, is a rehearsal. */
    public static boolean isRehearsal(String base) {
        String host = Optional.ofNullable(URI.create(base).getHost()).orElse("");
        return host.startsWith(REHEARSAL + ".");
    }

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
