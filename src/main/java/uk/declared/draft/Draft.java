package uk.declared.draft;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody sent to look at before it is published.
 *
 * @param id cannot be guessed
 * @param owner whoever may see it: a council, or the operator
 * @param name of the file, as its sender has it
 * @param format named by the sender, where it is not to be recognised by content
 * @param council named beside the file
 * @param pollingDate named beside the file
 * @param created when it was sent
 * @param expires when it goes by itself
 * @param seen the position of the record at that time
 * @param file the bytes that were sent
 */
public record Draft(
        String id,
        String owner,
        String name,
        Optional<String> format,
        Optional<String> council,
        Optional<LocalDate> pollingDate,
        Instant created,
        Instant expires,
        long seen,
        Path file) {}
