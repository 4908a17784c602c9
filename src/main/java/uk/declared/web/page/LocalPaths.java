package uk.declared.web.page;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;

/** Turns URIs below the base into paths of this server, whatever host and port a request came in on. */
@Component
public final class LocalPaths {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%";

    private final Uris uris;

    public LocalPaths(Uris uris) {
        this.uris = uris;
    }

    /** Where a link to a thing leads: to its document here, or to the URI itself where it is another's. */
    public String to(Node thing) {
        String uri = uris.documentOf(thing).getURI();
        return uri.startsWith(uris.base() + "/")
                ? encode(uri.substring(uris.base().length()))
                : uri;
    }

    /** A link to a thing under this name. */
    public NamedLink link(Node thing, String label) {
        return new NamedLink(to(thing), label);
    }

    /** An IRI's path as a URI's: what is not allowed is written in percent signs (RFC 3987, section 3.1). */
    public static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
