package uk.declared.web.vocabulary;

import java.util.List;
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

    /** Whether a term, a code list, a code or a structure of the statistics is the vocabulary's own. */
    static boolean isOurs(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(Vocabulary.NAMESPACE)
                        || node.getURI().startsWith(DOCUMENT + "/"));
    }

    /**
     * The anchor of what is the vocabulary's own: {@code votes}, {@code code-office}, {@code code-office-mayor},
     * {@code structure-votes}.
     */
    static String anchor(Node node) {
        String uri = node.getURI();
        return uri.startsWith(Vocabulary.NAMESPACE)
                ? uri.substring(Vocabulary.NAMESPACE.length())
                : uri.substring(DOCUMENT.length() + 1).replace('/', '-');
    }

    /**
     * What a path below that of the document can name: a term such as {@code votes}, or what has a path of its own in
     * its URI, such as {@code code/office/mayor}.
     */
    static List<Node> named(String path) {
        return List.of(Vocabulary.term(path), NodeFactory.createURI(DOCUMENT + "/" + path));
    }
}
