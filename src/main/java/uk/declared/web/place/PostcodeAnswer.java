package uk.declared.web.place;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.election.GssCode;
import uk.declared.postcode.Postcode;
import uk.declared.postcode.Postcodes;
import uk.declared.web.page.Wording;

/**
 * What can be said of a postcode that somebody asks for.
 *
 * @param asAt the last month whose changes the directory knows; absent where none is loaded
 * @param entry what the directory has of it; absent where it has it not
 */
public record PostcodeAnswer(Postcode postcode, Optional<YearMonth> asAt, Optional<Postcodes.Entry> entry) {
    /** The codes of the ward in which it lies, and of the county division. */
    public List<GssCode> areas() {
        return entry.stream()
                .flatMap(known -> Stream.concat(known.ward().stream(), known.division().stream()))
                .toList();
    }

    /** Whether it was ended. */
    public boolean isEnded() {
        return entry.flatMap(Postcodes.Entry::ended).isPresent();
    }

    /** Where it lies, or why that cannot be said, in a sentence or two. */
    public String sentence(Wording wording) {
        if (asAt.isEmpty()) {
            return wording.text("postcode.none", postcode);
        }
        String month = month(asAt.get(), wording);
        if (entry.isEmpty()) {
            return wording.text("postcode.unknown", postcode, month);
        }
        Optional<YearMonth> ended = entry.get().ended();
        if (areas().isEmpty()) {
            return ended.map(when -> wording.text("postcode.ended-nowhere", postcode, month(when, wording)))
                    .orElseGet(() -> wording.text("postcode.nowhere", postcode, month));
        }
        return ended.map(when -> wording.text("postcode.ended", postcode, month(when, wording)))
                .orElseGet(() -> wording.text("postcode.lies-in", postcode, month));
    }

    /** Whose figures they are and under which licence; empty where nothing is loaded. */
    public String source(Wording wording) {
        if (entry.isEmpty()) {
            return "";
        }
        return wording.text(postcode.isOfNorthernIreland() ? "postcode.source.ni" : "postcode.source");
    }

    /** Such an area as nothing is loaded of. */
    public String unnamed(GssCode area, Wording wording) {
        return wording.text("postcode.unnamed", area);
    }

    private static String month(YearMonth month, Wording wording) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", wording.locale()));
    }

    /** The same for programs. */
    public Map<String, Object> described() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("postcode", postcode.toString());
        String status = entry.isEmpty() ? "unknown" : isEnded() ? "ended" : "live";
        json.put("status", asAt.isEmpty() ? "not-loaded" : status);
        asAt.ifPresent(month -> json.put("asAt", month.toString()));
        entry.ifPresent(known -> {
            known.ended().ifPresent(month -> json.put("ended", month.toString()));
            known.ward().ifPresent(code -> json.put("ward", code.value()));
            known.division().ifPresent(code -> json.put("division", code.value()));
        });
        return json;
    }
}
