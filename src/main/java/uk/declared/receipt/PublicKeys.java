package uk.declared.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** The public keys of a publisher, as its JSON Web Key Set lists them. */
public final class PublicKeys {
    private final JWKSet keys;

    private PublicKeys(JWKSet keys) {
        this.keys = keys;
    }

    /** @throws SignatureException where the text is no JSON Web Key Set */
    public static PublicKeys of(String text) throws SignatureException {
        try {
            return new PublicKeys(JWKSet.parse(text));
        } catch (ParseException e) {
            throw new SignatureException("The keys are no JSON Web Key Set (RFC 7517): " + e.getMessage(), e);
        }
    }

    /** Whether one of these keys signed exactly this text; by ES256 alone. */
    public boolean signed(String text, String detached) {
        try {
            JWSObject signature = JWSObject.parse(detached.strip(), new Payload(text.getBytes(StandardCharsets.UTF_8)));
            JWK key = keys.getKeyByKeyId(signature.getHeader().getKeyID());
            return key != null
                    && JWSAlgorithm.ES256.equals(signature.getHeader().getAlgorithm())
                    && signature.verify(new ECDSAVerifier(key.toECKey()));
        } catch (ParseException | JOSEException | ClassCastException e) {
            return false;
        }
    }
}
