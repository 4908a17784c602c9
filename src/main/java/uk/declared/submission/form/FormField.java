package uk.declared.submission.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.declared.format.Column;

/**
 * What a label of a council's return may ask for. A label is known by its words that matter: “Number of valid ballot papers”
 * and “Valid papers (total)” both come down to “valid”.
 */
enum FormField {
    COUNCIL(
            Column.COUNCIL,
            "borough",
            "london borough",
            "council",
            "name council",
            "name borough",
            "borough name",
            "council name",
            "authority",
            "name authority",
            "authority name",
            "borough council"),
    POLLING_DATE(
            Column.POLLING_DATE,
            "date",
            "polling day",
            "polling date",
            "poll date",
            "date poll",
            "date polling",
            "day poll",
            "day polling",
            "day",
            "date held"),
    WARD(
            Column.AREA_NAME,
            "ward",
            "name ward",
            "ward name",
            "electoral ward",
            "electoral area",
            "division",
            "electoral division",
            "ward division"),
    SEATS(
            Column.SEATS,
            "councillor elected",
            "councillor",
            "member elected",
            "seat",
            "seat filled",
            "seat available",
            "vacancy",
            "vacancy filled",
            "candidate elected",
            "seat contested"),
    ELECTORATE(
            Column.ELECTORATE,
            "elector",
            "electorate",
            "elector registered",
            "registered elector",
            "registered voter",
            "eligible elector",
            "eligible voter",
            "elector eligible",
            "voter registered",
            "size electorate",
            "electorate size",
            "elector register",
            "register elector",
            "elector vote",
            "voter"),
    VALID(Column.VALID_BALLOT_PAPERS, "valid", "valid counted", "good"),
    CAST(Column.BALLOT_PAPERS_CAST, "cast", "counted", "verified"),
    STATIONS(
            null,
            "polling station",
            "station",
            "cast polling station",
            "vote polling station",
            "vote cast polling station",
            "person",
            "cast person"),
    POSTAL(
            Column.POSTAL_BALLOT_PAPERS,
            "postal vote",
            "postal",
            "post",
            "cast post",
            "vote post",
            "vote cast post",
            "postal voter",
            "postal vote cast",
            "cast postal vote"),
    TURNOUT(Column.TURNOUT_PERCENTAGE, "turnout", "turn out", "voter turnout", "poll", "polled"),
    REJECTED(Column.REJECTED_BALLOT_PAPERS, "rejected", "spoilt", "spoiled", "rejected spoilt", "spoilt rejected"),
    REJECTED_IN_PART(
            Column.REJECTED_IN_PART, "rejected part", "part rejected", "partially rejected", "partly rejected"),
    OFFICIAL_MARK(Column.REJECTED_OFFICIAL_MARK, Pattern.compile("official mark")),
    TOO_MANY(Column.REJECTED_TOO_MANY_VOTES, Pattern.compile("more candidate|too many|more vote|over ?voted")),
    IDENTIFICATION(Column.REJECTED_IDENTIFICATION, Pattern.compile("voter .*identif|identif.* voter")),
    UNMARKED(Column.REJECTED_UNMARKED_OR_VOID, Pattern.compile("unmarked|uncertain"));

    /** Words that make no difference to what a label asks for. */
    private static final Set<String> FILLERS = Set.of(
            "number",
            "no",
            "of",
            "the",
            "in",
            "this",
            "for",
            "from",
            "at",
            "by",
            "to",
            "be",
            "is",
            "total",
            "overall",
            "local",
            "government",
            "entitled",
            "ballot",
            "paper",
            "percentage",
            "percent",
            "per",
            "cent",
            "figure",
            "election",
            "all",
            "on",
            "and",
            "or",
            "a",
            "s");

    private static final Pattern LIST_MARK = Pattern.compile("^(?:\\(?(?:[a-h]|[ivx]{1,4}|\\d{1,2})[).:]?\\s)");
    private static final Pattern NOT_COMPARED = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 160;

    private final Optional<Column> column;
    private final Set<String> labels;
    private final Optional<Pattern> anywhere;

    FormField(@Nullable Column column, String... labels) {
        this.column = Optional.ofNullable(column);
        this.labels = Set.of(labels);
        this.anywhere = Optional.empty();
    }

    /** A label that is known by some of its words, since its wording is long and varies. */
    FormField(Column column, Pattern anywhere) {
        this.column = Optional.of(column);
        this.labels = Set.of();
        this.anywhere = Optional.of(anywhere);
    }

    /** The column that the field is one of a table; only papers from polling stations have none. */
    Optional<Column> column() {
        return column;
    }

    /** What a text asks for, where it is a label. */
    static Optional<FormField> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = words(text);
        String all = String.join(" ", words);
        String meant = words.stream().filter(word -> !FILLERS.contains(word)).collect(Collectors.joining(" "));
        String withoutPlace = meant.replaceFirst(" ward$", "");
        return Arrays.stream(values())
                .filter(field -> field.labels.contains(meant)
                        || field.labels.contains(withoutPlace)
                        || field.anywhere
                                .filter(part -> part.matcher(all).find())
                                .isPresent())
                .findFirst();
    }

    /** Words in lower case and in the singular, without what numbers a list. */
    static List<String> words(String text) {
        String plain = NOT_COMPARED
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String unlisted = LIST_MARK.matcher(plain).replaceFirst("");
        return Arrays.stream(unlisted.split(" "))
                .filter(word -> !word.isEmpty())
                .map(FormField::singular)
                .toList();
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
