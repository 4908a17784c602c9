package uk.declared.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import uk.declared.election.PartialResult;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.SubmittedContest;

/**
 * Checks one contest against the shapes:
 *
 * <ol>
 *   <li>takes the contest's own triples and the totals worked out from them,
 *   <li>validates the nodes that the shapes target among these, and nothing else, so that the time for a contest does not
 *       grow with the store,
 *   <li>turns every result into a finding, with the rule's number from the shape's name and the cell from the source.
 * </ol>
 *
 * Safe for use by several threads.
 */
public final class ContestValidator {
    private final RuleEngine rules = new RuleEngine();

    /**
     * What the rules say of a contest.
     *
     * @param contest as read
     * @param graph as mapped
     * @param around what the contest is compared with beside itself
     * @param file the submission's name, for a finding that no cell can be named for
     */
    public List<Finding> check(SubmittedContest contest, ContestGraph graph, Surroundings around, String file) {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.add(data, graph.result());
        data.add(CheckTriples.areaName(graph.contest(), contest.result().area().name()));
        RuleEngine.Verdict verdict = rules.run(data, around);
        List<Finding> findings = new ArrayList<>();
        for (ReportEntry entry : verdict.entries()) {
            if (!saidByTheReader(entry, contest, graph, data)) {
                findings.add(finding(entry, contest, graph, verdict.totals(), file));
            }
        }
        return findings;
    }

    /** What is missing because its cell could not be read was reported with the cell. */
    private boolean saidByTheReader(ReportEntry entry, SubmittedContest contest, ContestGraph graph, Graph data) {
        return rules.about(entry)
                .filter(name -> !data.contains(entry.focusNode(), Vocabulary.term(name), Node.ANY))
                .flatMap(name -> contest.source().cell(part(entry.focusNode(), graph), name))
                .filter(cell -> !cell.text().isEmpty())
                .isPresent();
    }

    private Finding finding(
            ReportEntry entry, SubmittedContest contest, ContestGraph graph, List<Triple> totals, String file) {
        Part part = part(entry.focusNode(), graph);
        SourceMap source = contest.source();
        Optional<SourceMap.Cell> cell =
                property(entry.resultPath()).or(() -> rules.about(entry)).flatMap(name -> source.cell(part, name));
        Place place = cell.map(SourceMap.Cell::place)
                .or(() -> source.place(part))
                .or(() -> source.place(Part.CONTEST))
                .orElseGet(() -> Place.of(file));
        Optional<String> value = cell.map(SourceMap.Cell::text)
                .or(() -> Optional.ofNullable(entry.value())
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm));
        return new Finding(
                RuleEngine.rule(entry),
                severity(entry),
                place,
                Optional.of(graph.id().value()),
                value,
                details(entry, contest, graph, part, totals));
    }

    private static Severity severity(ReportEntry entry) {
        String level = entry.severity().level().getLocalName();
        return switch (level) {
            case "Warning" -> Severity.WARNING;
            case "Info" -> Severity.INTERPRETATION;
            default -> Severity.VIOLATION;
        };
    }

    private static Part part(Node focus, ContestGraph graph) {
        if (graph.candidacies().containsKey(focus)) {
            return new Part.OfCandidacy(graph.candidacies().get(focus));
        }
        if (graph.rejections().containsKey(focus)) {
            return new Part.OfRejection(graph.rejections().get(focus));
        }
        if (graph.parts().containsKey(focus)) {
            return new Part.OfCountingArea(graph.parts().get(focus));
        }
        if (graph.stages().containsKey(focus)) {
            return new Part.OfStage(graph.stages().get(focus));
        }
        if (graph.tallies().containsKey(focus)) {
            ContestGraph.TallyOf tally = graph.tallies().get(focus);
            return new Part.OfTally(tally.stage(), tally.candidacy());
        }
        return Part.CONTEST;
    }

    /** The local name of the property that a result is about; totals have no cell of their own. */
    private static Optional<String> property(Path path) {
        return path instanceof P_Link link && link.getNode().getURI().startsWith(Vocabulary.NAMESPACE)
                ? Optional.of(link.getNode().getURI().substring(Vocabulary.NAMESPACE.length()))
                : Optional.empty();
    }

    private static Map<String, String> details(
            ReportEntry entry, SubmittedContest contest, ContestGraph graph, Part part, List<Triple> totals) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("area", contest.result().area().name());
        details.put("date", contest.result().pollingDate().toString());
        contest.result().seats().ifPresent(seats -> details.put("seats", Integer.toString(seats)));
        contest.result()
                .account()
                .electorate()
                .ifPresent(electorate -> details.put("electorate", Integer.toString(electorate)));
        contest.result()
                .account()
                .turnoutPercentage()
                .ifPresent(declared -> details.put("declared", declared.toPlainString()));
        if (part instanceof Part.OfCountingArea counted) {
            PartialResult of = contest.result().parts().get(counted.index());
            details.put("area", of.area().name());
            of.account().turnoutPercentage().ifPresent(declared -> details.put("declared", declared.toPlainString()));
            of.account().electorate().ifPresent(electorate -> details.put("electorate", Integer.toString(electorate)));
        }
        if (part instanceof Part.OfCandidacy candidacy) {
            details.put(
                    "candidate",
                    contest.result().candidacies().get(candidacy.index()).nameOnBallotPaper());
        }
        totals.stream()
                .filter(triple -> triple.getSubject().equals(entry.focusNode()))
                .forEach(triple -> details.put(
                        triple.getPredicate().getURI().substring(CheckTriples.NAMESPACE.length()),
                        triple.getObject().isLiteral()
                                ? triple.getObject().getLiteralLexicalForm()
                                : row(triple.getObject(), contest, graph)));
        return details;
    }

    /** The row of another candidacy that a comparison names. */
    private static String row(Node candidacy, SubmittedContest contest, ContestGraph graph) {
        return contest.source().place(part(candidacy, graph)).stream()
                .flatMapToInt(place -> place.row().stream())
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("\u2013");
    }
}
