package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/** Serves dumps, whole or from any byte on, and their checksums: {@code /data/dumps/2024.nq.gz} and {@code ….sha256}. */
@RestController
final class DumpController {
    private static final String GZIP = ".gz";
    private static final String CHECKSUM = ".sha256";

    private final DumpFiles files;
    private final Published published;

    DumpController(DumpFiles files, Published published) {
        this.files = files;
        this.published = published;
    }

    @GetMapping("/data/dumps/{file}")
    ResponseEntity<Resource> dump(@PathVariable String file, HttpServletRequest request) throws IOException {
        Dump dump = find(file);
        HttpHeaders headers = headers(dump);
        headers.setContentType(MediaType.parseMediaType("application/gzip"));
        headers.set("Repr-Digest", "sha-256=:" + base64(dump.sha256()) + ":");
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        return Answers.ofFile(request, dump.file(), headers);
    }

    /** As {@code sha256sum --check} reads it. */
    @GetMapping("/data/dumps/{file}" + CHECKSUM)
    ResponseEntity<byte[]> checksum(@PathVariable String file, HttpServletRequest request) {
        String line = find(file).sha256() + "  " + file + "\n";
        return Answers.of(
                request, MediaType.TEXT_PLAIN, line.getBytes(StandardCharsets.US_ASCII), new HttpHeaders(), List.of());
    }

    private Dump find(String file) {
        DumpFormat format =
                DumpFormat.ofFile(file).filter(known -> file.endsWith(GZIP)).orElseThrow(DumpController::unknown);
        String name = file.substring(0, file.length() - format.suffix().length() - 1 - GZIP.length());
        Published.Extent extent = published.now();
        DumpSelection selection = DumpSelection.parse(name).filter(extent::has).orElseThrow(DumpController::unknown);
        return files.dump(selection, format, extent.version());
    }

    private static HttpHeaders headers(Dump dump) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag('"' + dump.sha256().substring(0, 32) + '"');
        headers.setCacheControl(CacheControl.noCache());
        return headers;
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.dump");
    }
}
