package uk.declared.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
            return named(text, uris.things("election"), ELECTION_ID);
        }
    },
    /** A council's slug, such as trafford, or its URI: bound as the URI. */
    COUNCIL {
        @Override
        Optional<Node> read(String text, Uris uris) {
            return named(text, uris.things("council"), SLUG);
        }
    },
    /** A party's identifier in the Electoral Commission's register, such as PP53, or its URI: bound as the URI. */
    PARTY {
        @Override
        Optional<Node> read(String text, Uris uris) {
            return named(text, uris.things("party"), PARTY_ID);
        }
    },
    /** A day, such as 2024-05-02: bound as a date. */
    DATE {
        @Override
        Optional<Node> read(String text, Uris uris) {
            try {
                return Optional.of(
                        NodeFactory.createLiteralDT(LocalDate.parse(text).toString(), XSDDatatype.XSDdate));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    },
    /** Words to look for, at most 200 characters: bound as a text. */
    TEXT {
        @Override
        Optional<Node> read(String text, Uris uris) {
            return text.length() <= LONGEST_TEXT
                    ? Optional.of(NodeFactory.createLiteralString(text))
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
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PARTY_ID = Pattern.compile("PPm?\\d+|joint-party-\\d+(-\\d+)+");
    private static final int LONGEST_TEXT = 200;
    private static final Pattern RULE_NUMBER = Pattern.compile("[FWI]\\d{3}");
    private static final Pattern LIMIT_NUMBER = Pattern.compile("[1-9]\\d{0,2}|1000");

    private static Optional<Node> named(String text, String prefix, Pattern identifier) {
        String id = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return identifier.matcher(id).matches() ? Optional.of(NodeFactory.createURI(prefix + id)) : Optional.empty();
    }

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
