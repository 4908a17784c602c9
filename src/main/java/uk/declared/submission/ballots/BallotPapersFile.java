package uk.declared.submission.ballots;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.count.Profile;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.text.Texts;

/**
 * The ballot papers of one contest by their order of preference, as a BLT file has them, or as the same lines set apart
 * by commas: the numbers of candidates and seats; a line for each group of papers, its number first; the candidates; the
 * contest's title.
 *
 * @param title the last line
 * @param titleLine its number, counted from 1
 * @param blank papers without any preference, which are in no count
 */
record BallotPapersFile(Profile profile, List<Candidate> candidates, String title, int titleLine, int blank) {
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,3})[ \\t,]+(\\d{1,2})[ \\t,]*");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t,]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern WITHDRAWN = Pattern.compile("(-\\d{1,3}[ \\t,]*)+");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final Pattern NUMBERED = Pattern.compile("(?i)candidate\\s*\\d+");
    private static final Pattern NAME_AND_PARTY = Pattern.compile("(.*?)\\s*[\"\u201c](.+)[\"\u201d]\\s*");
    private static final Pattern PAPERS = Pattern.compile("(?:\\([^)]*\\)\\s*)?\\d{1,9}(?:[ \\t,]+\\d{1,9})+[ \\t,]*");
    private static final Pattern NUMBER_OF_PAPER = Pattern.compile("^\\([^)]*\\)\\s*");
    private static final int MOST_LINES = 2_000_000;

    /**
     * A candidate.
     *
     * @param party as the file has it, where it has one
     * @param line where it stands, counted from 1
     */
    record Candidate(String name, Optional<String> party, int line) {}

    /** Whether a file begins as one does: two counts, and then numbers alone. */
    static boolean begins(String text) {
        List<String> lines = text.lines()
                .map(BallotPapersFile::plain)
                .filter(line -> !line.isEmpty())
                .limit(4)
                .toList();
        return lines.size() > 2
                && COUNTS.matcher(lines.get(0)).matches()
                && lines.subList(1, Math.min(3, lines.size())).stream()
                        .allMatch(line -> line.matches("[-\\d][\\d \\t,-]*")
                                || PAPERS.matcher(line).matches());
    }

    /** @throws UnreadableSubmissionException where a line is none of these, with the line */
    static BallotPapersFile read(String file, BufferedReader lines) throws IOException, UnreadableSubmissionException {
        return new Parser(file, lines).parse();
    }

    /** A line without its comment, which begins with a hash that stands in no quotation marks. */
    private static String plain(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (line.charAt(i) == '#' && !quoted) {
                return Texts.clean(line.substring(0, i));
            }
        }
        return Texts.clean(line);
    }

    /** Reads one file. */
    private static final class Parser {
        private final String file;
        private final BufferedReader lines;
        private final Map<List<Integer>, Integer> papers = new HashMap<>();
        private final List<Candidate> candidates = new ArrayList<>();
        private final HashSet<Integer> withdrawn = new HashSet<>();
        private int number;
        private int wanted;
        private int blank;

        Parser(String file, BufferedReader lines) {
            this.file = file;
            this.lines = lines;
        }

        BallotPapersFile parse() throws IOException, UnreadableSubmissionException {
            String counts = next();
            Matcher sizes = COUNTS.matcher(counts);
            if (!sizes.matches()) {
                throw wrong(counts, "pair of the numbers of candidates and seats");
            }
            wanted = Integer.parseInt(sizes.group(1));
            String line = next();
            boolean ended = false;
            while (!line.contains("\"") && !line.isEmpty() && !(ended && !isPapers(line))) {
                ended |= line.equals("0");
                if (WITHDRAWN.matcher(line).matches()) {
                    SEPARATOR.splitAsStream(line).forEach(each -> withdrawn.add(-Integer.parseInt(each) - 1));
                } else if (!line.equals("0")) {
                    addPapers(line);
                }
                line = next();
            }
            while (candidates.size() < wanted) {
                addCandidate(line);
                line = next();
            }
            return new BallotPapersFile(
                    profile(Integer.parseInt(sizes.group(2))), candidates, title(line), number, blank);
        }

        /** Behind the line that ends the papers come names, with quotation marks or without; some programs end each part so. */
        private static boolean isPapers(String line) {
            return line.equals("0")
                    || PAPERS.matcher(line).matches()
                    || WITHDRAWN.matcher(line).matches();
        }

        private Profile profile(int seats) throws UnreadableSubmissionException {
            List<Profile.Papers> groups = new ArrayList<>();
            for (Map.Entry<List<Integer>, Integer> group : papers.entrySet()) {
                List<Integer> standing = group.getKey().stream()
                        .filter(candidate -> !withdrawn.contains(candidate))
                        .toList();
                if (!standing.isEmpty()) {
                    groups.add(new Profile.Papers(group.getValue(), standing));
                }
            }
            try {
                return new Profile(seats, wanted, groups);
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(papers.size()), "set of ballot papers that can be counted");
            }
        }

        /** The number of papers, then candidates in the order of preference; BLT ends the line with a 0. */
        private void addPapers(String line) throws UnreadableSubmissionException {
            List<Integer> numbers = new ArrayList<>();
            String papersOnly = NUMBER_OF_PAPER.matcher(line).replaceFirst("");
            for (String part : SEPARATOR.split(papersOnly)) {
                if (!NUMBER.matcher(part).matches()) {
                    throw wrong(line, "line of ballot papers: a number of papers, then candidates by their numbers");
                }
                numbers.add(Integer.parseInt(part));
            }
            if (numbers.get(numbers.size() - 1) == 0) {
                numbers.remove(numbers.size() - 1);
            }
            List<Integer> preferences = numbers.subList(Math.min(1, numbers.size()), numbers.size()).stream()
                    .map(candidate -> candidate - 1)
                    .toList();
            boolean known = preferences.stream().allMatch(candidate -> candidate >= 0 && candidate < wanted);
            boolean once = new HashSet<>(preferences).size() == preferences.size();
            if (numbers.size() == 1 && SEPARATOR.split(papersOnly).length == 2) {
                blank += numbers.get(0);
                return;
            }
            if (preferences.isEmpty() || !known || !once) {
                throw wrong(
                        line, "line of ballot papers with each candidate at most once, numbered from 1 to " + wanted);
            }
            try {
                papers.merge(preferences, numbers.get(0), Math::addExact);
            } catch (ArithmeticException e) {
                throw wrong(line, "number of papers that anyone could have cast");
            }
        }

        private void addCandidate(String line) throws UnreadableSubmissionException {
            List<String> texts = new ArrayList<>();
            Matcher quoted = QUOTED.matcher(line);
            while (quoted.find()) {
                texts.add(Texts.clean(quoted.group(1).replace("\"\"", "\"")));
            }
            if (!texts.isEmpty()
                    && texts.size() > 1
                    && NUMBERED.matcher(texts.get(0)).matches()) {
                texts.remove(0);
            }
            if (texts.isEmpty() && !line.isEmpty() && !line.contains("\"") && !isPapers(line)) {
                texts.add(line);
            }
            if (texts.isEmpty() || texts.get(0).isEmpty()) {
                throw wrong(line, "candidate's name");
            }
            Matcher both = NAME_AND_PARTY.matcher(texts.get(0));
            Optional<String> second = texts.size() > 1 ? Optional.of(texts.get(1)) : Optional.empty();
            boolean inside = both.matches() && !both.group(1).isBlank();
            candidates.add(new Candidate(
                    inside ? both.group(1) : texts.get(0),
                    (inside ? Optional.of(both.group(2)) : second).filter(party -> !party.isBlank()),
                    number));
        }

        private static String title(String line) {
            Matcher quoted = QUOTED.matcher(line);
            return Texts.clean(quoted.find() ? quoted.group(1) : line).replaceAll("[,\\s]+$", "");
        }

        /** The next line that is not blank; an empty text at the end. */
        private String next() throws IOException, UnreadableSubmissionException {
            String line = lines.readLine();
            number++;
            while (line != null && plain(line).isEmpty()) {
                line = lines.readLine();
                number++;
            }
            if (number > MOST_LINES) {
                throw wrong(Integer.toString(number), "file of at most " + MOST_LINES + " lines");
            }
            return line == null ? "" : plain(line);
        }

        private UnreadableSubmissionException wrong(String line, String what) {
            String shown = line.length() > 80 ? line.substring(0, 80) + "\u2026" : line;
            return new UnreadableSubmissionException(new Finding(
                    "F055",
                    Severity.VIOLATION,
                    Place.of(file).atRow(number),
                    Optional.empty(),
                    Optional.of(shown),
                    Map.of("wanted", what)));
        }
    }
}
