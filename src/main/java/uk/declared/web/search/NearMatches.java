package uk.declared.web.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;

/** What somebody may have meant by an address at which there is nothing. */
@Component
public final class NearMatches {
    private static final int MOST = 5;
    private static final int SHORTEST_WORD = 3;

    private final SearchIndex index;

    NearMatches(SearchIndex index) {
        this.index = index;
    }

    /**
     * What is named like the words of a path, the likeliest first; none while the index is not made yet.
     *
     * @param path that was asked for, such as {@code /doc/contest/local.trafford.altrincam.2024-05-02}
     */
    public List<NamedLink> of(String path, Wording wording) {
        List<String> words = words(path);
        if (words.isEmpty() || !index.isMade()) {
            return List.of();
        }
        HitWords hits = new HitWords(wording);
        Map<String, NamedLink> found = new LinkedHashMap<>();
        List<String> tries = new ArrayList<>(List.of(String.join(" ", words)));
        words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(tries::add);
        for (String text : tries) {
            if (found.size() < MOST) {
                index.find(text, Optional.empty(), 0, MOST).hits().forEach(hit -> {
                    String href = Uris.DOCUMENTS + LocalPaths.encode(hit.id());
                    found.putIfAbsent(href, new NamedLink(href, hit.name() + " (" + hits.kind(hit) + ")"));
                });
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    /** The words of what follows the kind in the path: no days, no endings, no codes of kinds of elections. */
    private static List<String> words(String path) {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            return List.of();
        }
        String start = parts.length > 3 && (parts[1].equals("doc") || parts[1].equals("id"))
                ? Arrays.stream(parts).skip(3).collect(Collectors.joining(" "))
                : parts[parts.length - 1];
        String plain = start.replaceAll("\\d{4}-\\d{2}-\\d{2}", " ")
                .replaceAll("\\.(html|ttl|jsonld|rdf|nt|csv|geojson|json)$", "")
                .replaceFirst("^(local|mayor|parl|pcc|parish|gla)\\.", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .limit(MOST)
                .toList();
    }
}
