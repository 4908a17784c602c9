package uk.declared.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Makes answers whose bytes are known in full:
 *
 * <ol>
 *   <li>compresses them where the client takes gzip and it is worth while,
 *   <li>names the very bytes by a strong entity tag (RFC 9110, section 8.8.3), so that the compressed ones have another,
 *   <li>says on which of the request's headers the answer depends.
 * </ol>
 *
 * Conditional requests are answered here too, since Spring heeds neither {@code If-Match} nor {@code If-Range}. Tomcat would not
 * compress what has a strong tag, which is why it is done here.
 */
public final class Answers {
    /** Under this name a request carries when what is published was last changed. */
    public static final String MODIFIED = Answers.class.getName() + ".modified";

    private static final int WORTH_COMPRESSING_BYTES = 1024;

    private Answers() {}

    /**
     * An answer.
     *
     * @param vary the names of the request's headers that it depends on, besides Accept-Encoding
     */
    public static ResponseEntity<byte[]> of(
            HttpServletRequest request, MediaType type, byte[] content, HttpHeaders headers, List<String> vary) {
        HttpHeaders all = common(type, headers, vary);
        addModified(request, all);
        String hash = hash(content);
        boolean zipped = content.length >= WORTH_COMPRESSING_BYTES && takesGzip(request);
        all.setETag('"' + hash + (zipped ? "-gzip\"" : "\""));
        if (zipped) {
            all.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return Answers.<byte[]>unwanted(request, all)
                .orElseGet(() -> ResponseEntity.ok().headers(all).body(zipped ? gzip(content) : content));
    }

    /**
     * Sends whoever sent a form on to the page to look at next.
     *
     * @param path of the page, without the context path
     */
    public static ResponseEntity<byte[]> seeOther(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + path))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** Where nothing else says when an answer was last changed: when what is published was. */
    private static void addModified(HttpServletRequest request, HttpHeaders headers) {
        if (headers.getLastModified() < 0 && request.getAttribute(MODIFIED) instanceof Instant time) {
            headers.setLastModified(time);
        }
    }

    /** 304 or 412, where the request's conditions say that it does not want what there is. */
    private static <T> Optional<ResponseEntity<T>> unwanted(HttpServletRequest request, HttpHeaders headers) {
        return switch (preconditions(request, headers).outcome()) {
            case SEND -> Optional.empty();
            case NOT_MODIFIED -> {
                headers.remove(HttpHeaders.CONTENT_ENCODING);
                yield Optional.of(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .headers(headers)
                        .build());
            }
            case FAILED -> throw ProblemException.of(HttpStatus.PRECONDITION_FAILED, "problem.412.changed");
        };
    }

    /**
     * Whether a request has already what there is, by its conditions.
     *
     * @param tag the entity tag of what there is, quotes included
     * @param modified the header that says when it was last changed; empty where nothing says so
     */
    public static boolean holdsStill(HttpServletRequest request, String tag, String modified) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        if (!modified.isEmpty()) {
            headers.set(HttpHeaders.LAST_MODIFIED, modified);
        }
        return preconditions(request, headers).outcome() == Preconditions.Outcome.NOT_MODIFIED;
    }

    private static Preconditions preconditions(HttpServletRequest request, HttpHeaders headers) {
        long modified = headers.getLastModified();
        return new Preconditions(
                request,
                Objects.requireNonNullElse(headers.getETag(), ""),
                modified < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(modified)));
    }

    /**
     * An answer from a file, whole or from any byte on: a range is sent where it is of the very file that the client has a part
     * of (RFC 9110, sections 13.1.5 and 15.5.17). Of several ranges at once the whole is sent, as section 14.2 allows.
     *
     * @param headers among them an entity tag
     */
    public static ResponseEntity<Resource> ofFile(HttpServletRequest request, Path file, HttpHeaders headers)
            throws IOException {
        addModified(request, headers);
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        Optional<ResponseEntity<Resource>> unwanted = unwanted(request, headers);
        if (unwanted.isPresent()) {
            return unwanted.get();
        }
        long size = Files.size(file);
        String asked = Objects.requireNonNullElse(request.getHeader(HttpHeaders.RANGE), "");
        boolean part = request.getMethod().equals("GET")
                && ByteRange.isAsked(asked)
                && preconditions(request, headers).rangeHolds();
        if (!part) {
            headers.setContentLength(size);
            return ResponseEntity.ok().headers(headers).body(new InputStreamResource(() -> Files.newInputStream(file)));
        }
        Optional<ByteRange> range = ByteRange.of(asked, size);
        if (range.isEmpty()) {
            HttpHeaders none = new HttpHeaders();
            none.set(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            none.set(HttpHeaders.ACCEPT_RANGES, "bytes");
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .headers(none)
                    .build();
        }
        ByteRange wanted = range.get();
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + wanted.first() + "-" + wanted.last() + "/" + size);
        headers.setContentLength(wanted.length());
        return ResponseEntity.status(HttpStatus.PARTIAL_CONTENT)
                .headers(headers)
                .body(new InputStreamResource(() -> from(file, wanted)));
    }

    private static InputStream from(Path file, ByteRange range) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(range.first());
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(range.length())
                .get();
    }

    private static HttpHeaders common(MediaType type, HttpHeaders headers, List<String> vary) {
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::addAll);
        all.setContentType(type);
        // Spring would take the day at the end of an identifier for a file's ending, and offer it for download as
        // f.txt.
        if (!all.containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
            all.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
        }
        vary.forEach(name -> all.add(HttpHeaders.VARY, name));
        all.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!all.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            // Caches may keep it, and ask each time whether it still holds: a correction is seen at once.
            all.setCacheControl("no-cache");
        }
        return all;
    }

    /**
     * An answer from a file that is compressed already. Who takes no gzip has it taken apart on the way.
     *
     * @param file compressed by gzip
     * @param hash names the content
     */
    public static ResponseEntity<Resource> ofCompressed(
            HttpServletRequest request,
            MediaType type,
            Path file,
            String hash,
            HttpHeaders headers,
            List<String> vary) {
        HttpHeaders all = common(type, headers, vary);
        try {
            if (takesGzip(request)) {
                all.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                all.setETag('"' + hash + "-gzip\"");
                return ofFile(request, file, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addModified(request, all);
        all.setETag('"' + hash + '"');
        return Answers.<Resource>unwanted(request, all)
                .orElseGet(() -> ResponseEntity.ok()
                        .headers(all)
                        .body(new InputStreamResource(() -> new GZIPInputStream(Files.newInputStream(file), 1 << 16))));
    }

    private static boolean takesGzip(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING));
        return fields.stream()
                .flatMap(field -> HeaderText.split(field, ',').stream())
                .map(String::strip)
                .anyMatch(coding -> coding.matches("(?i)gzip(\\s*;\\s*q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }

    /** 128 bits of the content's SHA-256. */
    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
