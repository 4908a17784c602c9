package uk.declared.web.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the search's index, a folder for each time that it is made; the last outlives the process. */
final class SearchFiles {
    /** To be raised when something else is written into the index, or written otherwise. */
    private static final String FORMAT = "2";

    private static final double BUFFER_MEGABYTES = 16;

    private static final Logger LOG = LoggerFactory.getLogger(SearchFiles.class);

    private final Path folder;

    SearchFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * An index that can be searched.
     *
     * @param files where it lies
     */
    record Made(Path files, Directory directory, DirectoryReader reader) {
        private static Made open(Path files) throws IOException {
            Directory directory = new NIOFSDirectory(files);
            try {
                return new Made(files, directory, DirectoryReader.open(directory));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        }

        /** Gives it back, unchanged; it closes when the last who holds it has given it back. */
        boolean release() {
            try {
                reader.decRef();
                if (reader.getRefCount() > 0) {
                    return false;
                }
                directory.close();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Gives it back where another takes its place: it is deleted when the last who searches in it has ended. */
        void discard() {
            if (release()) {
                try {
                    FileSystemUtils.deleteRecursively(files);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** The index of a state of the store, made by an earlier process; what is of another state is deleted. */
    Optional<Made> of(String version) throws IOException {
        Made found = null;
        for (Path files : folders()) {
            Optional<Made> made = found == null ? read(files, version) : Optional.empty();
            if (made.isPresent()) {
                found = made.get();
            } else {
                FileSystemUtils.deleteRecursively(files);
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Made> read(Path files, String version) throws IOException {
        Made made;
        try {
            made = Made.open(files);
        } catch (IOException | RuntimeException e) {
            LOG.info("{} is no whole index, and is made anew: {}", files, e.toString());
            return Optional.empty();
        }
        if (made.reader().getIndexCommit().getUserData().equals(said(version))) {
            return Optional.of(made);
        }
        made.release();
        return Optional.empty();
    }

    /** What an index says of itself. */
    private static Map<String, String> said(String version) {
        return Map.of("format", FORMAT, "version", version);
    }

    /** Something that hands on each document. */
    @FunctionalInterface
    interface Documents {
        void each(Consumer<Document> sink);
    }

    /** Makes the index of a state of the store, beside the one before. */
    Made make(String version, Analyzer text, Documents documents) throws IOException {
        Path files = Files.createTempDirectory(folder, "index-");
        IndexWriterConfig config = new IndexWriterConfig(text)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (Directory directory = new NIOFSDirectory(files);
                IndexWriter writer = new IndexWriter(directory, config)) {
            documents.each(document -> {
                try {
                    writer.addDocument(document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.setLiveCommitData(said(version).entrySet());
        }
        return Made.open(files);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
