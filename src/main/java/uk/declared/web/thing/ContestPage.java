package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Candidate;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ContestView.Missing;
import uk.declared.web.thing.ContestView.SecondCountRow;
import uk.declared.web.thing.ThingDescriptions.Description;
import uk.declared.web.vocabulary.Vocabularies;

/** Makes the page about a contest: the result, the account of ballot papers, where both come from and lead to. */
@Component
final class ContestPage implements ThingPage {
    /** As on the ballot paper: by surname, which is the last word of a name where the source does not part it. */
    private static final Comparator<Facts> BALLOT_PAPER =
            Comparator.comparing(ContestPage::surname).thenComparing(Facts::label, String.CASE_INSENSITIVE_ORDER);

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Vocabularies vocabularies;
    private final ProvenanceReader provenance;
    private final AroundReader around;
    private final Query othersOfArea = StoredQuery.read("contests-of-area");

    ContestPage(
            ThingDescriptions things,
            LocalPaths paths,
            Vocabularies vocabularies,
            ProvenanceReader provenance,
            AroundReader around) {
        this.around = around;
        this.things = things;
        this.paths = paths;
        this.vocabularies = vocabularies;
        this.provenance = provenance;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.CONTEST;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts contest = description.facts();
        ContestNames names = ContestNames.of(contest, paths, wording);
        AccountReader account = new AccountReader(wording, vocabularies);
        Optional<Missing> missing = missing(contest, wording);
        ContestView view = new ContestView(
                names.heading(),
                names.caption(),
                status(contest, wording),
                new ContestSummary(wording, paths).of(contest),
                names.area(),
                candidates(contest, missing, wording),
                new StagesReader(wording, vocabularies, paths).of(contest),
                new PartsReader(wording, paths).of(contest),
                secondCount(contest, wording),
                facts(contest, names, missing, wording),
                missing.isPresent() ? stated(account.of(contest), wording) : account.of(contest),
                missing.isPresent() ? stated(account.rejected(contest), wording) : account.rejected(contest),
                missing,
                others(description, wording),
                provenance.of(contest, wording),
                around.of(contest, !Declarations.latestFirst(contest).isEmpty(), wording));
        return new Page("contest", names.title(), view, names.breadcrumbs(), Optional.empty());
    }

    /** Where there was no poll, or is no result yet, that is said once and not of every figure. */
    private static Optional<Missing> missing(Facts contest, Wording wording) {
        List<Facts> candidacies = contest.parts("candidacy");
        boolean counted = candidacies.stream()
                .anyMatch(candidacy -> candidacy.integer("votes").isPresent());
        boolean anyElected = candidacies.stream()
                .anyMatch(candidacy -> candidacy.bool("elected").orElse(false));
        Silence why = Silence.of(contest.one("status"), contest.one("contestStatus"), anyElected);
        return counted || why == Silence.NOT_STATED
                ? Optional.empty()
                : Optional.of(new Missing(why.phrase(wording), why.sentence(wording)));
    }

    private static List<Fact> stated(List<Fact> facts, Wording wording) {
        String not = wording.text("not-stated");
        return facts.stream().filter(fact -> !fact.value().equals(not)).toList();
    }

    private List<Candidate> candidates(Facts contest, Optional<Missing> missing, Wording wording) {
        Optional<BigDecimal> papers = papers(contest);
        return contest.parts("candidacy").stream()
                .sorted(missing.isPresent() ? BALLOT_PAPER : ContestSummary.ORDER)
                .map(candidacy -> candidate(candidacy, missing, papers, wording))
                .toList();
    }

    /** Valid ballot papers, where several seats were filled by a vote for each and the source says how many there were. */
    private static Optional<BigDecimal> papers(Facts contest) {
        boolean several = contest.integer("seats")
                                .or(() -> contest.integer("seatsFilled"))
                                .orElse(1)
                        > 1
                && !Ballot.of(contest).isPreferential();
        return contest.decimal("validBallotPapers").filter(papers -> several && papers.signum() > 0);
    }

