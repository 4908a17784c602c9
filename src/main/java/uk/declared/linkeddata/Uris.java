package uk.declared.linkeddata;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.election.BallotId;
import uk.declared.election.ElectedBody;
import uk.declared.election.ElectionId;
import uk.declared.election.GssCode;
import uk.declared.election.RejectionGround;

/**
 * Mints the URIs of things and documents below one base, and tells of a URI which thing it names. Nobody else spells their
 * paths.
 */
public final class Uris {
    /** Where the paths of all things begin. */
    public static final String THINGS = "/id/";

    /** Where the paths of the documents about them begin. */
    public static final String DOCUMENTS = "/doc/";

    /** Where the paths of areas begin, below {@link #THINGS} and {@link #DOCUMENTS}. */
    public static final String AREA = "area/";

    /** Where the paths of the documents about contests begin. */
    public static final String CONTESTS = DOCUMENTS + "contest/";

    /** Where the paths of the documents about declarations begin. */
    public static final String DECLARATIONS = DOCUMENTS + "declaration/";

    /** Where the paths of the documents about elections begin. */
    public static final String ELECTIONS = DOCUMENTS + "election/";

    private static final String ONS = "http://statistics.data.gov.uk/id/statistical-geography/";

    private final String base;

    /** @param base where all URIs begin, without a slash at its end */
    public Uris(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public String base() {
        return base;
    }

    /** What the URIs of all things begin with. */
    public String things() {
        return base + THINGS;
    }

    /** What the URIs of all things of a kind begin with: {@code contest}, {@code area}, {@code party} and so on. */
    public String things(String kind) {
        return base + THINGS + kind + "/";
    }

    /** What queries need to lead from things to their documents and back: ?thingPrefix and ?documentPrefix. */
    public Map<String, Node> forQueries() {
        return Map.of(
                "ourPrefix", NodeFactory.createLiteralString(base + "/"),
                "thingPrefix", NodeFactory.createLiteralString(things()),
                "documentPrefix", NodeFactory.createLiteralString(documents()));
    }

    /** What the URIs of all documents begin with. */
    public String documents() {
        return base + DOCUMENTS;
    }

    /** The thing of a path below {@link #things()}, its kind first. */
    public Node thing(String path) {
        return id(path);
    }

    /** Kind and identifier of a thing, as in {@code area/E05015239}; absent where a term is not the URI of a thing here. */
    public Optional<String> pathOf(Node thing) {
        return thing.isURI() && thing.getURI().startsWith(things())
                ? Optional.of(thing.getURI().substring(things().length()))
                : Optional.empty();
    }

    /** The identifier of a thing of a kind; absent where a term is no such thing's URI. */
    public Optional<String> idOf(String kind, Node thing) {
        return pathOf(thing).filter(path -> path.startsWith(kind + "/")).map(path -> path.substring(kind.length() + 1));
    }

    /** Whether a term is the URI of a thing here. */
    public boolean isThing(Node term) {
        return pathOf(term).isPresent();
    }

    /** The document about a thing; what is no thing here is its own document. */
    public Node documentOf(Node thing) {
        return pathOf(thing).map(path -> uri(documents() + path)).orElse(thing);
    }

    /** The identifier of the contest whose result, or whose statistics, a named graph holds. */
    public Optional<String> contestOfGraph(String graph) {
        String contests = base + CONTESTS;
        return graph.startsWith(contests)
                ? Optional.of(graph.substring(contests.length()).replaceFirst("/.*", ""))
                : Optional.empty();
    }

    public Node council(String slug) {
        return id("council/" + slug);
    }

    public Node contest(BallotId id) {
        return id("contest/" + id);
    }

    /** The named graph that holds a contest's current result. */
    public Node contestGraph(BallotId id) {
        return uri(base + CONTESTS + id);
    }

    /** A stage of a contest's count, numbered from 1. */
    public Node stage(BallotId id, int number) {
        return id("contest/" + id + "/stage/" + number);
    }

    /**
     * What a candidacy has at the end of a stage.
     *
     * @param key the candidacy's key within its contest
     */
    public Node tally(BallotId id, int stage, String key) {
        return partOf(stage(id, stage), "tally/" + key);
    }

    /**
     * What was counted in a counting area of a contest.
     *
     * @param key the area's code, or else the slug of its name
     */
    public Node part(BallotId id, String key) {
        return id("contest/" + id + "/part/" + key);
    }

    public Node secondPreferenceRejection(BallotId id, RejectionGround ground) {
        return id("contest/" + id + "/second-preference-rejection/" + ground.notation());
    }

    /** @param number counted from 1 within the contest */
    public Node vacancy(BallotId id, int number) {
        return id("contest/" + id + "/vacancy/" + number);
    }

    /** @param key the candidacy's key within its contest */
    public Node candidacy(BallotId id, String key) {
        return id("candidacy/" + id + "/" + key);
    }

    public Node election(ElectionId id) {
        return id("election/" + id);
    }

    /** @param version counted from 1 */
    public Node declaration(BallotId id, int version) {
        return id("declaration/" + id + "/" + version);
    }

    /** Where the receipt of a declaration is: that it stands in the record. */
    public String receipt(BallotId id, int version) {
        return base + DECLARATIONS + id + "/" + version + "/receipt";
    }

    public Node area(GssCode code) {
        return id(AREA + code);
    }

    /** An area without a code: {@code {organisation}.{slug}.{from}}. */
    public Node area(String organisation, String slug, LocalDate from) {
        return id(AREA + organisation + "." + slug + "." + from);
    }

    public Node body(ElectedBody body) {
        return body.kind() == ElectedBody.Kind.COUNCIL ? council(body.slug()) : id("body/" + body.slug());
    }

    /** @param id the Electoral Commission's identifier */
    public Node party(String id) {
        return id("party/" + id);
    }

    /** @param id the identifier that a source gives to a person, with the source's short name before it */
    public Node person(String id) {
        return id("person/" + id);
    }

    /** @param sha256 the hash of what was sent, in hexadecimal */
    public Node submission(String sha256) {
        return id("submission/" + sha256);
    }

    /** A data set or a graph of what contests share: {@code record}, {@code parties}, {@code areas} and so on. */
    public Node data(String name) {
        return uri(base + "/data/" + name);
    }

    /**
     * The part of a data set that may not be passed on freely: it is under other licences than open ones, or under none that
     * is known.
     */
    public Node restricted(String name) {
        return data(name + "/other-licences");
    }

    /** The graph that holds the statistics derived from a contest's current result. */
    public Node statisticsGraph(BallotId id) {
        return uri(base + CONTESTS + id + "/statistics");
    }

    /** A part of a thing, named below it. */
    public static Node partOf(Node thing, String path) {
        return uri(thing.getURI() + "/" + path);
    }

    /** The URI by which statistical data sets know an area. */
    public static Node statisticalGeography(GssCode code) {
        return uri(ONS + code);
    }

    /** What stands behind the last slash or hash of a URI: for codes their notation, for most things their identifier. */
    public static String lastPart(Node thing) {
        return lastPart(thing.getURI());
    }

    /** The same of a URI that is text. */
    public static String lastPart(String uri) {
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
    }

    private Node id(String path) {
        return uri(base + THINGS + path);
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }
}
