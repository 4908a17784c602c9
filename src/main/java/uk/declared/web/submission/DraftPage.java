package uk.declared.web.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.publish.Draft;
import uk.declared.publish.Publication;
import uk.declared.report.ReportView;
import uk.declared.report.RuleTexts;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.web.access.FormToken;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;

/** Makes the page about a draft: the report, and what would become of each contest. */
@Component
final class DraftPage {
    private static final int MOST_CONTESTS = 400;
    private static final int MOST_CHANGES = 12;

    /**
     * The page.
     *
     * @param whole what publishing the whole file would do
     * @param shown what publishing would do that the page shows: where the whole cannot be published, what conforms
     */
    DraftView of(Draft draft, Publication whole, Publication shown, FormToken form, boolean marked, Wording wording) {
        String path = "/submissions/drafts/" + draft.id();
        return new DraftView(
                form,
                path,
                draft.name(),
                wording.time(draft.expires()),
                ReportView.of(whole.report(), wording.locale()),
                groups(path, shown, wording),
                !whole.refused(),
                whole.refused() && !shown.refused(),
                !shown.poorer().isEmpty(),
                !whole.overtaken().isEmpty(),
                marked ? Optional.of(path + "/marked") : Optional.empty(),
                marked && whole.report().summary().contests() == 0);
    }

    private static List<DraftView.Group> groups(String path, Publication publication, Wording wording) {
        ChangeWords words = ChangeWords.in(wording.locale());
        List<DraftView.Group> groups = new ArrayList<>();
        add(groups, "forbidden", contests(path, publication.forbidden()), wording);
        add(groups, "overtaken", contests(path, publication.overtaken()), wording);
        add(groups, "left-out", contests(path, publication.leftOut()), wording);
        add(
                groups,
                "unidentified",
                publication.unidentified().stream()
                        .map(contest -> new DraftView.Contest(new NamedLink("", said(contest, wording)), List.of()))
                        .toList(),
                wording);
        add(
                groups,
                "outranked",
                publication.outranked().stream()
                        .map(contest -> new DraftView.Contest(
                                link(path, contest.contest()), words.lines(contest.differences(), MOST_CHANGES)))
                        .toList(),
                wording);
        add(
                groups,
                "poorer",
                publication.poorer().stream()
                        .map(contest -> new DraftView.Contest(
                                link(path, contest.contest()), words.lines(contest.losses(), MOST_CHANGES)))
                        .toList(),
                wording);
        add(
                groups,
                "changed",
                publication.published().stream()
                        .filter(version -> version.version() > 1)
                        .map(version -> new DraftView.Contest(
                                link(path, version.contest()), words.lines(version.changes(), MOST_CHANGES)))
                        .toList(),
                wording);
        add(
                groups,
                "new",
                contests(
                        path,
                        publication.published().stream()
                                .filter(version -> version.version() == 1)
                                .map(Publication.Version::contest)
                                .toList()),
                wording);
        add(groups, "unchanged", contests(path, publication.unchanged()), wording);
        return groups;
    }

    private static String said(UnidentifiedContest contest, Wording wording) {
        String place = RuleTexts.in(wording.locale()).place(contest.place());
        return Stream.of(contest.name(), place).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static void add(
            List<DraftView.Group> groups, String fate, List<DraftView.Contest> contests, Wording wording) {
        if (!contests.isEmpty()) {
            int shown = Math.min(MOST_CONTESTS, contests.size());
            groups.add(new DraftView.Group(
                    wording.text("draft.group." + fate, contests.size()),
                    wording.text("draft.note." + fate),
                    contests.subList(0, shown),
                    contests.size() - shown));
        }
    }

    private static List<DraftView.Contest> contests(String path, List<BallotId> contests) {
        return contests.stream()
                .map(contest -> new DraftView.Contest(link(path, contest), List.of()))
                .toList();
    }

    private static NamedLink link(String path, BallotId contest) {
        return new NamedLink(path + "/contests/" + contest.value(), contest.value());
    }
}
