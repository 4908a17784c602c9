package uk.declared.store;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A store in another process is not one that was filled from this record, and is left as it is. To readers it is as one that does not
 * answer.
 */
public final class ForeignStoreException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final List<String> details;

    /** What is there. */
    public enum Kind {
        /** Graphs that this program did not put there. */
        GRAPHS,
        /** The graphs of another record. */
        RECORD
    }

    private ForeignStoreException(Kind kind, List<String> details, Duration retryAfter) {
        super(
                Stream.of(Locale.ROOT, Locale.forLanguageTag("cy"))
                        .map(language -> text(kind, details, language))
                        .collect(Collectors.joining("\n")),
                retryAfter);
        this.kind = kind;
        this.details = details;
    }

    /** @param store its address */
    public static ForeignStoreException ofGraphs(String store, Duration retryAfter) {
        return new ForeignStoreException(Kind.GRAPHS, List.of(store), retryAfter);
    }

    /**
     * @param store its address
     * @param there the base of the URIs of the record that it was filled from, and the hash of that record's first entry or nothing
     * @param here the same of this record
     */
    public static ForeignStoreException ofRecord(
            String store, List<String> there, List<String> here, Duration retryAfter) {
        List<String> details = Stream.of(List.of(store), there, here)
                .flatMap(List::stream)
                .map(ForeignStoreException::orNone)
                .toList();
        return new ForeignStoreException(Kind.RECORD, details, retryAfter);
    }

    private static String orNone(String detail) {
        return detail.isEmpty() ? "–" : detail;
    }

    private static String text(Kind kind, List<String> details, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                ForeignStoreException.class.getPackageName() + ".foreign",
                language,
                ForeignStoreException.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return java.text.MessageFormat.format(texts.getString(kind.name().toLowerCase(Locale.ROOT)), details.toArray());
    }

    public Kind kind() {
        return kind;
    }

    /** The store's address; and of another record its base and first entry, and the base and first entry of this one. */
    public List<String> details() {
        return details;
    }
}
