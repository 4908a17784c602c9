package uk.declared.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import uk.declared.election.Area;
import uk.declared.election.BallotAccount;
import uk.declared.election.BallotId;
import uk.declared.election.Candidacy;
import uk.declared.election.Circumstances;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.ElectoralLaw;
import uk.declared.election.GssCode;
import uk.declared.election.Nation;
import uk.declared.election.Office;
import uk.declared.election.PartyReference;
import uk.declared.election.RejectionGround;
import uk.declared.election.Standing;
import uk.declared.election.Tally;
import uk.declared.election.VacancyReason;
import uk.declared.election.VotingSystem;
import uk.declared.format.Column;

/** Makes elections of councils, with names and texts of every kind; each layout says a part of what there is to say. */
final class AnyResults {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
    private static final List<String> COUNCILS = List.of("trafford", "cornwall", "kent", "hackney", "glasgow-city");
    private static final List<RejectionGround> FOUR = List.of(
            RejectionGround.OFFICIAL_MARK,
            RejectionGround.TOO_MANY_VOTES,
            RejectionGround.IDENTIFICATION,
            RejectionGround.UNMARKED_OR_VOID);

    /** Parts of texts: formulas, separators, quotes, letters beyond ASCII and beyond the first plane. */
    private static final List<String> PIECES = List.of(
            "=", "+", "-", "@", "'", "''", "\"", ",", ";", "; =", "=1+2", "-5", "+44 161", "|", "a", "Smith", "O’Neill",
            "Ŵyn", "é", "漢", "😀", "\uFF1D1", "(Lab)", "1,024", "#", "%", "/", "\\", "Ann", "Lee", "van der", "b");

    private final Random random;
    private final CsvLayout layout;

    private AnyResults(Random random, CsvLayout layout) {
        this.random = random;
        this.layout = layout;
    }

    /** Elections of which the layout can say everything. */
    static List<ContestResult> sayableIn(CsvLayout layout, Random random) {
        return new AnyResults(random, layout).election();
    }

