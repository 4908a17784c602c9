package uk.declared.web.search;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.folder.DerivedFiles;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Refreshed;
import uk.declared.web.search.Found.KindName;
import uk.declared.web.search.Found.Result;
import uk.declared.web.search.SearchFiles.Made;

/**
 * The index of everything that can be found. It is made anew, in the background, when the store has changed since; who
 * searches meanwhile is given what was known before where it takes long.
 */
@Component
@Order(Prepared.INDEXES)
public final class SearchIndex implements Prepared {
    private static final String ENDS = "ends";
    private static final String NOT_ENDED = "9999-12-31";

    /** Of what fits alike, what is there still stands before what has ended. */
    private static final Sort LIKELIEST =
            new Sort(SortField.FIELD_SCORE, new SortField(ENDS, SortField.Type.STRING, true), SortField.FIELD_DOC);

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_TEXT = 200;

    /** How many times as long as it takes there is between two times. */
    private static final int PAUSE = 3;

    private final SearchSource source;
    private final SearchText text = new SearchText();
    private final SearchFiles files;
    private final Refreshed<Made> made;

    SearchIndex(SearchSource source, DerivedFiles derived) throws IOException {
        this.source = source;
        this.files = new SearchFiles(derived.of("search"));
        this.made = new Refreshed<>("search-index", source::version, this::make, Made::discard, PAUSE);
        Optional<String> version = source.versionIfThere();
        if (version.isPresent()) {
            files.of(version.get()).ifPresent(index -> made.begin(version.get(), index));
        }
    }

    private Made make(String version) {
        try {
            return files.make(
                    version,
                    text,
                    sink -> source.read((found, entity) -> {
                        Document document = document(found);
                        entity.ifPresent(each -> NamedThings.add(each, document));
                        sink.accept(document);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was found.
     *
     * @param hits those of the page that was asked for, the likeliest first
     * @param counts how many there are of each kind
     */
    record Answer(List<Found> hits, Map<SearchKind, Integer> counts) {
        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Looks for things.
     *
     * @param kind of which they must be; absent for all kinds
     * @param from how many hits to pass over
     * @param size how many to give at most
     */
    Answer find(String wanted, Optional<SearchKind> kind, int from, int size) {
        List<String> words = text.words(wanted.substring(0, Math.min(LONGEST_TEXT, wanted.length())), MOST_WORDS);
        if (words.isEmpty()) {
            return new Answer(List.of(), Map.of());
        }
        Made index = taken();
        try {
            IndexSearcher searcher = new IndexSearcher(index.reader());
            Map<SearchKind, Integer> counts = new EnumMap<>(SearchKind.class);
            for (SearchKind each : SearchKind.values()) {
                counts.put(each, searcher.count(SearchQuery.of(words, each)));
            }
            Query query = kind.map(only -> SearchQuery.of(words, only)).orElseGet(() -> SearchQuery.of(words));
            TopDocs top = searcher.search(query, from + size, LIKELIEST);
            List<Found> hits = new ArrayList<>();
            for (int i = from; i < top.scoreDocs.length; i++) {
                ScoreDoc hit = top.scoreDocs[i];
                hits.add(read(searcher.storedFields().document(hit.doc)));
            }
            return new Answer(hits, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            index.discard();
        }
    }

    /** The thing of this path below {@code /id/}; absent where there is none. */
    Optional<Found> byId(String id) {
        Made index = taken();
        try {
            IndexSearcher searcher = new IndexSearcher(index.reader());
            TopDocs top = searcher.search(new TermQuery(new Term("id", id)), 1);
            return top.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(read(searcher.storedFields().document(top.scoreDocs[0].doc)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            index.discard();
        }
    }

    /** The areas, bodies and parties of the index, to match names with. To be closed after use. */
    public NamedThings things() {
        return new NamedThings(taken());
    }

    /** The index, held open until it is given back. */
    private Made taken() {
        Made index = made.now();
        while (!index.reader().tryIncRef()) {
            index = made.now();
        }
        return index;
    }

    private Document document(Found found) {
        Document document = new Document();
        document.add(new StringField("id", found.id(), Field.Store.YES));
        document.add(new StringField(SearchQuery.KIND, found.kind().key(), Field.Store.YES));
        document.add(new SortedDocValuesField(ENDS, new BytesRef(found.until().orElse(NOT_ENDED))));
        StringBuilder all = new StringBuilder();
        for (String name : found.names()) {
            document.add(new StoredField("names", name));
            document.add(new TextField(SearchQuery.NAME, SearchText.plain(name), Field.Store.NO));
            document.add(
                    new StringField(SearchQuery.WHOLE, String.join(" ", text.words(name, MOST_WORDS)), Field.Store.NO));
            all.append(SearchText.plain(name)).append(' ');
        }
        optional(document, "about", found.about(), all);
        optional(document, "from", found.from(), all);
        optional(document, "until", found.until(), new StringBuilder());
        optional(document, "code", found.code(), all);
        found.kindName().ifPresent(name -> {
            document.add(new StoredField("kind.en", name.english()));
            document.add(new StoredField("kind.cy", name.welsh()));
        });
        found.result().ifPresent(result -> add(result, found.kind(), document));
        document.add(new TextField(SearchQuery.ALL, all.toString(), Field.Store.NO));
        return document;
    }

    private static void add(Result result, SearchKind kind, Document document) {
        if (kind != SearchKind.CANDIDATE) {
            document.add(new StringField(SearchQuery.RESULT, SearchQuery.KNOWN, Field.Store.NO));
        }
        document.add(new StoredField("result.id", result.id()));
        document.add(new StoredField("result.day", result.day()));
        document.add(new StoredField("result.elected", Boolean.toString(result.elected())));
        result.votes().ifPresent(votes -> document.add(new StoredField("result.votes", votes.toString())));
        result.winners().forEach(winner -> document.add(new StoredField("result.winner", winner)));
    }

    private static void optional(Document document, String name, Optional<String> value, StringBuilder all) {
        value.ifPresent(text -> {
            document.add(new StoredField(name, text));
            all.append(SearchText.plain(text)).append(' ');
        });
    }

    private static Found read(Document document) {
        return new Found(
                document.get("id"),
                SearchKind.ofKey(document.get(SearchQuery.KIND)).orElseThrow(),
                List.of(document.getValues("names")),
                Optional.ofNullable(document.get("about")),
                Optional.ofNullable(document.get("from")),
                Optional.ofNullable(document.get("until")),
                Optional.ofNullable(document.get("code")),
                Optional.ofNullable(document.get("kind.en"))
                        .map(english -> new KindName(english, document.get("kind.cy"))),
                Optional.ofNullable(document.get("result.id"))
                        .map(id -> new Result(
                                id,
                                document.get("result.day"),
                                List.of(document.getValues("result.winner")),
                                Optional.ofNullable(document.get("result.votes"))
                                        .map(Integer::valueOf),
                                Boolean.parseBoolean(document.get("result.elected")))));
    }

    /** Whether it is made, so that nobody has to wait for it. */
    boolean isMade() {
        return made.last() != null;
    }

    @PreDestroy
    void close() throws IOException {
        Made index = made.last();
        if (index != null) {
            index.release();
        }
        text.close();
    }

    @Override
    public void prepare() {
        made.now();
    }
}
