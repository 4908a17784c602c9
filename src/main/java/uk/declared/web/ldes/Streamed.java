package uk.declared.web.ldes;

/** What a stream hands out of every version of every result. */
enum Streamed {
    RESULTS("/ldes", "Every version of every result"),
    STATISTICS("/ldes/statistics", "The statistics of every version of every result");

    private final String path;
    private final String title;

    Streamed(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /** The path of its root; its pages are below. */
    String path() {
        return path;
    }

    String title() {
        return title;
    }
}
