package uk.declared.submission.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.declared.format.Column;

/**
 * What a contest's figures tell about its turnout. A paper holds at most one vote for a candidate and as many votes as
 * there are seats, so that votes and rejected papers bound the papers in the boxes.
 *
 * @param votes of all candidates
 * @param most the most votes of one candidate
 * @param rejected papers rejected, 0 where the source is silent
 * @param electorate where the source gives it
 * @param seats as given, else the number of those elected; 0 where neither is known
 * @param percentage turnout in per cent, where the source gives it besides
 */
public record TurnoutFigures(
        long votes, long most, long rejected, Optional<Long> electorate, int seats, Optional<BigDecimal> percentage) {
    /** How far a rounded percentage may be off, in points. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

    /** Grounds that are parts of another, where a source gives both. */
    private static final Set<Column> PARTS = Set.of(Column.REJECTED_UNMARKED, Column.REJECTED_VOID_FOR_UNCERTAINTY);

    /** The figures of a contest, from the texts of its rows. */
    public static TurnoutFigures of(List<Map<Column, String>> rows) {
        Map<Column, String> first = rows.get(0);
        long votes = 0;
        long most = 0;
        int winners = 0;
        for (Map<Column, String> row : rows) {
            long mine = number(row, Column.VOTES).orElse(0L);
            votes += mine;
            most = Math.max(most, mine);
            winners += YesOrNo.isYes(row.getOrDefault(Column.ELECTED, "")) ? 1 : 0;
        }
        return new TurnoutFigures(
                votes,
                most,
                rejected(first),
                number(first, Column.ELECTORATE).filter(persons -> persons > 0),
                number(first, Column.SEATS).map(Long::intValue).orElse(winners),
                decimal(first.getOrDefault(Column.TURNOUT_PERCENTAGE, "")));
    }

    /** Whether there are votes to compare with. */
    boolean polled() {
        return most > 0;
    }

    boolean mayBeCount(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(most)) >= 0
                && electorate
                        .map(persons -> value.compareTo(BigDecimal.valueOf(persons)) <= 0 || countsVotes(value))
                        .orElse(true);
    }

    boolean mayBePercentage(BigDecimal value) {
        if (value.compareTo(BigDecimal.valueOf(100)) > 0) {
            return false;
        }
        return electorate
                .map(persons -> share(fewestPapers(), persons)
                                        .subtract(TOLERANCE)
                                        .compareTo(value)
                                <= 0
                        && share(votes + rejected, persons).add(TOLERANCE).compareTo(value) >= 0)
                .orElse(true);
    }

    /** Whether a count is that of all votes where a paper holds several: it says nothing about papers. */
    boolean countsVotes(BigDecimal value) {
        return seats > 1 && isVotesOrVotesAndRejected(value);
    }

    /** Whether a count can be of nothing but papers. */
    boolean provesPapers(BigDecimal value) {
        boolean byVotes = seats == 1 && value.longValueExact() == votes + rejected;
        boolean byShare = electorate.isPresent()
                && percentage
                        .filter(given -> share(value.longValueExact(), electorate.get())
                                        .subtract(given)
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0)
                        .isPresent();
        return byVotes || byShare;
    }

    /** Why a count of papers issued cannot be taken for the papers cast; empty where it can. */
    public Optional<String> whyNotPapers(String issued) {
        if (!issued.matches("\\d{1,9}")) {
            return Optional.of("number");
        }
        BigDecimal papers = new BigDecimal(issued);
        if (countsVotes(papers)) {
            return Optional.of("votes");
        }
        boolean fits = polled()
                && mayBeCount(papers)
                && papers.longValueExact() >= fewestPapers()
                && papers.longValueExact() <= votes + rejected;
        return fits ? Optional.empty() : Optional.of("unfit");
    }

    private boolean isVotesOrVotesAndRejected(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(votes)) == 0
                || value.compareTo(BigDecimal.valueOf(votes + rejected)) == 0;
    }

    private long fewestPapers() {
        long byVotes = seats > 0 ? (votes + seats - 1) / seats : 0;
        return Math.max(most, byVotes);
    }

    private static BigDecimal share(long papers, long persons) {
        return BigDecimal.valueOf(papers * 100).divide(BigDecimal.valueOf(persons), MathContext.DECIMAL64);
    }

    /** All rejected papers, else those of all grounds together. */
    private static long rejected(Map<Column, String> row) {
        boolean both = number(row, Column.REJECTED_UNMARKED_OR_VOID).isPresent();
        return number(row, Column.REJECTED_BALLOT_PAPERS)
                .orElseGet(() -> Column.grounds().stream()
                        .filter(column -> !both || !PARTS.contains(column))
                        .mapToLong(column -> number(row, column).orElse(0L))
                        .sum());
    }

    private static Optional<Long> number(Map<Column, String> row, Column column) {
        String digits = row.getOrDefault(column, "").replace(",", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,60})?%?")
                ? Optional.of(new BigDecimal(text.replace("%", "")))
                : Optional.empty();
    }
}
