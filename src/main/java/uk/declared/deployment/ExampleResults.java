package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.declared.election.Source;
import uk.declared.ground.Shipped;
import uk.declared.publish.Publication;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The example results that the program brings along: one council's all-out election and one later election by thirds.
 * They are facts from Trafford Council's open election results, under the Open Government Licence v3. The areas that they
 * were held in, with those above, are facts from the Office for National Statistics under the same licence.
 */
public final class ExampleResults {
    private static final String FOLDER = "/declared/examples/";
    private static final String AREAS = "trafford-areas.csv";
    private static final List<String> FILES = List.of("trafford-2023-05-04.csv", "trafford-2024-05-02.csv");

    private ExampleResults() {}

    /**
     * Publishes the examples as any file is published; what is there already stays as it is.
     *
     * @return how many contests were added
     */
    public static int publishInto(Deployment deployment) {
        try {
            Path folder = Files.createTempDirectory("declared-examples-");
            try {
                importAreas(folder.resolve(AREAS), deployment);
                int added = 0;
                for (String name : FILES) {
                    added += publish(name, folder.resolve(name), deployment);
                }
                return added;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void importAreas(Path copy, Deployment deployment) throws IOException {
        try {
            Files.write(copy, Shipped.bytes(ExampleResults.class, FOLDER + "areas/" + AREAS));
            deployment.imports().publish(ReferenceKind.GEOGRAPHY, copy);
        } catch (UnreadableReferenceException e) {
            throw new IllegalStateException("The areas of the example results cannot be read", e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static int publish(String name, Path copy, Deployment deployment) throws IOException {
        try {
            Files.write(copy, Shipped.bytes(ExampleResults.class, FOLDER + name));
            Publication publication =
                    deployment.publisher().publish(Submission.open(copy), ReadOptions.NONE, Source.OPERATOR);
            if (publication.refused()) {
                throw new IllegalStateException("The example results of " + name + " break a rule");
            }
            return publication.published().size();
        } catch (UnreadableSubmissionException e) {
            throw new IllegalStateException("The example results of " + name + " cannot be read", e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
