package uk.declared.submission;

import java.io.IOException;
import java.util.Map;
import uk.declared.reference.ReferenceData;

/** A kind of file that can be read, recognised by its content. */
public interface SubmissionFormat {
    /** The names by which options know it, each with the title that people read. */
    Map<String, String> names();

    /** Whether a file looks like one. A file that looks like none is given to the last format, which says why not. */
    boolean recognises(Beginning beginning);

    /**
     * Reads a file.
     *
     * @param sink takes the contests and what there is to say, in the order of the file
     * @throws UnreadableSubmissionException where nothing can be read at all, with the reason and the mend
     */
    void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException;
}
