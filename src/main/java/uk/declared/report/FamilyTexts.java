package uk.declared.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import uk.declared.ground.Shipped;

/** The texts of one family's rules in all languages, as they stand with the rules in the family's file. */
final class FamilyTexts {
    private static final String CHECK = "https://w3id.org/local-elections/check#";

    private static final Map<RuleFamily, FamilyTexts> READ = new ConcurrentHashMap<>();

    /** What a text is of a rule, and the property that it is the value of. */
    enum Part {
        /** The rule in a few words, which any engine of SHACL says of what breaks it. */
        TITLE("http://www.w3.org/ns/shacl#message"),
        FINDING(CHECK + "finding"),
        MEND(CHECK + "mend"),
        MEND_OF_SENT(CHECK + "mendOfSent");

        private final String property;

        Part(String property) {
            this.property = property;
        }

        private static Optional<Part> of(Node property) {
            return Arrays.stream(values())
                    .filter(part -> part.property.equals(property.getURI()))
                    .findFirst();
        }
    }

    private record Key(String rule, Part part, String language) {}

    private final Map<Key, String> texts = new HashMap<>();

    private FamilyTexts(RuleFamily family) {
        RDFParser.fromString(Shipped.text(family.file())).lang(Lang.TURTLE).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                Part.of(triple.getPredicate()).ifPresent(part -> add(triple, part));
            }
        });
    }

    /** The texts of a family, read when they are first asked for. */
    static FamilyTexts of(RuleFamily family) {
        return READ.computeIfAbsent(family, FamilyTexts::new);
    }

    private void add(Triple triple, Part part) {
        String uri = triple.getSubject().getURI();
        String rule = uri.substring(uri.lastIndexOf('/') + 1);
        Node text = triple.getObject();
        texts.put(new Key(rule, part, text.getLiteralLanguage()), text.getLiteralLexicalForm());
    }

    /** The numbers of the family's rules. */
    Set<String> numbers() {
        return texts.keySet().stream().map(Key::rule).collect(Collectors.toSet());
    }

    /** A text, in English where there is no translation; empty where the rule has none of this part. */
    Optional<String> text(String rule, Part part, String language) {
        return Optional.ofNullable(texts.get(new Key(rule, part, language)))
                .or(() -> Optional.ofNullable(texts.get(new Key(rule, part, "en"))));
    }
}
