package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.rule.RulePath;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ContestView.Provenance;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a declaration: who said so, when, and what was sent. */
@Component
final class DeclarationPage implements ThingPage {
    private static final Node NAME = NodeFactory.createURI("http://xmlns.com/foaf/0.1/name");
    private static final Node ANNOTATION = NodeFactory.createURI("http://www.w3.org/ns/dqv#hasQualityAnnotation");
    private static final Node BODY = NodeFactory.createURI("http://www.w3.org/ns/oa#hasBody");
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    private final LocalPaths paths;
    private final ProvenanceReader provenance;
    private final boolean hasHistory;

    /** @param deployment is there where earlier versions can be read */
    DeclarationPage(LocalPaths paths, ProvenanceReader provenance, ObjectProvider<Deployment> deployment) {
        this.hasHistory = deployment.stream().findAny().isPresent();
        this.paths = paths;
        this.provenance = provenance;
    }

    /** What the page shows. */
    record View(
            String heading,
            String caption,
            List<Fact> facts,
            List<NamedLink> versionLinks,
            List<String> changes,
            List<NamedLink> findings,
            List<Provenance> versions) {}

    @Override
    public ThingKind kind() {
        return ThingKind.DECLARATION;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts declaration = description.facts();
        Facts contest = declaration.part("declarationOf").orElseThrow();
        NamedLink contestLink = paths.link(contest.thing(), contestName(contest, wording));
        String heading =
                wording.text("declaration.version", declaration.text("version").orElse(""));
        View view = new View(
                heading,
                contestLink.label(),
                facts(declaration, contestLink, wording),
                versionLinks(declaration, wording),
                changes(declaration, wording),
                findings(declaration, wording),
                provenance.of(contest, wording));
        return new Page(
                "declaration",
                contestLink.label() + ", " + heading,
                view,
                List.of(wording.start(), contestLink),
                Optional.empty());
    }

    /** A contest that was withdrawn has no area any more: its identifier stands for it. */
    private static String contestName(Facts contest, Wording wording) {
        return contest.part("electoralArea")
                .flatMap(area -> contest.date("pollingDate")
                        .map(date -> wording.text("contest.heading", area.label(), wording.date(date))))
                .orElseGet(contest::lastPart);
    }

    private List<Fact> facts(Facts declaration, NamedLink contest, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(wording.text("candidacy.contest"), contest));
        facts.add(Fact.of(
                wording.text("declaration.status"), provenance.code(declaration.one("declarationStatus"), wording)));
        facts.add(Fact.of(wording.text("declaration.source"), provenance.code(declaration.one("source"), wording)));
        declaration
                .text("changeReason")
                .ifPresent(reason -> facts.add(Fact.of(wording.text("declaration.reason"), reason)));
        declaration
                .time(Modified.GENERATED_AT)
                .ifPresent(time -> facts.add(Fact.of(wording.text("declaration.published"), wording.time(time))));
        declaration
                .value(DCTerms.issued.asNode())
                .map(date -> LocalDate.parse(date.getLiteralLexicalForm()))
                .ifPresent(date -> facts.add(Fact.of(wording.text("declaration.issued"), wording.date(date))));
        declaration
                .value(DCTerms.publisher.asNode())
                .map(declaration::about)
                .ifPresent(publisher -> facts.add(Fact.of(
                        wording.text("declaration.publisher"), paths.link(publisher.thing(), publisher.label()))));
        addPeople(declaration, facts, wording);
        declaration
                .value(ProvenanceReader.PAGE)
                .ifPresent(page -> facts.add(
                        Fact.of(wording.text("declaration.page"), new NamedLink(page.getURI(), page.getURI()))));
        declaration
                .value(ProvenanceReader.DERIVED_FROM)
                .ifPresent(submission -> facts.add(Fact.of(
                                wording.text("declaration.submission"),
                                paths.link(submission, Uris.lastPart(submission)))
                        .noted(wording.text("declaration.submission.note"))));
        declaration
                .text("contentHash")
                .ifPresent(hash -> facts.add(
                        Fact.of(wording.text("declaration.hash"), hash).noted(wording.text("declaration.hash.note"))));
        return facts;
    }

    /** Where this version can be read; what was withdrawn has no result. */
    private List<NamedLink> versionLinks(Facts declaration, Wording wording) {
        if (!hasHistory || declaration.one("contentHash").isEmpty()) {
            return List.of();
        }
        String path = paths.to(declaration.thing());
        List<NamedLink> links = new ArrayList<>();
        links.add(new NamedLink(path + "/result", wording.text("version.result.link")));
        if (declaration.integer("version").orElse(1) > 1) {
            links.add(new NamedLink(path + "/changes", wording.text("version.changes.link")));
        }
        links.add(new NamedLink(path + "/notice", wording.text("notice.link")));
        links.add(new NamedLink(path + "/receipt", wording.text("receipt.get")));
        return links;
    }

    /** What changed since the version before, in the reader's language. */
    private static List<String> changes(Facts declaration, Wording wording) {
        return declaration.values(SKOS.changeNote.asNode()).stream()
                .filter(note -> note.getLiteralLanguage().equals(wording.tag()))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    /** The warnings that the declaration carries (W3C DQV), each a link to the page of its rule. */
    private static List<NamedLink> findings(Facts declaration, Wording wording) {
        return declaration.values(ANNOTATION).stream()
                .flatMap(annotation -> declaration.about(annotation).value(BODY).stream())
                .flatMap(rule -> RulePath.link(rule, wording.locale()).stream())
                .sorted(Comparator.comparing(NamedLink::href))
                .toList();
    }

    private static void addPeople(Facts declaration, List<Fact> facts, Wording wording) {
        declaration
                .part("returningOfficer")
                .flatMap(officer -> officer.value(NAME))
                .ifPresent(name -> facts.add(
                        Fact.of(wording.text("declaration.returning-officer"), name.getLiteralLexicalForm())));
        declaration.part("contactPoint").ifPresent(contact -> {
            List<String> ways = new ArrayList<>();
            contact.value(vcard("fn")).ifPresent(name -> ways.add(name.getLiteralLexicalForm()));
            contact.value(vcard("hasEmail")).ifPresent(mail -> ways.add(withoutScheme(mail)));
            contact.value(vcard("hasTelephone")).ifPresent(number -> ways.add(withoutScheme(number)));
            facts.add(Fact.of(wording.text("declaration.contact"), String.join(", ", ways)));
        });
    }

    private static Node vcard(String name) {
        return NodeFactory.createURI(VCARD + name);
    }

    private static String withoutScheme(Node uri) {
        return uri.getURI().replaceFirst("^(mailto|tel):", "");
    }
}
