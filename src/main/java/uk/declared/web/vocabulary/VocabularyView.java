package uk.declared.web.vocabulary;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;

/**
 * What the page of the vocabulary shows.
 *
 * @param classes its classes, and so on for the others, each in the order of their names
 */
record VocabularyView(
        String title,
        Optional<String> description,
        Optional<String> version,
        String namespace,
        Optional<NamedLink> licence,
        List<Term> classes,
        List<Term> properties,
        List<Term> others,
        List<CodeList> lists) {
    /**
     * A class or a property.
     *
     * @param name with the prefix, {@code le:votes}
     * @param labels its name in each language
     * @param rows what else is said of it
     */
    record Term(
            String anchor,
            String name,
            List<Label> labels,
            Optional<String> definition,
            Optional<String> note,
            Optional<String> example,
            List<Links> rows) {}

    /** A name and the tag of its language. */
    record Label(String text, String language) {}

    /** What a term refers to, such as its range. */
    record Links(String name, List<NamedLink> links) {}

    /** A list of codes. */
    record CodeList(String anchor, String title, Optional<String> description, List<Code> codes) {}

    /**
     * A code.
     *
     * @param sources where it comes from, in law or in practice
     */
    record Code(
            String anchor,
            String notation,
            List<Label> labels,
            Optional<String> definition,
            List<String> citations,
            List<NamedLink> sources) {}
}