    private List<ContestResult> election() {
        Council council = Councils.shipped()
                .bySlug(COUNCILS.get(random.nextInt(COUNCILS.size())), DAY)
                .orElseThrow();
        Map<String, ContestResult> contests = new LinkedHashMap<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            ContestResult contest = contest(council, i);
            contests.putIfAbsent(contest.id().value(), contest);
        }
        return List.copyOf(contests.values());
    }

    private ContestResult contest(Council council, int number) {
        boolean template = layout == CsvLayout.TEMPLATE;
        Area area = new Area(
                maybe() ? Optional.of(new GssCode(String.format("E05%06d", 15_000 + number))) : Optional.empty(),
                "Ward " + (char) ('A' + number) + text(2));
        ContestType type = maybe() ? ContestType.ORDINARY : ContestType.BY_ELECTION;
        boolean polled = random.nextInt(5) > 0;
        List<Candidacy> candidacies = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> candidacy(polled))
                .toList();
        boolean nominated = candidacies.stream()
                .allMatch(one -> one.votes().isEmpty() && one.elected().isEmpty());
        Optional<Nation> nation = area.code().flatMap(GssCode::nation).or(() -> Optional.of(council.nation()));
        Optional<VotingSystem> byLaw =
                ElectoralLaw.shipped().votingSystem(Office.COUNCILLOR, council.body(), nation, DAY);
        Circumstances circumstances = template && maybe()
                ? new Circumstances(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(any(VacancyReason.values())),
                        maybe()
                                ? Optional.of(
                                        Instant.parse("2024-05-02T22:00:00Z").plusSeconds(60L * random.nextInt(1440)))
                                : Optional.empty())
                : Circumstances.NOT_STATED;
        BallotId id = BallotId.of(council.body(), Office.COUNCILLOR, area, DAY, type);
        return ContestResult.of(id, council.body(), Office.COUNCILLOR, area, DAY, type)
                .votingSystem(byLaw)
                .seats(layout == CsvLayout.LGA ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(3)))
                .status(
                        nominated
                                ? DeclarationStatus.NOMINATED
                                : template ? any(DeclarationStatus.values()) : DeclarationStatus.DECLARED)
                .account(account(candidacies))
                .circumstances(circumstances)
                .candidacies(candidacies)
                .count(template && polled && maybe() ? Optional.of(count(candidacies)) : Optional.empty())
                .build();
    }

    private BallotAccount account(List<Candidacy> candidacies) {
        if (layout == CsvLayout.DEMOCRACY_CLUB) {
            // More than any percentage, more than all votes, and fewer than the electorate: nothing but a count of
            // papers.
            int votes =
                    candidacies.stream().mapToInt(one -> one.votes().orElse(0)).sum();
            boolean polled = votes > 0;
            return new BallotAccount(
                    polled ? OptionalInt.of(votes * 2 + 5000) : number(9000),
                    polled && maybe() ? OptionalInt.of(votes + 1001) : OptionalInt.empty(),
                    OptionalInt.empty(),
                    number(1000),
                    Map.of(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    percentage(),
                    Map.of());
        }
        Map<RejectionGround, Integer> rejected = new EnumMap<>(RejectionGround.class);
        Map<String, Integer> further = new LinkedHashMap<>();
        boolean template = layout == CsvLayout.TEMPLATE;
        for (RejectionGround ground : RejectionGround.values()) {
            if ((template || FOUR.contains(ground)) && maybe()) {
                rejected.put(ground, random.nextInt(300));
            }
        }
        for (Column figure : Column.figures()) {
            if (template && maybe()) {
                further.put(figure.property(), random.nextInt(3000));
            }
        }
        return new BallotAccount(
                number(90_000),
                number(40_000),
                template ? number(40_000) : OptionalInt.empty(),
                template ? number(400) : OptionalInt.empty(),
                rejected,
                number(20),
                template ? number(9_000) : OptionalInt.empty(),
                percentage(),
                further);
    }

    private Candidacy candidacy(boolean polled) {
        Optional<String> given = layout == CsvLayout.LGA || maybe() ? Optional.of(name()) : Optional.empty();
        Optional<String> family = layout == CsvLayout.LGA || maybe() ? Optional.of(name()) : Optional.empty();
        boolean common = layout != CsvLayout.DEMOCRACY_CLUB;
        Optional<String> commonGiven = common && maybe() ? Optional.of(name()) : Optional.empty();
        Optional<String> commonFamily = common && maybe() ? Optional.of(name()) : Optional.empty();
        String joined = (commonGiven.or(() -> given).orElse("") + " "
                        + commonFamily.or(() -> family).orElse(""))
                .strip();
        return new Candidacy(
                layout == CsvLayout.LGA ? joined : name(),
                given,
                family,
                commonGiven,
                commonFamily,
                standing(),
                maybe() ? Optional.of(text(4)) : Optional.empty(),
                polled ? OptionalInt.of(random.nextInt(2000)) : OptionalInt.empty(),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(maybe()),
                false,
                layout != CsvLayout.LGA && maybe()
                        ? Optional.of("dc-" + (1 + random.nextInt(9000)))
                        : Optional.empty());
    }

    private Standing standing() {
        return switch (random.nextInt(5)) {
            case 0 -> new Standing.Independent();
            case 1 -> new Standing.NotStated();
            case 2 -> new Standing.Joint(List.of(party("PP53"), party("PP119")));
            case 3 -> new Standing.ForParty(new PartyReference(Optional.empty(), Optional.of("Party of " + text(2))));
            default ->
                new Standing.ForParty(new PartyReference(
                        Optional.of(maybe() ? "PP63" : "PPm101"), maybe() ? Optional.of(text(3)) : Optional.empty()));
        };
    }

    private static PartyReference party(String id) {
        return new PartyReference(Optional.of(id), Optional.empty());
    }

    /** Two stages or three, at the last of which everybody's lot is known. */
    private Count count(List<Candidacy> candidacies) {
        int last = 2 + random.nextInt(2);
        List<CountStage> stages = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            List<Tally> tallies = new ArrayList<>();
            for (int i = 0; i < candidacies.size(); i++) {
                tallies.add(new Tally(
                        i,
                        Optional.of(
                                number == 1
                                        ? new BigDecimal(
                                                candidacies.get(i).votes().orElseThrow())
                                        : votes()),
                        number == 1 ? Optional.empty() : Optional.of(votes().subtract(new BigDecimal(500))),
                        number == last ? Optional.of(any(Tally.Outcome.values())) : Optional.empty()));
            }
            stages.add(
                    new CountStage(number, number > 1 && maybe() ? Optional.of(votes()) : Optional.empty(), tallies));
        }
        return new Count(Optional.of(new BigDecimal(1 + random.nextInt(2000))), stages);
    }

    private BigDecimal votes() {
        return BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(6));
    }

    private Optional<BigDecimal> percentage() {
        return maybe() ? Optional.of(BigDecimal.valueOf(random.nextInt(1000), 1)) : Optional.empty();
    }

    private OptionalInt number(int bound) {
        return maybe() ? OptionalInt.of(random.nextInt(bound)) : OptionalInt.empty();
    }

    /** Few enough that namesakes are frequent; a name has a letter. */
    private String name() {
        String name = random.nextInt(3) == 0 ? text(2) : any(new String[] {"Ann", "Lee", "Ann Lee", "O’Neill", "Ŵyn"});
        return name.codePoints().anyMatch(Character::isLetter) ? name : name + " Lee";
    }

    /** A text as our readers have it: no white space at its ends, single spaces within, no sign of a blank. */
    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(most);
        for (int i = 0; i < pieces; i++) {
            text.append(maybe() ? " " : "").append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String made = text.toString().replaceAll("\\s+", " ").strip();
        // A dash by itself is a blank.
        return made.equals("-") ? "- -" : made;
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
