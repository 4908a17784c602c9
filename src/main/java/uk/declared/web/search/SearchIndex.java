package uk.declared.web.search;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import uk.declared.query.Refreshed;

/**
 * The index of everything that can be found, in files of its own that go with the process. It is made anew when the store
 * has changed since; who searches meanwhile waits for it, so that what was just published is found.
 */
@Component
final class SearchIndex {
    private static final String ENDS = "ends";
    private static final String NOT_ENDED = "9999-12-31";

    /** Of what fits alike, what is there still stands before what has ended. */
    private static final Sort LIKELIEST =
            new Sort(SortField.FIELD_SCORE, new SortField(ENDS, SortField.Type.STRING, true), SortField.FIELD_DOC);

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_TEXT = 200;
    private static final double BUFFER_MEGABYTES = 16;

    private final SearchSource source;
    private final SearchText text = new SearchText();
    private final Path folder;
    private final Refreshed<Made> made = new Refreshed<>();
    private int number;

    SearchIndex(SearchSource source) throws IOException {
        this.source = source;
        this.folder = Files.createTempDirectory("declared-search-");
    }

    private record Made(Path files, Directory directory, DirectoryReader reader) {}

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
        DirectoryReader reader = borrow();
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
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
            giveBack(reader);
        }
    }

    /** A reader that stays open until it is given back, even where there is a newer index by then. */
    private DirectoryReader borrow() {
        DirectoryReader reader = current().reader();
        while (!reader.tryIncRef()) {
            reader = current().reader();
        }
        return reader;
    }

    private static void giveBack(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Made current() {
        return made.get(source.version(), this::make, SearchIndex::close);
    }

    private Made make() {
        try {
            Path files = folder.resolve(Integer.toString(++number));
            Directory directory = new NIOFSDirectory(files);
            IndexWriterConfig config = new IndexWriterConfig(text)
                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                source.read(found -> {
                    try {
                        writer.addDocument(document(found));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            return new Made(files, directory, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        document.add(new TextField(SearchQuery.ALL, all.toString(), Field.Store.NO));
        return document;
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
                Optional.ofNullable(document.get("code")));
    }

    /** Whoever searches it still goes on: an open file stays until it is closed. */
    private static void close(Made made) {
        try {
            made.reader().close();
            FileSystemUtils.deleteRecursively(made.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        made.held().ifPresent(SearchIndex::close);
        text.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
