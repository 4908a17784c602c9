package uk.declared.report;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;

/** Writes a report as JSON, for programs. A finding's {@code page} is the path of its rule's page on any server. */
public final class JsonReport {
    private final RuleTexts texts;

    public JsonReport(Locale language) {
        this.texts = RuleTexts.in(language);
    }

    /** The report as one JSON object. */
    public String write(Report report) {
        ObjectNode json = Json.PLAIN.createObjectNode();
        json.put("file", report.file());
        json.put("conforms", !report.refused());
        writeSummary(report.summary(), json.putObject("summary"));
        ObjectNode counts = json.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.name().toLowerCase(Locale.ROOT), report.count(severity));
        }
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> writeFinding(finding, findings.addObject()));
        return Json.PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static void writeSummary(Summary summary, ObjectNode json) {
        json.put("contests", summary.contests());
        json.put("candidacies", summary.candidacies());
        json.put("elected", summary.elected());
        json.put("votes", summary.votes());
        ObjectNode seats = json.putObject("seatsByParty");
        summary.seatsByParty().forEach(seats::put);
    }

    private void writeFinding(Finding finding, ObjectNode json) {
        json.put("rule", finding.rule());
        json.put("page", "/def/rules/" + finding.rule());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("message", texts.message(finding));
        json.put("mend", texts.mend(finding));
        finding.contest().ifPresent(contest -> json.put("contest", contest));
        finding.value().ifPresent(value -> json.put("value", value));
        ObjectNode place = json.putObject("place");
        place.put("file", finding.place().file());
        finding.place().sheet().ifPresent(sheet -> place.put("sheet", sheet));
        finding.place().row().ifPresent(row -> place.put("row", row));
        finding.place().columnLetters().ifPresent(column -> place.put("column", column));
        finding.place().heading().ifPresent(heading -> place.put("heading", heading));
        finding.place().path().ifPresent(path -> place.put("path", path));
    }
}
