package uk.declared.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** What a parameter of a query may be, and what it is bound as. */
public enum ParameterType {
    /** A GSS code, such as E05015239: bound as a text. */
    GSS {
        @Override
        Optional<Node> read(String text, Uris uris) {
            return GssCode.parse(text.toUpperCase(Locale.ROOT))
                    .map(code -> NodeFactory.createLiteralString(code.value()));
        }
    },
    /** An election's identifier, such as local.trafford.2024-05-02, or its URI: bound as the URI. */
    ELECTION {
        @Override
        Optional<Node> read(String text, Uris uris) {
            String prefix = uris.base() + "/id/election/";
            String id = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            return ELECTION_ID.matcher(id).matches()
                    ? Optional.of(NodeFactory.createURI(prefix + id))
                    : Optional.empty();
        }
    },
    /** The number of a rule, such as W515: bound as the rule's URI. */
    RULE {
        @Override
        Optional<Node> read(String text, Uris uris) {
            String number = text.toUpperCase(Locale.ROOT);
            return RULE_NUMBER.matcher(number).matches() ? Optional.of(Vocabulary.rule(number)) : Optional.empty();
        }
    },
    /** How many rows there may be, from 1 to 1,000: not bound, but the query's limit. */
    LIMIT {
        @Override
        Optional<Node> read(String text, Uris uris) {
            return LIMIT_NUMBER.matcher(text).matches()
                    ? Optional.of(NodeFactory.createLiteralByValue(Integer.valueOf(text)))
                    : Optional.empty();
        }
    };

    private static final Pattern ELECTION_ID =
            Pattern.compile("[a-z]+(\\.[A-Za-z0-9-]+)*\\.\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern RULE_NUMBER = Pattern.compile("[FWI]\\d{3}");
    private static final Pattern LIMIT_NUMBER = Pattern.compile("[1-9]\\d{0,2}|1000");

    /** The value that a text stands for; absent where it stands for none of this type. */
    abstract Optional<Node> read(String text, Uris uris);

    /** The name by which headers of queries and message files know it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ParameterType> ofKey(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
