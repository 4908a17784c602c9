package uk.declared.submission.rdf;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.Place;

/** The names of RDF as reports say them, and the places that they tell. */
final class RdfNames {
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    static final String SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
    static final String PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
    static final String NOTATION = "http://www.w3.org/2004/02/skos/core#notation";
    static final String EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch";
    static final String DCTERMS = "http://purl.org/dc/terms/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    /** Of longer names the end is shown, which tells things apart. */
    private static final int LONGEST = 100;

    /** Labels that a parser gives to things without one. */
    private static final Pattern MADE_UP = Pattern.compile("genid|[0-9a-f]{32}");

    private RdfNames() {}

    /** The property of the vocabulary of this local name. */
    static String le(String localName) {
        return Vocabulary.NAMESPACE + localName;
    }

    /** A property or class in short, such as {@code le:votes}. */
    static String shortened(String uri) {
        for (Map.Entry<String, String> prefix : RdfWriter.PREFIXES.entrySet()) {
            if (uri.startsWith(prefix.getValue())
                    && uri.length() > prefix.getValue().length()) {
                return prefix.getKey() + ":"
                        + cut(uri.substring(prefix.getValue().length()));
            }
        }
        return "<" + cut(uri) + ">";
    }

    /** A thing, such as {@code <http://example.org/altrincham>}; {@code []} where the file gives it no name. */
    static String of(RdfTerm term) {
        if (term instanceof RdfTerm.Uri uri) {
            return "<" + cut(uri.value()) + ">";
        }
        if (term instanceof RdfTerm.Blank blank) {
            return MADE_UP.matcher(blank.label()).lookingAt() ? "[]" : "_:" + cut(blank.label());
        }
        return "“" + cut(term.toString()) + "”";
    }

    /** The place of a property of a thing. */
    static Place place(String file, RdfTerm subject, String property, int line) {
        return at(file, of(subject) + " " + shortened(property), line);
    }

    /** The place of a thing. */
    static Place place(String file, RdfTerm subject, int line) {
        return at(file, of(subject), line);
    }

    private static Place at(String file, String path, int line) {
        return new Place(
                file,
                Optional.empty(),
                line > 0 ? OptionalInt.of(line) : OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(path));
    }

    private static String cut(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : "…" + plain.substring(plain.length() - LONGEST);
    }
}