    private Candidate candidate(
            Facts candidacy, Optional<Missing> missing, Optional<BigDecimal> papers, Wording wording) {
        String none = missing.map(Missing::figure).orElseGet(() -> wording.text("not-stated"));
        Optional<Boolean> elected = candidacy.bool("elected");
        boolean byLot = candidacy.bool("decidedByLot").orElse(false);
        String result = elected.map(is -> wording.text(is ? (byLot ? "elected-by-lot" : "elected") : "not-elected"))
                .orElse(none);
        return new Candidate(
                paths.link(candidacy.thing(), candidacy.label()),
                Affiliation.of(candidacy, paths, wording),
                candidacy.integer("votes").map(wording::number).orElse(none),
                none,
                candidacy
                        .decimal("voteShare")
                        .map(share -> Bar.of(share, wording.share(share))
                                .in(candidacy
                                        .one("party")
                                        .map(Uris::lastPart)
                                        .map(PartyColours::of)
                                        .orElse(PartyColours.OTHERS))),
                papers.flatMap(all -> candidacy
                        .decimal("votes")
                        .map(votes -> wording.text(
                                "contest.of-papers",
                                wording.percent(votes.multiply(BigDecimal.valueOf(100))
                                        .divide(all, 1, RoundingMode.HALF_UP))))),
                elected.orElse(false),
                result);
    }

    private static String surname(Facts candidacy) {
        String label = candidacy.label();
        return candidacy
                .text("familyName")
                .orElseGet(() -> label.substring(label.lastIndexOf(' ') + 1))
                .toLowerCase(Locale.ROOT);
    }

    private List<SecondCountRow> secondCount(Facts contest, Wording wording) {
        return contest.parts("candidacy").stream()
                .filter(candidacy -> candidacy.one("finalVotes").isPresent())
                .sorted(ContestSummary.ORDER)
                .map(candidacy -> new SecondCountRow(
                        paths.link(candidacy.thing(), candidacy.label()),
                        wording.number(candidacy.integer("votes")),
                        wording.number(candidacy.integer("secondPreferenceVotes")),
                        wording.number(candidacy.integer("finalVotes"))))
                .toList();
    }

    private List<Fact> facts(Facts contest, ContestNames names, Optional<Missing> missing, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(wording.text("contest.area"), names.area()));
        facts.add(Fact.of(wording.text("contest.body"), names.body()));
        facts.add(Fact.of(wording.text("contest.election"), names.election()));
        facts.add(Fact.of(wording.text("contest.date"), wording.date(names.date())));
        coded(contest, "office", wording).ifPresent(facts::add);
        coded(contest, "votingSystem", wording).ifPresent(facts::add);
        facts.add(Fact.of(wording.text("contest.seats"), wording.number(contest.integer("seats"))));
        if (missing.isEmpty() || contest.integer("seatsFilled").isPresent()) {
            facts.add(Fact.of(wording.text("contest.seats-filled"), wording.number(contest.integer("seatsFilled"))));
        }
        ContestSummary.majority(contest)
                .ifPresent(majority ->
                        facts.add(Fact.of(wording.text("contest.majority"), wording.text("votes.count", majority))
                                .noted(wording.text("contest.majority.note"))));
        contest.one("statisticalGeography")
                .ifPresent(area -> facts.add(Fact.of(
                                wording.text("contest.statistical-geography"),
                                new NamedLink(area.getURI(), Uris.lastPart(area)))
                        .noted(wording.text("contest.statistical-geography.note"))));
        facts.addAll(Elsewhere.of(contest, wording));
        return facts;
    }

    private Optional<Fact> coded(Facts contest, String property, Wording wording) {
        return contest.one(property)
                .map(code -> Fact.of(wording.text("contest." + property), vocabularies.label(code, wording.locale())));
    }

    /** A result that is declared, or corrected since, is what people expect; anything less is said first. */
    private Optional<String> status(Facts contest, Wording wording) {
        return contest.one("status")
                .filter(status -> !Uris.lastPart(status).equals("declared"))
                .map(status -> vocabularies.label(status, wording.locale()));
    }

    private List<NamedLink> others(Description description, Wording wording) {
        Facts area = description.facts().part("electoralArea").orElseThrow();
        return things.rows(othersOfArea, description.thing(), Map.of("area", area.thing())).stream()
                .map(row -> other(row, wording))
                .toList();
    }

    private NamedLink other(Row row, Wording wording) {
        LocalDate date = row.date("date").orElseThrow();
        boolean byElection = Uris.lastPart(row.required("type")).equals("by-election");
        String label = wording.text(byElection ? "contest.other.by-election" : "contest.other", wording.date(date));
        return paths.link(row.required("contest"), label);
    }
}
