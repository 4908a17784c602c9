package uk.declared.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Items of Wikidata, as tables give them: {@code Q9630}, or its address. */
final class WikidataItem {
    private static final Pattern ITEM =
            Pattern.compile("(?:https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/)?(Q[1-9]\\d{0,11})");

    private WikidataItem() {}

    /** The item's identifier; absent where the text is none. */
    static Optional<String> parse(String text) {
        Matcher item = ITEM.matcher(text.strip());
        return item.matches() ? Optional.of(item.group(1)) : Optional.empty();
    }

    /** The item's URI. */
    static Node node(String item) {
        return NodeFactory.createURI("http://www.wikidata.org/entity/" + item);
    }
}
