package uk.declared.web.data;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs the service, as the catalogue says.
 *
 * @param name of the publisher. Default: Declared and the address
 * @param email to ask at. Default: none
 */
@ConfigurationProperties("declared.publisher")
public record PublisherSettings(
        @DefaultValue("") String name, @DefaultValue("") String email) {
    public Optional<String> stated() {
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }

    public Optional<String> contact() {
        return Optional.of(email.strip()).filter(text -> text.matches("[^@\\s]+@[^@\\s]+"));
    }
}
