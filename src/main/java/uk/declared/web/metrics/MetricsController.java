package uk.declared.web.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.ProblemException;

/** {@code /metrics}: the figures in Prometheus' text format, for this machine and private networks. */
@RestController
final class MetricsController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final MetricsSettings settings;

    MetricsController(PrometheusMeterRegistry registry, MetricsSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        if (!settings.everybody() && (isForwarded(request) || !isNear(request.getRemoteAddr()))) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.metrics");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(TEXT)
                .body(registry.scrape());
    }

    /** Whether it comes through a proxy that is not among {@code declared.proxies}: the address is then the proxy's, whoever asks. */
    private static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    }

    /** Whether an address is this machine's or a private network's (RFC 1918, RFC 4193). */
    static boolean isNear(String address) {
        try {
            InetAddress from = InetAddress.getByName(address);
            boolean uniqueLocal = from.getAddress().length == 16 && (from.getAddress()[0] & 0xfe) == 0xfc;
            return from.isLoopbackAddress() || from.isSiteLocalAddress() || uniqueLocal;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
