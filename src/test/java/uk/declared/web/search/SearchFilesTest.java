package uk.declared.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.web.search.SearchFiles.Made;

/** The index of the last state outlives the process, and nothing of any other state does. */
class SearchFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theIndexOfTheSameStateIsThereForTheNextProcess() throws Exception {
        make("one", "altrincham").release();

        Made found = new SearchFiles(folder).of("one").orElseThrow();

        assertThat(found.reader().storedFields().document(0).get("id")).isEqualTo("altrincham");
        found.release();
    }

    @Test
    void ofAnotherStateNothingStays() throws Exception {
        make("one", "altrincham").release();

        assertThat(new SearchFiles(folder).of("two")).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void whatIsNotWholeIsThrownAway() throws Exception {
        Made made = make("one", "altrincham");
        made.release();
        for (Path file : files(made.files())) {
            if (Objects.requireNonNull(file.getFileName()).toString().startsWith("segments")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        assertThat(new SearchFiles(folder).of("one")).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void anIndexThatIsReplacedIsDeletedWhenTheLastWhoSearchesHasEnded() throws Exception {
        Made made = make("one", "altrincham");
        made.reader().incRef();

        made.discard();
        assertThat(folders()).containsExactly(made.files());

        made.discard();
        assertThat(folders()).isEmpty();
    }

    private Made make(String version, String id) throws IOException {
        try (SearchText text = new SearchText()) {
            Document document = new Document();
            document.add(new StringField("id", id, Field.Store.YES));
            return new SearchFiles(folder).make(version, text, sink -> sink.accept(document));
        }
    }

    private List<Path> folders() throws IOException {
        return files(folder);
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.toList();
        }
    }
}
