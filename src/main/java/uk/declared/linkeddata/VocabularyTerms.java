package uk.declared.linkeddata;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The names that the vocabulary defines. */
public final class VocabularyTerms {
    private static final Set<String> DEFINED = VocabularyFiles.read("http://localhost").stream()
            .map(Triple::getSubject)
            .filter(Node::isURI)
            .map(Node::getURI)
            .filter(uri -> uri.startsWith(Vocabulary.NAMESPACE))
            .collect(Collectors.toUnmodifiableSet());

    private VocabularyTerms() {}

    /** Whether a name in the vocabulary's namespace is one that it does not define. */
    public static boolean isUndefined(String uri) {
        return uri.startsWith(Vocabulary.NAMESPACE) && !DEFINED.contains(uri);
    }

    /** The names of terms that it does define, without the namespace. */
    public static Set<String> localNames() {
        return DEFINED.stream()
                .map(uri -> uri.substring(Vocabulary.NAMESPACE.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
