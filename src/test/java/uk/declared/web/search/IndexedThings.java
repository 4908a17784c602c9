package uk.declared.web.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/** An index of some areas, bodies and parties, and of nothing else. */
public final class IndexedThings {
    private IndexedThings() {}

    /** @param folder an empty one */
    public static NamedThings of(Path folder, Entity... entities) throws IOException {
        try (SearchText text = new SearchText()) {
            return new NamedThings(new SearchFiles(folder)
                    .make("one", text, sink -> List.of(entities).forEach(entity -> sink.accept(document(entity)))));
        }
    }

    private static Document document(Entity entity) {
        Document document = new Document();
        document.add(new StringField("id", entity.id(), Field.Store.YES));
        entity.code().ifPresent(code -> document.add(new StoredField("code", code)));
        entity.from().ifPresent(day -> document.add(new StoredField("from", day.toString())));
        entity.until().ifPresent(day -> document.add(new StoredField("until", day.toString())));
        NamedThings.add(entity, document);
        return document;
    }
}
