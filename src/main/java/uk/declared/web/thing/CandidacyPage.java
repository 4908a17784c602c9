package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a candidacy. */
@Component
final class CandidacyPage implements ThingPage {
    private static final List<String> NAMES =
            List.of("givenName", "familyName", "commonlyUsedGivenName", "commonlyUsedFamilyName");

    private final LocalPaths paths;

    CandidacyPage(LocalPaths paths) {
        this.paths = paths;
    }

    /** What the page shows. */
    record View(String heading, String caption, Optional<String> elected, List<Fact> facts) {}

    @Override
    public ThingKind kind() {
        return ThingKind.CANDIDACY;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts candidacy = description.facts();
        Facts contest = candidacy.part("candidacyOf").orElseThrow();
        ContestNames names = ContestNames.of(contest, paths, wording);
        NamedLink contestLink = paths.link(contest.thing(), names.heading());
        Optional<String> elected = candidacy.bool("elected").filter(is -> is).map(is -> wording.text("elected"));
        View view = new View(candidacy.label(), names.title(), elected, facts(candidacy, contestLink, wording));
        List<NamedLink> breadcrumbs = Stream.concat(names.breadcrumbs().stream(), Stream.of(contestLink))
                .toList();
        return new Page("candidacy", candidacy.label() + ", " + names.heading(), view, breadcrumbs, Optional.empty());
    }

    private List<Fact> facts(Facts candidacy, NamedLink contest, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(wording.text("candidacy.contest"), contest));
        Affiliation affiliation = Affiliation.of(candidacy, paths, wording);
        facts.add(new Fact(wording.text("candidacy.party"), affiliation.label(), affiliation.link(), Optional.empty()));
        candidacy
                .text("partyNameAsGiven")
                .filter(name -> !name.equals(affiliation.label()))
                .ifPresent(name -> facts.add(Fact.of(wording.text("candidacy.partyNameAsGiven"), name)));
        candidacy
                .text("description")
                .ifPresent(text -> facts.add(Fact.of(wording.text("candidacy.description"), text)));
        for (String name : NAMES) {
            candidacy.text(name).ifPresent(text -> facts.add(Fact.of(wording.text("candidacy." + name), text)));
        }
        Silence silence = candidacy
                .part("candidacyOf")
                .map(of -> Silence.of(
                        of.one("status"),
                        of.one("contestStatus"),
                        candidacy.bool("elected").orElse(false)))
                .orElse(Silence.NOT_STATED);
        facts.add(Fact.of(
                wording.text("candidacy.votes"),
                candidacy.integer("votes").map(wording::number).orElseGet(() -> silence.phrase(wording))));
        candidacy
                .decimal("voteShare")
                .ifPresent(share -> facts.add(Fact.of(wording.text("candidacy.voteShare"), wording.share(share))));
        candidacy
                .integer("rank")
                .ifPresent(rank -> facts.add(Fact.of(wording.text("candidacy.rank"), wording.number(rank))));
        facts.add(Fact.of(wording.text("candidacy.result"), result(candidacy, silence, wording)));
        candidacy.part("candidate").ifPresent(person -> facts.addAll(Elsewhere.of(person, wording)));
        return facts;
    }

    private static String result(Facts candidacy, Silence silence, Wording wording) {
        boolean byLot = candidacy.bool("decidedByLot").orElse(false);
        return candidacy
                .bool("elected")
                .map(is -> wording.text(is ? (byLot ? "elected-by-lot" : "elected") : "not-elected"))
                .orElseGet(() -> silence.phrase(wording));
    }
}
