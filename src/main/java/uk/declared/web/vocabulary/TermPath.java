package uk.declared.web.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.linkeddata.Vocabulary;

/** Where the vocabulary's terms and codes stand on its page. */
final class TermPath {
    /** The URI of the vocabulary, without the hash that begins its terms. */
    static final String DOCUMENT = Vocabulary.NAMESPACE.substring(0, Vocabulary.NAMESPACE.length() - 1);

    /** The path of its document. */
    static final String PAGE = "/def/local-elections";

    private TermPath() {}

    /** Whether a term, a code list or a code is the vocabulary's own. */
    static boolean isOurs(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(Vocabulary.NAMESPACE)
                        || node.getURI().startsWith(Vocabulary.CODES));
    }

    /** The anchor of a term, a code list or a code: {@code votes}, {@code code-office}, {@code code-office-mayor}. */
    static String anchor(Node node) {
        String uri = node.getURI();
        return uri.startsWith(Vocabulary.NAMESPACE)
                ? uri.substring(Vocabulary.NAMESPACE.length())
                : "code-" + uri.substring(Vocabulary.CODES.length()).replace('/', '-');
    }

    /** What a path below that of the document names: {@code votes} or {@code code/office/mayor}. */
    static Node named(String path) {
        return path.startsWith("code/")
                ? NodeFactory.createURI(Vocabulary.CODES + path.substring("code/".length()))
                : Vocabulary.term(path);
    }
}
