package uk.declared.receipt;

/** A key, a signature or a receipt cannot be used; the message says why and what to do. */
public final class SignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    public SignatureException(String message) {
        super(message);
    }

    public SignatureException(String message, Throwable cause) {
        super(message, cause);
    }
}
