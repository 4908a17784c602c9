package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.FigureSources.Figure;
import uk.declared.record.RecordedVersion;
import uk.declared.report.Place;
import uk.declared.web.http.ProblemException;

/**
 * Says of each figure of a contest in which cell of what was sent it stands, in the words of PROV-O and of Web Annotation: the
 * statement was derived from a part of the submission, which selectors lead to (RFC 7111 for rows and columns, counted from 1 with the
 * headings). One file is read at a time, and what was found is kept for a while.
 */
@Component
final class CellStatements {
    /** Contests, some 50 kB each: more than an election has wards, since who reads one in two forms comes round again after all of them. */
    private static final int KEPT = 128;

    private static final int SECONDS_TO_WAIT = 10;
    private static final int MOST_WAITING = 4;
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final Node DERIVED_FROM = uri("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node CELLS = uri("http://tools.ietf.org/rfc/rfc7111");

    private final Optional<Deployment> deployment;
    private final Uris uris;
    private final Semaphore reading = new Semaphore(1);

    /** Who waits holds a thread of the server, so that few may. */
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private final Map<String, List<Figure>> found = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Figure>> eldest) {
            return size() > KEPT;
        }
    };

    /** @param deployment is there where the record is */
    CellStatements(ObjectProvider<Deployment> deployment, Uris uris) {
        this.deployment = deployment.stream().findAny();
        this.uris = uris;
    }

    /**
     * The figures of a contest with their cells, by place.
     *
     * @throws ProblemException where another file is being read for too long: 503
     */
    List<Figure> figures(Node contest) {
        if (deployment.isEmpty()) {
            return List.of();
        }
        BallotId id = new BallotId(Uris.lastPart(contest));
        List<RecordedVersion> versions = deployment.get().history().of(id);
        if (versions.isEmpty()) {
            return List.of();
        }
        String key = id + " " + versions.get(versions.size() - 1).sequence();
        if (!waiting.tryAcquire()) {
            throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "problem.503.text");
        }
        try {
            if (!reading.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "problem.503.text");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "problem.503.text");
        } finally {
            waiting.release();
        }
        try {
            return found.computeIfAbsent(
                    key, missing -> inOrder(deployment.get().figureSources().of(id)));
        } finally {
            reading.release();
        }
    }

    private static List<Figure> inOrder(List<Figure> figures) {
        List<Figure> sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.comparing(Figure::submission)
                .thenComparing(figure -> figure.place().sheet().orElse(""))
                .thenComparing(figure -> figure.place().row().orElse(0))
                .thenComparing(figure -> figure.place().column().orElse(0))
                .thenComparing(figure -> figure.statement().toString()));
        return List.copyOf(sorted);
    }

    /** The statements, named below the document of the cells. */
    List<Triple> triples(Node contest, String document) {
        Triples triples = new Triples();
        for (Figure figure : figures(contest)) {
            Triple statement = figure.statement();
            Node name = uri(document + "#" + name(statement));
            Node part = uri(name.getURI() + "-cell");
            triples.about(name)
                    .a(RDF.Nodes.Statement)
                    .add(RDF.Nodes.subject, statement.getSubject())
                    .add(RDF.Nodes.predicate, statement.getPredicate())
                    .add(RDF.Nodes.object, statement.getObject())
                    .add(DERIVED_FROM, part);
            triples.about(part)
                    .a(uri(OA + "SpecificResource"))
                    .add(uri(OA + "hasSource"), uris.submission(figure.submission()))
                    .add(RDF.value.asNode(), Literals.text(figure.text()));
            select(part, figure.place(), figure.submission(), triples);
        }
        return triples.list();
    }

    /** From the file inside an archive to the sheet, to the cell or the element. */
    private static void select(Node part, Place place, String submission, Triples triples) {
        List<Selector> selectors = new ArrayList<>();
        if (!place.file().equals(submission)) {
            selectors.add(new Selector("FragmentSelector", Optional.empty(), "file=" + place.file()));
        }
        place.sheet()
                .ifPresent(
                        sheet -> selectors.add(new Selector("FragmentSelector", Optional.empty(), "sheet=" + sheet)));
        place.path().ifPresent(path -> selectors.add(new Selector("XPathSelector", Optional.empty(), path)));
        if (place.row().isPresent() && place.path().isEmpty()) {
            String row = Integer.toString(place.row().getAsInt());
            selectors.add(new Selector(
                    "FragmentSelector",
                    Optional.of(CELLS),
                    place.column().isPresent()
                            ? "cell=" + row + "," + place.column().getAsInt()
                            : "row=" + row));
        }
        Node from = part;
        Node leads = uri(OA + "hasSelector");
        for (int i = 0; i < selectors.size(); i++) {
            Selector selector = selectors.get(i);
            Node node = uri(part.getURI() + "-" + (i + 1));
            triples.about(from).add(leads, node);
            Triples.Describing described = triples.about(node)
                    .a(uri(OA + selector.type()))
                    .add(RDF.value.asNode(), Literals.text(selector.value()));
            selector.syntax().ifPresent(syntax -> described.add(DCTerms.conformsTo.asNode(), syntax));
            from = node;
            leads = uri(OA + "refinedBy");
        }
    }

    private record Selector(String type, Optional<Node> syntax, String value) {}

    /** A name within the document: what the figure is of, and its property. */
    private String name(Triple statement) {
        String thing = uris.pathOf(statement.getSubject()).orElseThrow();
        String property = statement.getPredicate().getURI().replaceFirst(".*[/#]", "");
        return thing.replace('/', '-') + "-" + property;
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }
}
