package uk.declared.web.vocabulary;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;

/**
 * What the page of the vocabulary shows.
 *
 * @param diagram the path of the diagram of its core
 * @param tree its classes, each with those below it
 * @param classes its classes, and so on for the others, each in the order of their names
 * @param properties by the class that they are said of
 * @param structures of the statistics
 * @param parts of the structures, shared by them
 * @param files that it is published in, with what changed in each
 */
record VocabularyView(
        String title,
        Optional<String> description,
        Optional<String> version,
        String namespace,
        Optional<NamedLink> licence,
        String diagram,
        List<Branch> tree,
        List<Term> classes,
        List<Group> properties,
        List<Term> others,
        List<CodeList> lists,
        List<Term> structures,
        List<Term> parts,
        List<VocabularyFile> files) {
    /** The anchor of the changes. */
    static final String CHANGES = "changes";

    /**
     * A class in the tree.
     *
     * @param label its name in the reader's language
     */
    record Branch(NamedLink link, String label, List<Branch> below) {}

    /**
     * The properties that are said of one class, or of several.
     *
     * @param title says of which
     */
    record Group(String anchor, String title, List<Term> terms) {}

    /**
     * A class, a property or a structure.
     *
     * @param name with the prefix, {@code le:votes}
     * @param labels its name in each language
     * @param rows what else is said of it
     * @param alignments how it relates to terms of others, and why so; in English
     */
    record Term(
            String anchor,
            String name,
            List<Label> labels,
            Optional<String> definition,
            Optional<String> note,
            Optional<String> example,
            List<Links> rows,
            List<String> alignments) {}

    /** A name and the tag of its language. */
    record Label(String text, String language) {}

    /** What a term refers to, such as its range. */
    record Links(String name, List<NamedLink> links) {}

    /** A list of codes. */
    record CodeList(String anchor, String title, Optional<String> description, List<Code> codes) {}

    /**
     * A code.
     *
     * @param broader the codes that it is part of
     * @param sources where it comes from, in law or in practice
     */
    record Code(
            String anchor,
            String notation,
            List<Label> labels,
            Optional<String> definition,
            List<NamedLink> broader,
            List<String> citations,
            List<NamedLink> sources) {}

    /**
     * A part of the vocabulary that is published as one file.
     *
     * @param anchor none for the vocabulary's own, which the whole page is about
     * @param changes in each version, the latest last
     */
    record VocabularyFile(Optional<String> anchor, String title, Optional<String> version, List<String> changes) {}
}
