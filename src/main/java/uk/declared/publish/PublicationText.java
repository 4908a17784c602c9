package uk.declared.publish;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.ContestChange;
import uk.declared.report.RuleTexts;
import uk.declared.submission.UnidentifiedContest;

/** Says in plain text what became of a submission, besides what its report says. */
public final class PublicationText {
    private static final int MOST_CHANGES = 20;

    private final ChangeWords changes;
    private final RuleTexts texts;
    private final NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.UK);

    /** @param language English where it is not Welsh */
    public PublicationText(Locale language) {
        this.changes = ChangeWords.in(language);
        this.texts = RuleTexts.in(language);
    }

    /** The lines, each ended by a line feed; none where nothing was published. */
    public String write(Publication publication) {
        return write(publication, false);
    }

    /** @param waiting whether what was published cannot be seen yet, since the store does not answer */
    public String write(Publication publication, boolean waiting) {
        StringBuilder text = new StringBuilder();
        list(text, "publication.forbidden", publication.forbidden());
        list(text, "publication.overtaken", publication.overtaken());
        if (publication.refused()) {
            return text.toString();
        }
        long corrections = publication.published().stream()
                .filter(version -> version.version() > 1)
                .count();
        text.append(texts.label("publication.published")
                        .replace("{0}", numbers.format(publication.published().size()))
                        .replace("{1}", numbers.format(corrections))
                        .replace("{2}", numbers.format(publication.unchanged().size())))
                .append('\n');
        if (waiting) {
            text.append(texts.label("publication.waiting")).append('\n');
        }
        for (Publication.Version version : publication.published()) {
            if (version.version() > 1) {
                line(text, "publication.changed", version.contest());
                changes(text, version.changes());
            }
        }
        list(text, "publication.left-out", publication.leftOut());
        for (UnidentifiedContest contest : publication.unidentified()) {
            text.append("  ")
                    .append(texts.label("publication.unidentified")
                            .replace("{0}", contest.name())
                            .replace("{1}", texts.place(contest.place())))
                    .append('\n');
        }
        for (Publication.Outranked outranked : publication.outranked()) {
            line(text, "publication.outranked", outranked.contest());
            changes(text, outranked.differences());
        }
        for (Publication.Poorer poorer : publication.poorer()) {
            line(text, "publication.poorer", poorer.contest());
            changes(text, poorer.losses());
        }
        return text.toString();
    }

    private void list(StringBuilder text, String key, List<BallotId> contests) {
        contests.forEach(contest -> line(text, key, contest));
    }

    private void line(StringBuilder text, String key, BallotId contest) {
        text.append("  ")
                .append(texts.label(key).replace("{0}", contest.value()))
                .append('\n');
    }

    private void changes(StringBuilder text, List<ContestChange> differences) {
        changes.lines(differences, MOST_CHANGES)
                .forEach(line -> text.append("    ").append(line).append('\n'));
    }
}
