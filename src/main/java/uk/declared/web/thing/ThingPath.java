package uk.declared.web.thing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.springframework.web.util.UriUtils;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Representation;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.table.TableFile;

/**
 * The path of a thing, below {@code /id/} or {@code /doc/}.
 *
 * @param kind its kind
 * @param id what follows the kind, as the request writes it, percent signs included
 */
record ThingPath(ThingKind kind, String id) {
    /**
     * Reads a path.
     *
     * @param path as the request writes it, from the kind on: {@code contest/local.example.north.2024-05-02}
     */
    static Optional<ThingPath> parse(String path) {
        int slash = path.indexOf('/');
        boolean encodedSlash = path.toUpperCase(Locale.ROOT).contains("%2F");
        if (slash < 0 || slash == path.length() - 1 || encodedSlash) {
            // An encoded slash is not the slash between the parts of a path (RFC 3986, section 2.2).
            return Optional.empty();
        }
        return ThingKind.ofPath(path.substring(0, slash)).map(kind -> new ThingPath(kind, path.substring(slash + 1)));
    }

    /**
     * The URIs that the path may stand for. A URI of the data may be written with letters beyond ASCII or with their
     * percent signs; clients send both alike (RFC 3987, section 3.1).
     */
    Set<Node> candidates(Uris uris) {
        Set<Node> candidates = new LinkedHashSet<>();
        candidates.add(uris.thing(kind.path() + "/" + decoded()));
        candidates.add(uris.thing(kind.path() + "/" + id));
        return candidates;
    }

    /** The form that the path's suffix names, and the path without it. Identifiers hold dots too, but no such endings. */
    Optional<Suffixed> suffixed() {
        int dot = id.lastIndexOf('.');
        if (dot <= id.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        String suffix = id.substring(dot + 1);
        return Stream.concat(kind.forms().stream(), Stream.of(Representation.JSON))
                .filter(representation -> representation.suffix().equals(suffix))
                .findFirst()
                .map(representation -> new Suffixed(new ThingPath(kind, id.substring(0, dot)), representation));
    }

    /** The path of the thing whose table this one describes. */
    Optional<ThingPath> ofTableDescription() {
        return id.endsWith(TableFile.DESCRIPTION) && kind.forms().contains(Representation.CSV)
                ? Optional.of(new ThingPath(kind, id.substring(0, id.length() - TableFile.DESCRIPTION.length())))
                : Optional.empty();
    }

    /** The thing that this is a part of, or this itself. */
    ThingPath whole() {
        List<String> parts = Arrays.asList(id.split("/", -1));
        return parts.size() <= kind.segments()
                ? this
                : new ThingPath(kind, parts.stream().limit(kind.segments()).collect(Collectors.joining("/")));
    }

    /** Whether it names one whole thing of its kind. */
    boolean isWhole() {
        return id.split("/", -1).length == kind.segments() && !id.endsWith("/");
    }

    /** The path of the document about the thing. */
    String document() {
        return Uris.DOCUMENTS + kind.path() + "/" + LocalPaths.encode(id);
    }

    private String decoded() {
        try {
            return UriUtils.decode(id, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no octet stands for itself: no thing is named so, and the answer is 404.
            return id;
        }
    }

    /** A path with a suffix taken off. */
    record Suffixed(ThingPath path, Representation representation) {}
}
