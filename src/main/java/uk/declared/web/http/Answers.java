package uk.declared.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
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
 * Spring then answers conditional requests with 304 by the tag and the time that are set here. Tomcat would not compress
 * what has a strong tag, which is why it is done here.
 */
public final class Answers {
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
        String hash = hash(content);
        if (content.length >= WORTH_COMPRESSING_BYTES && takesGzip(request)) {
            all.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            all.setETag('"' + hash + "-gzip\"");
            return ResponseEntity.ok().headers(all).body(gzip(content));
        }
        all.setETag('"' + hash + '"');
        return ResponseEntity.ok().headers(all).body(content);
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
        if (takesGzip(request)) {
            all.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            all.setETag('"' + hash + "-gzip\"");
            return ResponseEntity.ok().headers(all).body(new FileSystemResource(file));
        }
        all.setETag('"' + hash + '"');
        return ResponseEntity.ok()
                .headers(all)
                .body(new InputStreamResource(() -> new GZIPInputStream(Files.newInputStream(file), 1 << 16)));
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
