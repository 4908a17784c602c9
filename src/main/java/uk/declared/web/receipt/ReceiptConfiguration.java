package uk.declared.web.receipt;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.declared.deployment.Deployment;
import uk.declared.ground.SystemClock;
import uk.declared.receipt.Receipts;
import uk.declared.receipt.SignatureException;
import uk.declared.receipt.SigningKey;

/** Reads the key of {@code declared.signing.key}; without one nothing is signed, and receipts say so. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
    /** What to sign with; absent where nothing is signed. */
    record Signing(Optional<SigningKey> key) {}

    /** The public half of the key, as a JSON Web Key Set; a set without keys where nothing is signed. */
    record PublishedKeys(String text, boolean signs) {}

    @Bean
    @ConditionalOnBean(Deployment.class)
    Receipts receipts(Deployment deployment, Signing signing) {
        return new Receipts(deployment.tree(), deployment.uris().base(), signing.key(), SystemClock.UTC);
    }

    @Bean
    PublishedKeys publishedKeys(Signing signing) {
        return new PublishedKeys(
                signing.key().map(SigningKey::publicKeys).orElse("{\"keys\":[]}"),
                signing.key().isPresent());
    }

    @Bean
    Signing signing(@Value("${declared.signing.key:}") String file) throws SignatureException {
        return new Signing(file.isBlank() ? Optional.empty() : Optional.of(SigningKey.read(Path.of(file))));
    }
}
