package uk.declared.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key that a publisher signs with: an elliptic curve key on P-256 in a file of its own, as a JSON Web Key (RFC 7517). It is named
 * by its thumbprint (RFC 7638).
 */
public final class SigningKey {
    private final ECKey key;
    private final ECDSASigner signer;

    private SigningKey(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
    }

    /**
     * Makes a key and writes it to a new file that only its owner may read.
     *
     * @throws SignatureException where there is such a file, or it cannot be written
     */
    public static SigningKey make(Path file) throws SignatureException {
        try {
            ECKey made = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, made.toJSONString() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            return new SigningKey(made);
        } catch (FileAlreadyExistsException e) {
            throw new SignatureException("There is a file " + file + " already; a key is never written over.", e);
        } catch (IOException | JOSEException e) {
            throw new SignatureException("The key cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** @throws SignatureException where the file holds no private key on P-256 */
    public static SigningKey read(Path file) throws SignatureException {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            if (!key.isPrivate() || !key.getCurve().equals(Curve.P_256)) {
                throw new SignatureException("The file " + file + " holds no private key on the curve P-256."
                        + " `declared key --out FILE` makes one.");
            }
            return new SigningKey(
                    key.getKeyID() == null
                            ? new ECKey.Builder(key).keyIDFromThumbprint().build()
                            : key);
        } catch (IOException | ParseException | JOSEException e) {
            throw new SignatureException("The signing key cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    /** The key's name. */
    public String id() {
        return key.getKeyID();
    }

    /** What signatures of this key are checked with, as a JSON Web Key Set: it holds nothing that is secret. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A signature of a text's UTF-8 bytes, detached from it (RFC 7515, appendix F), by ES256. */
    public String sign(String text) {
        try {
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(text.getBytes(StandardCharsets.UTF_8)));
            signed.sign(signer);
            return signed.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException("A key on P-256 signs by ES256", e);
        }
    }
}
