package uk.declared.web.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.election.BallotId;
import uk.declared.ground.Json;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.ContestChange;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.Publication;
import uk.declared.report.JsonReport;
import uk.declared.report.RuleTexts;

/** What became of a submission, as JSON: the report, and the URIs of what was published. */
final class PublicationJson {
    private static final int MOST_CHANGES = 50;

    private final Uris uris;
    private final Locale language;
    private final LocalDate deleted;

    /** @param deleted on which day what was sent is deleted, where it is kept at all */
    PublicationJson(Uris uris, Locale language, LocalDate deleted) {
        this.uris = uris;
        this.language = language;
        this.deleted = deleted;
    }

    /**
     * Writes it.
     *
     * @param published whether it was published, and not only looked at
     * @param waiting whether it cannot be seen yet, since the store does not answer
     */
    String write(Publication publication, String submission, boolean published, boolean waiting) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("submission", uris.submission(submission).getURI());
        json.put("published", published && !publication.refused());
        json.put("refused", publication.refused());
        if (waiting) {
            json.put("waitingForStore", true);
        }
        if (published && !publication.published().isEmpty()) {
            json.put("fileDeletedOn", deleted.toString());
        }
        ArrayNode declarations = json.putArray("declarations");
        publication.published().forEach(version -> declarations.add(version(version)));
        contests(json.putArray("unchanged"), publication.unchanged());
        ArrayNode outranked = json.putArray("outranked");
        publication.outranked().forEach(contest -> {
            ObjectNode one = outranked.addObject();
            one.put("contest", uris.contest(contest.contest()).getURI());
            one.put("declaredBy", contest.declaredBy().notation());
            changes(one.putArray("differences"), contest.differences());
        });
        ArrayNode poorer = json.putArray("poorer");
        publication.poorer().forEach(contest -> {
            ObjectNode one = poorer.addObject();
            one.put("contest", uris.contest(contest.contest()).getURI());
            changes(one.putArray("losses"), contest.losses());
        });
        contests(json.putArray("leftOut"), publication.leftOut());
        ArrayNode unidentified = json.putArray("unidentified");
        publication.unidentified().forEach(contest -> {
            ObjectNode one = unidentified.addObject();
            one.put("name", contest.name());
            one.put("place", RuleTexts.in(language).place(contest.place()));
        });
        contests(json.putArray("forbidden"), publication.forbidden());
        contests(json.putArray("overtaken"), publication.overtaken());
        json.set("report", Json.PLAIN.readTree(new JsonReport(language).write(publication.report())));
        return Json.PLAIN.writeValueAsString(json);
    }

    private ObjectNode version(Publication.Version version) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("contest", uris.contest(version.contest()).getURI());
        json.put(
                "declaration",
                uris.declaration(version.contest(), version.version()).getURI());
        json.put("version", version.version());
        json.put("receipt", uris.receipt(version.contest(), version.version()));
        changes(json.putArray("changes"), version.changes());
        return json;
    }

    private void changes(ArrayNode into, List<ContestChange> changes) {
        ChangeWords.in(language).lines(changes, MOST_CHANGES).forEach(into::add);
    }

    private void contests(ArrayNode into, List<BallotId> contests) {
        contests.forEach(contest -> into.add(uris.contest(contest).getURI()));
    }
}
