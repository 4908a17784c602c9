package uk.declared.web.thing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.stereotype.Component;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a person whom a source identifies: the names on ballot papers, and each candidacy. */
@Component
final class PersonPage implements ThingPage {
    private final LocalPaths paths;

    PersonPage(LocalPaths paths) {
        this.paths = paths;
    }

    /** What the page shows. */
    record View(String heading, List<Fact> elsewhere, List<Stood> candidacies) {}

    /** A candidacy; votes and result as phrases where there are none. */
    record Stood(
            NamedLink candidacy, NamedLink contest, String day, Affiliation affiliation, String votes, String result) {}

    @Override
    public ThingKind kind() {
        return ThingKind.PERSON;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts person = description.facts();
        List<Facts> candidacies = person.partsBy("candidate").stream()
                .sorted(Comparator.comparing(PersonPage::day).reversed())
                .toList();
        String heading = candidacies.stream()
                .filter(candidacy -> candidacy.value(RDFS.Nodes.label).isPresent())
                .map(Facts::label)
                .findFirst()
                .orElseGet(person::lastPart);
        View view = new View(
                heading,
                Elsewhere.of(person, wording),
                candidacies.stream().map(candidacy -> stood(candidacy, wording)).toList());
        return new Page("person", heading, view, List.of(wording.start()), Optional.empty());
    }

    private static String day(Facts candidacy) {
        return candidacy
                .part("candidacyOf")
                .flatMap(contest -> contest.text("pollingDate"))
                .orElse("");
    }

    private Stood stood(Facts candidacy, Wording wording) {
        Facts contest = candidacy.part("candidacyOf").orElseThrow();
        Optional<Boolean> elected = candidacy.bool("elected");
        Silence silence = Silence.of(contest.one("status"), contest.one("contestStatus"), elected.orElse(false));
        return new Stood(
                paths.link(candidacy.thing(), candidacy.label()),
                paths.link(contest.thing(), contest.label()),
                contest.date("pollingDate").map(wording::date).orElseGet(() -> wording.text("not-stated")),
                Affiliation.of(candidacy, paths, wording),
                candidacy.integer("votes").map(wording::number).orElseGet(() -> silence.phrase(wording)),
                elected.map(is -> wording.text(is ? "elected" : "not-elected"))
                        .orElseGet(() -> silence.phrase(wording)));
    }
}
