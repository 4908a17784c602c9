package uk.declared.submission.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.declared.election.BallotId;
import uk.declared.election.ContestType;
import uk.declared.election.Office;
import uk.declared.election.OtherBodies;

/**
 * What Democracy Club's identifier of a ballot or an election says, such as {@code
 * local.trafford.bucklow-st-martins.by.2017-09-14}.
 *
 * @param text the identifier, in lower case
 * @param kind its first part, which tells the office; with the second where that tells seats of a body apart
 * @param names its further parts but the day: body and area
 * @param day the polling day
 */
public record BallotName(String text, String kind, List<String> names, ContestType type, LocalDate day) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z0-9-]+){0,6}\\.\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST = 200;

    /** Reads an identifier; empty where it is none. */
    public static Optional<BallotName> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST || !FORM.matcher(lower).matches()) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(lower.split("\\."));
        boolean byElection = parts.size() > 2 && parts.get(parts.size() - 2).equals("by");
        try {
            return Optional.of(new BallotName(
                    lower,
                    parts.get(0),
                    List.copyOf(parts.subList(1, parts.size() - (byElection ? 2 : 1))),
                    byElection ? ContestType.BY_ELECTION : ContestType.ORDINARY,
                    LocalDate.parse(parts.get(parts.size() - 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The office, where it is one that results are held for. */
    public Optional<Office> office() {
        return switch (kind) {
            case "local" -> Optional.of(isOfAldermen() ? Office.ALDERMAN : Office.COUNCILLOR);
            case "mayor" -> Optional.of(Office.MAYOR);
            case "pcc" -> Optional.of(Office.POLICE_AND_CRIME_COMMISSIONER);
            case "parl" -> Optional.of(Office.MEMBER_OF_PARLIAMENT);
            default -> Optional.empty();
        };
    }

    private boolean isOfAldermen() {
        return names.stream()
                .limit(1)
                .anyMatch(body -> OtherBodies.shipped().aldermen(body).isPresent());
    }

    /** Whether it names one contest, with all that an identifier of its kind needs. */
    public boolean namesContest() {
        return names.size() == (kind.equals("local") ? 2 : 1);
    }

    /** The short name of the body that is elected to; Parliament needs none. */
    public Optional<String> body() {
        return kind.equals("parl") ? Optional.empty() : names.stream().findFirst();
    }

    /** The short name of the area, where the body has several. */
    public Optional<String> area() {
        if (kind.equals("parl")) {
            return names.stream().findFirst();
        }
        return names.stream().skip(1).findFirst();
    }

    BallotId id() {
        return new BallotId(text);
    }

    /** A short name as words, such as “St Marys” for {@code st-marys}: its accents, apostrophes and dots are lost. */
    public static String asWords(String slug) {
        StringBuilder words = new StringBuilder();
        for (String word : slug.split("-")) {
            boolean small = words.length() > 0
                    && List.of("and", "of", "the", "in", "on", "upon", "with", "by", "cum", "le", "y")
                            .contains(word);
            words.append(words.isEmpty() ? "" : " ")
                    .append(small || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return words.toString();
    }
}
