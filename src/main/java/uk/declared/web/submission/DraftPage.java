package uk.declared.web.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.declared.draft.Draft;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.publish.Publication;
import uk.declared.report.ReportView;
import uk.declared.report.RuleTexts;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.web.access.FormToken;
import uk.declared.web.http.SubmissionPaths;
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
     * @param names of the contests, by their identifiers
     * @param shown what publishing would do that the page shows: where the whole cannot be published, what conforms
     */
    DraftView of(
            Draft draft,
            Publication whole,
            Publication shown,
            FormToken form,
            boolean marked,
            Map<BallotId, String> names,
            Wording wording) {
        String path = SubmissionPaths.draft(draft.id());
        return new DraftView(
                form,
                path,
                draft.name(),
                wording.time(draft.expires()),
                ReportView.ofSent(whole.report(), wording.locale()),
                new Groups(path, names, whole.refused(), wording).of(shown),
                !whole.refused(),
                whole.refused() && !shown.refused(),
                !shown.poorer().isEmpty(),
                !whole.overtaken().isEmpty(),
                marked ? Optional.of(path + "/marked") : Optional.empty(),
                marked && whole.report().summary().contests() == 0);
    }

    /** The contests of a draft by what would become of them. */
    private record Groups(String path, Map<BallotId, String> names, boolean refused, Wording wording) {
        List<DraftView.Group> of(Publication publication) {
            ChangeWords words = ChangeWords.in(wording.locale());
            List<DraftView.Group> groups = new ArrayList<>();
            add(groups, "forbidden", contests(publication.forbidden()));
            add(groups, "overtaken", contests(publication.overtaken()));
            add(groups, "left-out", contests(publication.leftOut()));
            add(
                    groups,
                    "unidentified",
                    publication.unidentified().stream()
                            .map(contest -> new DraftView.Contest(new NamedLink("", said(contest)), List.of()))
                            .toList());
            add(
                    groups,
                    "outranked",
                    publication.outranked().stream()
                            .map(contest -> new DraftView.Contest(
                                    link(contest.contest()), words.lines(contest.differences(), MOST_CHANGES)))
                            .toList());
            add(
                    groups,
                    "poorer",
                    publication.poorer().stream()
                            .map(contest -> new DraftView.Contest(
                                    link(contest.contest()), words.lines(contest.losses(), MOST_CHANGES)))
                            .toList());
            add(
                    groups,
                    "changed",
                    publication.published().stream()
                            .filter(version -> version.version() > 1)
                            .map(version -> new DraftView.Contest(
                                    link(version.contest()), words.lines(version.changes(), MOST_CHANGES)))
                            .toList());
            add(
                    groups,
                    "new",
                    contests(publication.published().stream()
                            .filter(version -> version.version() == 1)
                            .map(Publication.Version::contest)
                            .toList()));
            add(groups, "unchanged", contests(publication.unchanged()));
            return groups;
        }

        private String said(UnidentifiedContest contest) {
            String place = RuleTexts.in(wording.locale()).place(contest.place());
            return Stream.of(contest.name(), place)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /** Of a file that is refused nothing is published as it stands, and the note says so. */
        private void add(List<DraftView.Group> groups, String fate, List<DraftView.Contest> contests) {
            if (!contests.isEmpty()) {
                int shown = Math.min(MOST_CONTESTS, contests.size());
                boolean only = refused && (fate.equals("new") || fate.equals("changed"));
                groups.add(new DraftView.Group(
                        wording.text("draft.group." + fate, contests.size()),
                        wording.text(only ? "draft.note.only-if" : "draft.note." + fate),
                        contests.subList(0, shown),
                        contests.size() - shown));
            }
        }

        private List<DraftView.Contest> contests(List<BallotId> contests) {
            return contests.stream()
                    .map(contest -> new DraftView.Contest(link(contest), List.of()))
                    .toList();
        }

        private NamedLink link(BallotId contest) {
            return new NamedLink(path + "/contests/" + contest.value(), names.getOrDefault(contest, contest.value()));
        }
    }
}
