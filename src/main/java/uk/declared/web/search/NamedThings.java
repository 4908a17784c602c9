package uk.declared.web.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import uk.declared.reference.Names;
import uk.declared.web.search.SearchFiles.Made;

/** The areas, bodies and parties of the search's index, by their identifiers and by their names as {@link Names#plain} has them. */
public final class NamedThings implements AutoCloseable {
    private static final String ID = "id";
    private static final String CODE = "code";
    private static final String KIND = "thing.kind";
    private static final String NAME = "thing.name";
    private static final String WITHIN = "thing.within";
    private static final String PLAIN = "thing.plain";
    private static final String PLAIN_CODE = "thing.plain-code";
    private static final String SMALL_CODE = "thing.small-code";
    private static final String ORDER = "thing.order";
    private static final String LABEL = "thing.label";
    private static final String ENDED = "thing.ended";

    /** By name; of one name what is there still stands first. */
    private static final Sort BY_NAME = new Sort(
            new SortField(LABEL, SortField.Type.STRING),
            new SortField(ENDED, SortField.Type.LONG),
            new SortField(ORDER, SortField.Type.STRING));

    private final Made index;
    private final IndexSearcher searcher;

    /** @param index held open for this */
    NamedThings(Made index) {
        this.index = index;
        this.searcher = new IndexSearcher(index.reader());
    }

    /** Adds to a document what {@link #read} reads, beside what the search has of it. */
    static void add(Entity entity, Document document) {
        document.add(new StringField(KIND, entity.kind().name(), Field.Store.YES));
        Set<String> plain = new LinkedHashSet<>();
        for (String name : entity.names()) {
            document.add(new StoredField(NAME, name));
            plain.add(Names.plain(name));
        }
        plain.forEach(name -> document.add(new StringField(PLAIN, name, Field.Store.NO)));
        entity.code().ifPresent(code -> {
            document.add(new StringField(PLAIN_CODE, Names.plain(code), Field.Store.NO));
            document.add(new StringField(SMALL_CODE, code.toLowerCase(Locale.ROOT), Field.Store.NO));
        });
        entity.within().forEach(place -> document.add(new StoredField(WITHIN, place)));
        document.add(new SortedDocValuesField(LABEL, new BytesRef(entity.name())));
        document.add(new NumericDocValuesField(ENDED, entity.until().isPresent() ? 1 : 0));
        document.add(new SortedDocValuesField(ORDER, new BytesRef(entity.id())));
    }

    private static Entity read(Document document) {
        return new Entity(
                document.get(ID),
                Kind.valueOf(document.get(KIND)),
                List.of(document.getValues(NAME)),
                Optional.ofNullable(document.get(CODE)),
                Optional.ofNullable(document.get("from")).map(LocalDate::parse),
                Optional.ofNullable(document.get("until")).map(LocalDate::parse),
                Set.of(document.getValues(WITHIN)));
    }

    /** The thing of this path below {@code /id/}; absent where there is none. */
    public Optional<Entity> byId(String id) {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ID, id)), Occur.FILTER)
                .add(anyOf(KIND, Kind.values()), Occur.FILTER)
                .build();
        return all(query).stream().findFirst();
    }

    private static Query anyOf(String field, Kind... kinds) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Kind kind : kinds) {
            query.add(new TermQuery(new Term(field, kind.name())), Occur.SHOULD);
        }
        return query.build();
    }

    /** The things that have a plain name, or a code that is so, in no order. */
    public List<Entity> named(String plain) {
        return all(either(new TermQuery(new Term(PLAIN, plain)), new TermQuery(new Term(PLAIN_CODE, plain))));
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    /**
     * The things whose plain name, or code, begins so: by name, what is there still first.
     *
     * @param kind of which they must be; absent for all kinds
     */
    public List<Entity> beginning(String plain, String code, Optional<Kind> kind, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(
                        either(
                                new PrefixQuery(new Term(PLAIN, plain)),
                                new PrefixQuery(new Term(SMALL_CODE, code.toLowerCase(Locale.ROOT)))),
                        Occur.FILTER);
        kind.ifPresent(only -> query.add(new TermQuery(new Term(KIND, only.name())), Occur.FILTER));
        try {
            return read(searcher.search(query.build(), limit, BY_NAME).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The things with a name that is like what somebody looks for, each with the likeness of its likest name.
     *
     * @param likeness of a plain name; 0 where it is not like it
     */
    public Map<Entity, Double> alike(ToDoubleFunction<String> likeness) {
        Map<Integer, Double> best = new HashMap<>();
        try {
            Terms names = MultiTerms.getTerms(index.reader(), PLAIN);
            TermsEnum each = names == null ? TermsEnum.EMPTY : names.iterator();
            for (BytesRef name = each.next(); name != null; name = each.next()) {
                double like = likeness.applyAsDouble(name.utf8ToString());
                if (like > 0) {
                    PostingsEnum holders = each.postings(null, PostingsEnum.NONE);
                    while (holders.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        best.merge(holders.docID(), like, Math::max);
                    }
                }
            }
            Map<Entity, Double> found = new HashMap<>();
            for (Map.Entry<Integer, Double> holder : best.entrySet()) {
                found.put(read(searcher.storedFields().document(holder.getKey())), holder.getValue());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entity> all(Query query) {
        try {
            int found = searcher.count(query);
            return found == 0 ? List.of() : read(searcher.search(query, found).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entity> read(ScoreDoc[] hits) throws IOException {
        List<Entity> read = new ArrayList<>();
        for (ScoreDoc hit : hits) {
            read.add(read(searcher.storedFields().document(hit.doc)));
        }
        return read;
    }

    @Override
    public void close() {
        index.discard();
    }
}
