package uk.declared.web.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import uk.declared.deployment.Deployment;
import uk.declared.receipt.CheckedReceipt;
import uk.declared.receipt.PublicKeys;
import uk.declared.receipt.Receipt;
import uk.declared.receipt.SignatureException;
import uk.declared.record.Sha256;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/** A page that checks a receipt, and whether it is of the very file that somebody sent. Nothing of either is kept. */
@RestController
@ConditionalOnBean(Deployment.class)
final class CheckController {
    private static final String PATH = "/data/record/check";

    private final Pages pages;
    private final ReceiptConfiguration.PublishedKeys keys;

    CheckController(Pages pages, ReceiptConfiguration.PublishedKeys keys) {
        this.pages = pages;
        this.keys = keys;
    }

    /**
     * What the page shows.
     *
     * @param verdict in a sentence; empty before anything was checked
     * @param steps what was checked, and how each came out
     */
    record View(String verdict, boolean holds, String about, List<Step> steps) {}

    record Step(String what, String outcome, boolean fails) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(HttpServletRequest request) {
        return answer(request, new View("", false, "", List.of()));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> check(HttpServletRequest request) throws IOException {
        Wording wording = pages.wording(request);
        Optional<MultipartFile> receipt = part(request, "receipt");
        if (receipt.isEmpty()) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.no-receipt");
        }
        try {
            Optional<MultipartFile> sent = part(request, "sent");
            Optional<String> hash =
                    sent.isPresent() ? Optional.of(Sha256.of(sent.get().getBytes())) : Optional.empty();
            CheckedReceipt checked = CheckedReceipt.of(
                    Receipt.read(new String(receipt.get().getBytes(), StandardCharsets.UTF_8)),
                    keys.signs() ? Optional.of(PublicKeys.of(keys.text())) : Optional.empty(),
                    hash);
            return answer(request, view(checked, wording));
        } catch (SignatureException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.no-receipt");
        }
    }

    private static Optional<MultipartFile> part(HttpServletRequest request, String name) {
        return request instanceof MultipartHttpServletRequest form
                ? Optional.ofNullable(form.getFile(name)).filter(file -> !file.isEmpty())
                : Optional.empty();
    }

    private static View view(CheckedReceipt checked, Wording wording) {
        List<Step> steps = Arrays.stream(CheckedReceipt.Step.values())
                .map(step -> new Step(
                        wording.text("receipt.step." + word(step)),
                        wording.text("receipt.outcome." + word(checked.of(step))),
                        checked.of(step) == CheckedReceipt.Outcome.FAILS))
                .toList();
        String about = checked.declaration()
                .map(entry -> wording.text(
                        "receipt.about",
                        entry.contest().value(),
                        entry.version(),
                        wording.time(entry.time()),
                        wording.number(checked.entry()),
                        wording.number(checked.head().entries())))
                .orElse("");
        return new View(verdict(checked, wording), checked.holds(), about, steps);
    }

    private static String verdict(CheckedReceipt checked, Wording wording) {
        boolean nothingFails = !checked.outcomes().containsValue(CheckedReceipt.Outcome.FAILS);
        if (checked.redacted() && nothingFails) {
            return wording.text("receipt.redacted");
        }
        return wording.text(checked.holds() ? "receipt.holds" : "receipt.fails");
    }

    private static String word(CheckedReceipt.Step step) {
        return switch (step) {
            case ENTRY -> "entry";
            case TREE -> "tree";
            case SIGNATURE -> "signature";
            case FILE -> "file";
        };
    }

    private static String word(CheckedReceipt.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case NOT_CHECKED -> "not-checked";
        };
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, View view) {
        Wording wording = pages.wording(request);
        return pages.answer(
                request,
                Page.of(
                        "receipt-check",
                        wording.text("receipt.heading"),
                        view,
                        wording.start(),
                        new NamedLink("/data", wording.text("data.page.heading"))));
    }
}
