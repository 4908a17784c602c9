package uk.declared.web.data;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;

/** What the catalogue says alike of many things: texts in both languages, publisher, licence, period, theme. */
@Component
final class CatalogueParts {
    static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final Node UNITED_KINGDOM = uri("http://statistics.data.gov.uk/id/statistical-geography/K02000001");
    private static final Node VOCABULARY = uri("https://w3id.org/local-elections");
    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy"));
    private static final List<String> KEYWORDS = List.of("data.keyword.elections", "data.keyword.government");

    private final Uris uris;
    private final MessageSource messages;
    private final PublisherSettings settings;

    CatalogueParts(Uris uris, MessageSource messages, PublisherSettings settings) {
        this.uris = uris;
        this.messages = messages;
        this.settings = settings;
    }

    static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }

    /** A text in a language. */
    String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** Writes something in a language. */
    @FunctionalInterface
    interface Text {
        String in(Locale language);
    }

    /** A property's value in each language. */
    static void say(Triples.Describing thing, Node property, Text text) {
        for (Locale language : LANGUAGES) {
            thing.add(property, NodeFactory.createLiteralLang(text.in(language), language.getLanguage()));
        }
    }

    /** What kind of data set something is, who publishes it, and whom to ask. */
    void common(Triples.Describing thing, Triples triples) {
        thing.add(DCTerms.publisher.asNode(), publisher())
                .add(DCAT.contactPoint.asNode(), contact())
                .add(DCTerms.language.asNode(), language(triples, "ENG"))
                .add(DCTerms.language.asNode(), language(triples, "CYM"))
                .add(DCAT.theme.asNode(), theme(triples));
        KEYWORDS.forEach(keyword -> say(thing, DCAT.keyword.asNode(), language -> text(keyword, language)));
    }

    /** That it follows the vocabulary, and comes out whenever there is something to declare. */
    void dataset(Triples.Describing dataset, Triples triples) {
        common(dataset, triples);
        Node frequency = uri(EU + "frequency/IRREG");
        triples.about(frequency).a(DCTerms.Frequency.asNode());
        triples.about(VOCABULARY)
                .a(DCTerms.Standard.asNode())
                .add(DCTerms.title.asNode(), Literals.english("Local elections vocabulary"));
        dataset.add(DCTerms.accrualPeriodicity.asNode(), frequency).add(DCTerms.conformsTo.asNode(), VOCABULARY);
    }

    /** A page about something, which DCAT-AP wants to be known as a document. */
    void document(Triples.Describing thing, Node property, Node page, Triples triples) {
        thing.add(property, page);
        triples.about(page).a(uri(FOAF + "Document"));
    }

    void ofTheUnitedKingdom(Triples.Describing thing, Triples triples) {
        spatial(thing, UNITED_KINGDOM, triples);
    }

    void spatial(Triples.Describing thing, Node place, Triples triples) {
        thing.add(DCTerms.spatial.asNode(), place);
        triples.about(place).a(DCTerms.Location.asNode());
    }

    void licence(Triples.Describing thing, URI licence, Triples triples) {
        Node node = uri(licence.toString());
        thing.add(DCTerms.license.asNode(), node);
        triples.about(node)
                .a(DCTerms.LicenseDocument.asNode())
                .add(DCTerms.title.asNode(), Literals.english(Licences.name(licence, Locale.UK)));
    }

    /** One licence where all is under it; else what is said of the rights. */
    void rights(Triples.Describing thing, Published.Terms terms, Triples triples) {
        if (terms.unknown() == 0 && terms.licences().size() == 1) {
            licence(thing, terms.licences().keySet().iterator().next(), triples);
        } else if (terms.licences().isEmpty()) {
            thing.add(DCTerms.rights.asNode(), RightsStatements.NOT_EVALUATED);
            triples.about(RightsStatements.NOT_EVALUATED).a(DCTerms.RightsStatement.asNode());
        } else {
            Node statement = uris.data("rights-differ");
            thing.add(DCTerms.rights.asNode(), statement);
            Triples.Describing described = triples.about(statement).a(DCTerms.RightsStatement.asNode());
            say(described, RDFS.Nodes.label, language -> text("data.rights.differ", language));
        }
    }

    void period(Triples.Describing thing, Node of, LocalDate first, LocalDate last, Triples triples) {
        Node period = Uris.partOf(of, "period");
        thing.add(DCTerms.temporal.asNode(), period);
        triples.about(period)
                .a(DCTerms.PeriodOfTime.asNode())
                .add(DCAT.startDate.asNode(), Literals.date(first))
                .add(DCAT.endDate.asNode(), Literals.date(last));
    }

    /** The publisher and its contact point themselves. */
    void describePublisher(Triples triples) {
        Node name = Literals.text(name());
        triples.about(publisher())
                .a(uri(FOAF + "Agent"))
                .a(uri(FOAF + "Organization"))
                .add(uri(FOAF + "name"), name);
        Triples.Describing contact = triples.about(contact())
                .a(uri(VCARD + "Kind"))
                .a(uri(VCARD + "Organization"))
                .add(uri(VCARD + "fn"), name)
                .add(uri(VCARD + "hasURL"), uri(uris.base() + "/"));
        settings.contact().ifPresent(email -> contact.add(uri(VCARD + "hasEmail"), uri("mailto:" + email)));
    }

    Optional<String> email() {
        return settings.contact();
    }

    String name() {
        return settings.stated().orElseGet(() -> "Declared, " + uris.base());
    }

    /** Who publishes the catalogue. */
    Node publisher() {
        return uris.data("publisher");
    }

    private Node contact() {
        return uris.data("contact");
    }

    private static Node language(Triples triples, String code) {
        Node language = uri(EU + "language/" + code);
        triples.about(language).a(DCTerms.LinguisticSystem.asNode());
        return language;
    }

    private static Node theme(Triples triples) {
        Node theme = uri(EU + "data-theme/GOVE");
        triples.about(theme)
                .a(SKOS.Concept.asNode())
                .add(SKOS.prefLabel.asNode(), Literals.english("Government and public sector"));
        return theme;
    }
}
