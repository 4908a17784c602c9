package uk.declared.web.sparql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.query.InvalidParameterException;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.web.page.NamedLink;

/** Queries to begin with: those of the library, with the values of their examples, and one about each kind of thing. */
@Component
final class ExampleQueries {
    private static final String FILES = "uk/declared/web/sparql/examples/";
    private static final String THING = "<urn:thing>";
    private static final List<String> KINDS = List.of("contest", "election", "council", "area", "party");

    /** What may stand between angle brackets (SPARQL 1.1, rule 139, IRIREF). */
    private static final Pattern IRI = Pattern.compile("[^<>\"{}|^`\\\\\\x00-\\x20]+");

    private final QueryLibrary library;
    private final Uris uris;
    private final Map<String, String> ofKinds;

    ExampleQueries(QueryLibrary library, Uris uris) {
        this.library = library;
        this.uris = uris;
        this.ofKinds =
                KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> Shipped.text(FILES + kind + ".rq")));
    }

    /** Links to the editor with each query of the library in it. */
    List<NamedLink> links(Locale language) {
        return library.queries().stream()
                .map(query -> new NamedLink(
                        "/sparql?example=" + query.name(), query.title().in(language)))
                .toList();
    }

    /** A query of the library with the values of its examples; without its header. */
    Optional<String> ofLibrary(String name) {
        return library.find(name).map(this::filledIn);
    }

    private String filledIn(LibraryQuery query) {
        Map<String, String> values = new LinkedHashMap<>();
        query.parameters().stream()
                .filter(parameter -> parameter.required())
                .forEach(parameter -> parameter.example().ifPresent(example -> values.put(parameter.name(), example)));
        try {
            return query.filledIn(uris, values);
        } catch (InvalidParameterException e) {
            return query.text();
        }
    }

    /** A query about a thing of this deployment; absent where it is of a kind that nothing is to be asked about. */
    Optional<String> about(String thing) {
        String start = uris.base() + Uris.THINGS;
        if (!thing.startsWith(start) || !IRI.matcher(thing).matches()) {
            return Optional.empty();
        }
        String kind = thing.substring(start.length()).replaceFirst("/.*", "");
        return Optional.ofNullable(ofKinds.get(kind)).map(text -> text.replace(THING, "<" + thing + ">"));
    }
}
