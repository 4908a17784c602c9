package uk.declared.linkeddata;

import java.util.Optional;
import java.util.regex.Pattern;

/** A syntax that RDF is read in, told by how a file begins. */
public enum ReadableSyntax {
    /** N-Quads, and N-Triples, which is N-Quads without graphs. */
    N_QUADS("N-Quads", 64),
    /** TriG, and Turtle, which is TriG without graphs; what Rio reads of N3 is Turtle. */
    TRIG("Turtle", 64),
    RDF_XML("RDF/XML", 64),
    TRIX("TriX", 64),
    RDF_JSON("RDF/JSON", 64),
    /** It is held as a whole, several times over, before the first statement comes. */
    JSON_LD("JSON-LD", 10);

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int LOOKED_AT = 65_536;

    private static final Pattern SPACE_AND_COMMENTS = Pattern.compile("(?:[\\s\\uFEFF]++|#[^\\n\\r]*+)*+");
    private static final Pattern XML =
            Pattern.compile("<(?:\\?xml|!DOCTYPE|!--|[A-Za-z_][\\w.-]*(?::[\\w.-]+)?(?:\\s+xml|\\s+[\\w:]+=))");
    private static final Pattern JSON = Pattern.compile("(?:\\{\\s*+[\"}]|\\[\\s*+[{\"\\[]).*", Pattern.DOTALL);
    private static final Pattern KEYWORD =
            Pattern.compile("\"@(?:context|id|graph|type|value|reverse|included)\"\\s*+:");
    private static final Pattern VALUE = Pattern.compile("\"value\"\\s*+:");
    private static final Pattern TURTLE = Pattern.compile(
            "(?:@prefix\\s|@base\\s|@version\\s|(?i:prefix|base|version|graph)\\s"
                    + "|<[^<>\"\\s]*[:/#][^<>\"\\s]*>\\s|<[^<>\"\\s]*>\\s+(?:a\\s|<)|_:\\S|\\[\\s*(?:\\]|a\\s|<|[\\w-]*:)|\\(\\s|\\{\\s*[<_:\\w]).*",
            Pattern.DOTALL);
    private static final Pattern QUAD = Pattern.compile("(?:<[^<>\\s]*+>|_:\\S++)\\s*+<[^<>\\s]*+>\\s*+"
            + "(?:<[^<>\\s]*+>|_:\\S++|\"(?:[^\"\\\\]|\\\\.)*+\"(?:@[\\w-]++|\\^\\^<[^<>\\s]*+>)?)\\s*+"
            + "(?:<[^<>\\s]*+>|_:\\S++)?\\s*+\\.\\s*+(?:#.*)?");

    private final String title;
    private final long mostBytes;

    ReadableSyntax(String title, int mebibytes) {
        this.title = title;
        this.mostBytes = mebibytes * 1024L * 1024;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    /** The largest file of it that is read, in bytes. */
    public long mostBytes() {
        return mostBytes;
    }

    /**
     * The syntax of a file.
     *
     * @param beginning its first letters, up to some ten thousand
     * @return empty where it does not look like RDF
     */
    public static Optional<ReadableSyntax> of(String beginning) {
        String text = beginning.substring(0, Math.min(beginning.length(), LOOKED_AT));
        var space = SPACE_AND_COMMENTS.matcher(text);
        String rest = space.lookingAt() ? text.substring(space.end()) : text;
        if (XML.matcher(rest).lookingAt()) {
            return ofXml(rest);
        }
        if (JSON.matcher(rest).matches()) {
            return ofJson(rest);
        }
        if (!TURTLE.matcher(rest).matches()) {
            return Optional.empty();
        }
        return Optional.of(isQuads(rest) ? N_QUADS : TRIG);
    }

    private static Optional<ReadableSyntax> ofXml(String text) {
        if (text.contains("<TriX") || text.contains("http://www.w3.org/2004/03/trix/")) {
            return Optional.of(TRIX);
        }
        return text.contains(RDF) ? Optional.of(RDF_XML) : Optional.empty();
    }

    private static Optional<ReadableSyntax> ofJson(String text) {
        if (KEYWORD.matcher(text).find()) {
            return Optional.of(JSON_LD);
        }
        return VALUE.matcher(text).find() ? Optional.of(RDF_JSON) : Optional.empty();
    }

    /** N-Quads is not a part of TriG: it is told by every whole line being a statement. */
    private static boolean isQuads(String text) {
        boolean whole = text.length() < LOOKED_AT / 2;
        String[] lines = text.split("\\R", -1);
        int last = whole || lines.length == 1 ? lines.length : lines.length - 1;
        for (int i = 0; i < last; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#") && !QUAD.matcher(line).matches()) {
                return false;
            }
        }
        return true;
    }
}
