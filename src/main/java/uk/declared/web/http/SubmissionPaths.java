package uk.declared.web.http;

/** Where results are sent, looked at before they are published, and withdrawn. */
public final class SubmissionPaths {
    public static final String HOME = "/submissions";
    public static final String DRAFTS = HOME + "/drafts";

    private SubmissionPaths() {}

    /** The page of a draft. */
    public static String draft(String id) {
        return DRAFTS + "/" + id;
    }

    /** Whether a path is one of these. */
    public static boolean hold(String path) {
        return path.equals(HOME) || path.startsWith(HOME + "/");
    }
}
