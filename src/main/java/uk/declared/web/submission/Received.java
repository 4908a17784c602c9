package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import uk.declared.web.http.ProblemException;

/**
 * The bytes of one submission, in a file of their own, as they came.
 *
 * @param file the caller's to move or to delete
 * @param name as the sender has it, without folders
 */
record Received(Path file, String name) implements AutoCloseable {
    private static final int LONGEST_NAME = 120;
    private static final String PART = "file";

    /**
     * Receives a submission: the body itself, or the part {@code file} of a form.
     *
     * @param into an empty file
     */
    static Received from(HttpServletRequest request, Path into, SubmissionLimits.Size largest) throws IOException {
        try {
            return receive(request, into, largest);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(into);
            throw e;
        }
    }

    private static Received receive(HttpServletRequest request, Path into, SubmissionLimits.Size largest)
            throws IOException {
        if (request.getContentLengthLong() > largest.bytes() + 64 * 1024) {
            throw tooLarge(largest);
        }
        if (request instanceof MultipartHttpServletRequest form) {
            MultipartFile file = Optional.ofNullable(form.getFile(PART))
                    .filter(part -> !part.isEmpty())
                    .orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.no-file"));
            try (InputStream in = file.getInputStream()) {
                copy(in, into, largest);
            }
            return new Received(
                    into,
                    name(Optional.ofNullable(request.getParameter("name"))
                            .or(() -> Optional.ofNullable(file.getOriginalFilename()))));
        }
        requireBytes(request);
        try (InputStream in = request.getInputStream()) {
            copy(in, into, largest);
        }
        if (Files.size(into) == 0) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.no-file");
        }
        return new Received(into, name(nameBeside(request)));
    }

    /** Any type but that of a form: what the file is, its content tells. */
    private static void requireBytes(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        try {
            boolean form = !type.isEmpty()
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
            if (type.isEmpty() || form) {
                throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.415.submission");
            }
        } catch (InvalidMediaTypeException e) {
            throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.415.submission");
        }
    }

    private static Optional<String> nameBeside(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("name"))
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                        .flatMap(header -> Optional.ofNullable(
                                ContentDisposition.parse(header).getFilename())));
    }

    private static void copy(InputStream in, Path into, SubmissionLimits.Size largest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(into)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > largest.bytes()) {
                    throw tooLarge(largest);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static ProblemException tooLarge(SubmissionLimits.Size largest) {
        return ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "problem.413.submission", largest.mebibytes());
    }

    private static String name(Optional<String> given) {
        String name = given.orElse("")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String usable = name.isEmpty() ? "submission" : name;
        return usable.length() > LONGEST_NAME ? usable.substring(usable.length() - LONGEST_NAME) : usable;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
