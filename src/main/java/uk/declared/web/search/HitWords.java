package uk.declared.web.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;

/** Says in words what was found: what it is and where, when it was there, and what was declared of it last. */
final class HitWords {
    private static final int MOST_WINNERS = 3;

    private final Wording wording;

    HitWords(Wording wording) {
        this.wording = wording;
    }

    /** What it is: “Ward, Trafford Metropolitan Borough Council”; of a candidate the contest. */
    String kind(Found found) {
        String kind = found.kindName()
                .map(name -> wording.tag().equals("cy") ? name.welsh() : name.english())
                .orElseGet(() -> wording.text("search.one." + found.kind().key()));
        String day = found.kind() == SearchKind.ELECTION
                ? ", " + found.from().map(this::date).orElse("")
                : "";
        return kind + found.about().map(about -> ", " + about).orElse("") + day;
    }

    /** That it has ended, where it has: of two of one name that tells which is which. */
    String ended(Found found) {
        return found.until()
                .map(day -> ", " + wording.text("area.until", date(day)))
                .orElse("");
    }

    /** When it was there, by which other names it goes, and its code. */
    String note(Found found) {
        List<String> note = new ArrayList<>();
        if (found.kind() == SearchKind.ELECTION || found.kind() == SearchKind.CANDIDATE) {
            return "";
        }
        Optional<String> from = found.from().map(this::date);
        Optional<String> until = found.until().map(this::date);
        if (from.isPresent() && until.isPresent()) {
            note.add(wording.text("area.from-until", from.get(), until.get()));
        } else {
            from.ifPresent(day -> note.add(wording.text("area.from", day)));
            until.ifPresent(day -> note.add(wording.text("area.until", day)));
        }
        found.names().stream().skip(1).limit(2).forEach(note::add);
        found.code().ifPresent(note::add);
        return String.join(" · ", note);
    }

    /** What was declared of it last, and where that stands. */
    Optional<NamedLink> result(Found found) {
        return found.result()
                .map(result -> new NamedLink(Uris.DOCUMENTS + LocalPaths.encode(result.id()), result(found, result)));
    }

    private String result(Found found, Found.Result result) {
        String day = date(result.day());
        if (found.kind() == SearchKind.CANDIDATE) {
            String outcome = wording.text(result.elected() ? "elected" : "not-elected");
            return result.votes()
                    .map(votes -> outcome + ", " + wording.text("votes.count", votes))
                    .orElse(outcome);
        }
        if (result.winners().isEmpty()) {
            return wording.text("search.last-election", day);
        }
        List<String> winners = result.winners();
        String names = winners.size() <= MOST_WINNERS
                ? wording.list(winners)
                : wording.text(
                        "search.and-more",
                        String.join(", ", winners.subList(0, MOST_WINNERS)),
                        winners.size() - MOST_WINNERS);
        return wording.text("search.last-result", day, names);
    }

    private String date(String day) {
        return wording.date(LocalDate.parse(day));
    }
}
