package uk.declared.web.place;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.postcode.Postcode;
import uk.declared.postcode.Postcodes;

/** Says of a postcode in which ward it lies, where a directory of postcodes is loaded. */
@Component
public final class PostcodeAnswers {
    private final ObjectProvider<Deployment> deployment;

    /** @param deployment absent where a store is served without its data folder */
    PostcodeAnswers(ObjectProvider<Deployment> deployment) {
        this.deployment = deployment;
    }

    /** What can be said of a text that is a postcode; absent where it is none. */
    public Optional<PostcodeAnswer> of(String text) {
        return Postcode.parse(text).map(postcode -> {
            Optional<Postcodes> loaded = loaded();
            return new PostcodeAnswer(
                    postcode, loaded.map(Postcodes::asAt), loaded.flatMap(postcodes -> postcodes.find(postcode)));
        });
    }

    /** Whether a directory is loaded. */
    boolean isLoaded() {
        return loaded().isPresent();
    }

    private Optional<Postcodes> loaded() {
        return Optional.ofNullable(deployment.getIfAvailable()).flatMap(Deployment::postcodes);
    }
}
