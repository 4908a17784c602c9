package uk.declared.web.settings;

/** Thrown where the server is not to start because a value that was set cannot be meant; the message names it and its place. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
