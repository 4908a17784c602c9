package uk.declared.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;

/**
 * The nights that somebody looks at, kept as declarations come:
 *
 * <ol>
 *   <li>a day is read from the record when it is first asked for, once for all who ask and without holding up who asks for
 *       another day, and stays while others are asked for less long ago,
 *   <li>each time that a board is asked for, what the record and the store have since is read once, and each declaration
 *       steps its day on by one,
 *   <li>an import of reference data may say something new of what was before, so that days are then gone through anew.
 * </ol>
 *
 * A server of a frozen release has no record: there the board shows what the store holds, and there is nothing to replay.
 */
public final class NightBook {
    private static final int DAYS = 8;

    private final Store store;
    private final Uris uris;
    private final Optional<History> history;
    private final FactsBeside facts;
    private final Map<LocalDate, Night> nights = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Night> eldest) {
            return size() > DAYS;
        }
    };
    private final Map<LocalDate, FutureTask<Night>> beingRead = new HashMap<>();
    private final AtomicLong read = new AtomicLong();
    private int imports;

    NightBook(Store store, Uris uris, Optional<History> history, FactsBeside facts) {
        this.facts = facts;
        this.store = store;
        this.uris = uris;
        this.history = history;
        history.ifPresent(record -> this.imports = record.imports());
        read.set(applied(store));
    }

    /** From the first entry on, where a store elsewhere does not answer. */
    private static long applied(Store store) {
        try {
            return store.applied().sequence();
        } catch (StoreUnavailableException e) {
            return 0;
        }
    }

    /** The nights of a deployment. */
    public static NightBook of(Deployment deployment, FactsBeside facts) {
        return new NightBook(deployment.store(), deployment.uris(), Optional.of(deployment.history()), facts);
    }

    /** The nights of a store that nothing is added to. */
    public static NightBook of(Store store, Uris uris, FactsBeside facts) {
        return new NightBook(store, uris, Optional.empty(), facts);
    }

    /** Whether any moment of a day can be shown as it was. */
    public boolean canReplay() {
        return history.isPresent();
    }

    /** The board of a day as it stands; absent where no contest of the day is known. */
    public Optional<Board> now(LocalDate day) {
        Night night = night(day);
        synchronized (this) {
            catchUp();
            return night.log().isEmpty() ? Optional.empty() : Optional.of(night.board());
        }
    }

    /**
     * The days that are likely to be asked for: the last, and the one with the most contests of the year before it; none
     * where there is no record.
     */
    public Set<LocalDate> likely() {
        SortedMap<LocalDate, Integer> days = history.map(History::days).orElseGet(TreeMap::new);
        Set<LocalDate> likely = new LinkedHashSet<>();
        if (!days.isEmpty()) {
            LocalDate last = days.lastKey();
            likely.add(last);
            days.tailMap(last.minusYears(1)).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(likely::add);
        }
        return likely;
    }

    /**
     * Works the swings out of the days that are likely to be asked for. A whole country's day has thousands, and the first who asks
     * for all of them as data would wait for a query each.
     */
    public void prepareSwings() {
        likely().stream()
                .map(this::now)
                .flatMap(Optional::stream)
                .forEach(board -> board.polls().forEach(board.swings()::of));
    }

    /** What one version of a contest had to tell: of the contest, and of its council where that changed with it. */
    public List<NightLine> told(BallotId contest, long sequence) {
        return now(contest.pollingDate()).stream()
                .flatMap(board -> board.lines().stream())
                .filter(line ->
                        line.sequence() == sequence && line.poll().contest().equals(contest))
                .toList();
    }

    /** The keys of the parties that a line concerns. */
    public Set<String> parties(NightLine line) {
        return now(line.poll().day()).map(board -> line.parties(board.names())).orElse(Set.of());
    }

    /** The board of a day as it stood at a moment; absent where no contest of the day was known by then. */
    public Optional<Board> at(LocalDate day, Instant moment) {
        Night night = night(day);
        synchronized (this) {
            catchUp();
            int versions = night.log().until(moment).size();
            return versions > 0 ? Optional.of(night.board(versions)) : Optional.empty();
        }
    }

    /** Brings the days that were looked at up to date, and the day of the last declaration where that is a new one. */
    public synchronized void keepUp() {
        catchUp();
        List.copyOf(nights.values()).stream().filter(night -> !night.isBuilt()).forEach(Night::board);
    }

    /** The moments at which something of a day was accepted, from the first to the last. */
    public Optional<Span> span(LocalDate day) {
        List<Poll> all = night(day).log().all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Span(all.get(0).time(), all.get(all.size() - 1).time()));
    }

    /** From when until when something of a day was accepted. */
    public record Span(Instant from, Instant until) {}

    /** A day, with all that the record had of it when this was called; the first who asks reads it. */
    private Night night(LocalDate day) {
        FutureTask<Night> reading;
        synchronized (this) {
            catchUp();
            Night known = nights.get(day);
            if (known != null) {
                return known;
            }
            long upTo = read.get();
            int importsBefore = imports;
            reading = beingRead.computeIfAbsent(
                    day, missing -> new FutureTask<>(() -> read(missing, upTo, importsBefore)));
        }
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Night read(LocalDate day, long upTo, int importsBefore) {
        try {
            Night night = new Night(store, uris, load(day, upTo), facts);
            if (!night.log().isEmpty()) {
                night.board();
            }
            synchronized (this) {
                catchUp(day, night, upTo, importsBefore);
            }
            return night;
        } finally {
            synchronized (this) {
                beingRead.remove(day);
            }
        }
    }

    private DayLog load(LocalDate day, long upTo) {
        DayLog log = new DayLog(day);
        if (history.isEmpty()) {
            new StoredPolls(store, uris).of(day).forEach(log::add);
            return log;
        }
        SortedSet<Long> positions = history.get().on(day);
        if (positions.isEmpty()) {
            new StoredPolls(store, uris).of(day).forEach(log::add);
        } else {
            history.get().changes().declarations(positions.headSet(upTo + 1), version -> log.add(poll(version, log)));
        }
        return log;
    }

    /** Takes what the record has since, as far as the store has it too: what is said here can be looked up there. */
    private void catchUp() {
        if (history.isEmpty()) {
            return;
        }
        long upTo = store.applied().sequence();
        long from = read.get();
        if (history.get().imports() != imports) {
            imports = history.get().imports();
            nights.values().forEach(Night::forget);
        }
        if (upTo > from) {
            read(from, upTo, this::take);
            read.set(upTo);
        }
    }

    private void read(long after, long upTo, Consumer<History.Version> reader) {
        history.orElseThrow().changes().read(after, upTo, change -> {
            if (change instanceof Changes.Declared declared) {
                reader.accept(declared.version());
            }
            return true;
        });
    }

    private void take(History.Version version) {
        LocalDate day = version.declaration().contest().pollingDate();
        Optional<String> council = PollReader.councilOf(version.declaration().contest());
        nights.forEach((of, night) -> take(version, day, council, of, night));
    }

    private void take(History.Version version, LocalDate day, Optional<String> council, LocalDate of, Night night) {
        if (of.equals(day)) {
            night.log().add(poll(version, night.log()));
        } else if (of.isAfter(day)) {
            night.forgetBefore(council);
        }
    }

    /** Takes for a day that has been read what came while it was read, and keeps it from then on. */
    private void catchUp(LocalDate day, Night night, long from, int importsBefore) {
        catchUp();
        if (history.isPresent() && read.get() > from) {
            read(
                    from,
                    read.get(),
                    version -> take(
                            version,
                            version.declaration().contest().pollingDate(),
                            PollReader.councilOf(version.declaration().contest()),
                            day,
                            night));
        }
        if (imports != importsBefore) {
            night.forget();
        }
        if (!night.log().isEmpty()) {
            nights.put(day, night);
        }
    }

    private Poll poll(History.Version version, DayLog log) {
        var declaration = version.declaration();
        var of = version.of();
        if (version.hasResult()) {
            var triples = version.result();
            triples.addAll(version.shared());
            return PollReader.read(
                    triples,
                    uris.contest(declaration.contest()),
                    declaration.contest(),
                    of.version(),
                    of.sequence(),
                    of.time(),
                    of.status());
        }
        return log.latest(declaration.contest())
                .orElseGet(() -> PollReader.read(
                        List.of(),
                        uris.contest(declaration.contest()),
                        declaration.contest(),
                        of.version(),
                        of.sequence(),
                        of.time(),
                        of.status()))
                .emptied(of.version(), of.sequence(), of.time(), of.status(), version.redacted());
    }
}
