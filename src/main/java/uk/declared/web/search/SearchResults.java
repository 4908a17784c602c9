package uk.declared.web.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.web.search.Found.KindName;
import uk.declared.web.search.Found.Result;

/** What was declared last of areas and councils, and what the kinds of areas are called, while an index is made. */
final class SearchResults {
    private final Map<String, Result> ofAreas = new HashMap<>();
    private final Map<String, Result> ofBodies = new HashMap<>();
    private final Map<String, KindName> kinds = new HashMap<>();

    /** Takes one winner of one contest. */
    void winner(Binding row, String ids) {
        Optional<String> area = id(row.get("area"), ids);
        Optional<String> contest = id(row.get("contest"), ids);
        if (area.isEmpty() || contest.isEmpty()) {
            return;
        }
        String day = row.get("day").getLiteralLexicalForm();
        String name = named(row);
        Result before = ofAreas.get(area.get());
        if (before != null && before.id().equals(contest.get())) {
            List<String> winners = new ArrayList<>(before.winners());
            winners.add(name);
            ofAreas.put(area.get(), new Result(contest.get(), day, winners, Optional.empty(), true));
        } else if (before == null || before.day().compareTo(day) < 0) {
            ofAreas.put(area.get(), new Result(contest.get(), day, List.of(name), Optional.empty(), true));
        }
    }

    /** Takes one election to a body. */
    void election(String id, String day, Node body, String ids) {
        id(body, ids)
                .ifPresent(of -> ofBodies.merge(
                        of,
                        new Result(id, day, List.of(), Optional.empty(), false),
                        (one, other) -> one.day().compareTo(other.day()) < 0 ? other : one));
    }

    /** Takes a kind's name in one language. */
    void kind(Binding row) {
        String kind = row.get("kind").getLiteralLexicalForm();
        String label = row.get("label").getLiteralLexicalForm();
        boolean welsh = row.get("label").getLiteralLanguage().equals("cy");
        kinds.merge(
                kind,
                new KindName(label, label),
                (one, other) -> welsh
                        ? new KindName(one.english(), other.welsh())
                        : new KindName(other.english(), one.welsh()));
    }

    Optional<Result> of(String id) {
        return Optional.ofNullable(ofAreas.get(id)).or(() -> Optional.ofNullable(ofBodies.get(id)));
    }

    /** What an area of a code is called, by the three characters that it begins with. */
    Optional<KindName> kindOf(Optional<String> code) {
        return code.filter(text -> text.length() > 3).map(text -> kinds.get(text.substring(0, 3)));
    }

    /** Somebody's name, with the party. */
    static String named(Binding row) {
        String name = row.get("name").getLiteralLexicalForm();
        Node party = row.get("party");
        return party == null ? name : name + " (" + party.getLiteralLexicalForm() + ")";
    }

    private static Optional<String> id(Node thing, String ids) {
        return Optional.of(thing)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(uri -> uri.startsWith(ids))
                .map(uri -> uri.substring(ids.length()));
    }
}
