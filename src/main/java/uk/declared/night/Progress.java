package uk.declared.night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import uk.declared.composition.Eve;
import uk.declared.election.BallotId;
import uk.declared.election.Councils;
import uk.declared.election.DeclarationStatus;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board.PartyState;
import uk.declared.night.CouncilNight.Change;

/** Goes through a day's declarations one by one. Each costs no more than the council that it is of. One thread at a time. */
final class Progress {
    /** So long after polling day all of a day's contests are taken to be known. */
    private static final Duration OVER = Duration.ofDays(3);

    private static final AtomicLong MADE = new AtomicLong();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final LocalDate day;
    private final Parties parties;
    private final Swings swings;
    private final CouncilCount count;
    private final Function<String, Optional<Eve>> eves;
    private final Map<String, Map<BallotId, Poll>> byCouncil = new TreeMap<>();
    private final Map<String, CouncilNight> councils = new HashMap<>();
    private final Map<String, Instant> waiting = new HashMap<>();
    private final Map<BallotId, Poll> others = new TreeMap<>();
    private final Set<String> nominated = new HashSet<>();
    private final List<NightLine> lines = new ArrayList<>();
    private int versions;
    private long sequence;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> updated = Optional.empty();

    Progress(LocalDate day, Uris uris, Parties parties, Swings swings, Function<String, Optional<Eve>> eves) {
        this.swings = swings;
        this.day = day;
        this.parties = parties;
        this.count = new CouncilCount(uris, parties);
        this.eves = eves;
    }

    int versions() {
        return versions;
    }

    /** Takes the next version. */
    void step(Poll poll) {
        versions++;
        sequence = poll.sequence();
        updated = Optional.of(poll.time());
        Optional<String> slug = poll.council();
        if (slug.isEmpty()) {
            others.put(poll.contest(), poll);
            if (poll.status() != DeclarationStatus.NOMINATED) {
                note(line(poll, Optional.empty()));
            }
            return;
        }
        if (poll.status() == DeclarationStatus.NOMINATED) {
            nominated.add(slug.get());
        }
        Map<BallotId, Poll> polls = byCouncil.computeIfAbsent(slug.get(), missing -> new TreeMap<>());
        boolean putOff = poll.isPutOff()
                && Optional.ofNullable(polls.get(poll.contest()))
                        .filter(Poll::isPutOff)
                        .isEmpty();
        if (poll.status() == DeclarationStatus.NOMINATED && !putOff) {
            polls.put(poll.contest(), poll);
            waiting.put(slug.get(), poll.time());
        } else {
            Optional<CouncilNight> was = polls.isEmpty() ? Optional.empty() : Optional.of(counted(slug.get()));
            polls.put(poll.contest(), poll);
            waiting.put(slug.get(), poll.time());
            CouncilNight is = counted(slug.get());
            note(line(poll, Optional.ofNullable(is.turns().get(poll.contest()))));
            control(poll, was, is).ifPresent(this::note);
        }
    }

    private void note(NightLine line) {
        if (line.kind() != NightLine.Kind.PUT_OFF && first.isEmpty()) {
            first = Optional.of(line.time());
        }
        lines.add(line);
    }

    /** A council as it stands, counted anew where something of it came since. */
    private CouncilNight counted(String slug) {
        Optional.ofNullable(waiting.remove(slug)).ifPresent(moment -> councils.put(slug, council(slug, moment)));
        return Objects.requireNonNull(councils.get(slug));
    }

    private CouncilNight council(String slug, Instant moment) {
        boolean over = moment.isAfter(day.atStartOfDay(LONDON).toInstant().plus(OVER));
        return count.count(
                slug,
                Councils.shipped().bySlug(slug, day),
                List.copyOf(byCouncil.getOrDefault(slug, Map.of()).values()),
                eves.apply(slug),
                over || nominated.contains(slug));
    }

    private static NightLine line(Poll poll, Optional<Turn> turn) {
        NightLine.Kind kind = switch (poll.status()) {
            case WITHDRAWN -> NightLine.Kind.WITHDRAWN;
            case PROVISIONAL -> NightLine.Kind.PROVISIONAL;
            case CORRECTED -> NightLine.Kind.CORRECTED;
            case NOMINATED -> NightLine.Kind.PUT_OFF;
            case DECLARED -> poll.isPutOff() ? NightLine.Kind.PUT_OFF : NightLine.Kind.DECLARED;
        };
        return new NightLine(poll.sequence(), 0, poll.time(), kind, poll, turn, Optional.empty());
    }

    private static Optional<NightLine> control(Poll poll, Optional<CouncilNight> was, CouncilNight is) {
        if (is.contests().isEmpty()) {
            return Optional.empty();
        }
        Change before = was.map(CouncilNight::change).orElse(Change.OPEN);
        boolean same =
                before == is.change() && was.flatMap(CouncilNight::controlAfter).equals(is.controlAfter());
        // Before anything is counted it may be certain already that nothing can change.
        boolean early = is.declared() == 0;
        if (same || (early && before == Change.OPEN)) {
            return Optional.empty();
        }
        NightLine.Kind kind = is.change() == Change.OPEN ? NightLine.Kind.CONTROL_REOPENED : NightLine.Kind.CONTROL;
        return Optional.of(
                new NightLine(poll.sequence(), 1, poll.time(), kind, poll, Optional.empty(), Optional.of(is)));
    }

    /** The board as it stands. */
    Board board() {
        List<CouncilNight> all = byCouncil.keySet().stream()
                .map(this::counted)
                .sorted(Comparator.comparing(CouncilNight::name).thenComparing(CouncilNight::slug))
                .toList();
        List<NightLine> newestFirst = new ArrayList<>(lines);
        Collections.reverse(newestFirst);
        return new Board(
                day,
                versions,
                MADE.incrementAndGet(),
                sequence,
                first,
                updated,
                all,
                List.copyOf(others.values()),
                newestFirst,
                states(all),
                parties,
                swings);
    }

    private List<PartyState> states(List<CouncilNight> all) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (CouncilNight council : all) {
            council.contests()
                    .forEach(poll -> poll.stands().forEach(stand -> add(counts, parties.counted(stand.party()), 0, 1)));
            council.won().forEach((party, number) -> add(counts, party, 1, number));
            council.sinceEve().by().forEach((party, number) -> add(counts, party, 2, number));
            council.sinceFought().by().forEach((party, number) -> add(counts, party, 3, number));
            if (council.contests().isEmpty() || council.declared() == 0) {
                continue;
            }
            council.controlAfter().flatMap(CouncilControl::party).ifPresent(party -> {
                add(counts, party, 4, 1);
                add(counts, party, 5, council.change() == Change.GAINED ? 1 : 0);
            });
            if (council.change() == Change.LOST || council.change() == Change.GAINED) {
                council.controlBefore().flatMap(CouncilControl::party).ifPresent(party -> add(counts, party, 6, 1));
            }
        }
        counts.remove(Seats.VACANT);
        return counts.entrySet().stream()
                .map(each -> new PartyState(
                        each.getKey(),
                        each.getValue()[0],
                        each.getValue()[1],
                        each.getValue()[2],
                        each.getValue()[3],
                        each.getValue()[4],
                        each.getValue()[5],
                        each.getValue()[6]))
                .sorted(Comparator.comparingInt((PartyState state) -> -state.elected())
                        .thenComparingInt(state -> -state.candidates())
                        .thenComparing(PartyState::party))
                .toList();
    }

    private static void add(Map<String, int[]> counts, String party, int at, int number) {
        counts.computeIfAbsent(party, missing -> new int[7])[at] += number;
    }
}
