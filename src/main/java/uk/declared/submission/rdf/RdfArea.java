package uk.declared.submission.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.text.Texts;

/**
 * Reads the electoral area of a contest. Its code is told by the contest's statistical geography, or by the area's
 * own, its notation or its URI; its name by the area's label, or else by the geography.
 */
final class RdfArea {
    private final RdfValues values;
    private final Geography geography;

    RdfArea(RdfValues values, Geography geography) {
        this.values = values;
        this.geography = geography;
    }

    /** Puts code and name of the area where a table would have them. */
    void read(RdfTerm contest, Map<Column, Found> into) {
        Optional<Found> area = values.one(contest, RdfNames.le("electoralArea"), Type.THING);
        Optional<Found> ofContest = values.one(contest, RdfNames.le("statisticalGeography"), Type.THING);
        List<Found> codes = new ArrayList<>();
        area.ifPresent(found -> {
            values.reach(found.term(), Reach.SHARED);
            codes.addAll(codesOf(found));
        });
        ofContest.ifPresent(found -> {
            codes.stream()
                    .filter(code -> !lastPart(code).equals(lastPart(found)))
                    .findFirst()
                    .ifPresent(code -> values.disagree(found, code, RdfNames.le("statisticalGeography")));
            into.put(Column.AREA_CODE, found);
        });
        codes.stream().findFirst().ifPresent(code -> into.putIfAbsent(Column.AREA_CODE, code));
        Optional<Found> name = area.flatMap(this::label)
                .or(() -> Optional.ofNullable(into.get(Column.AREA_CODE)).flatMap(this::known));
        if (name.isPresent()) {
            into.put(Column.AREA_NAME, name.get());
        } else if (area.isPresent()) {
            values.missing(area.get().term(), RdfNames.LABEL);
        } else if (values.document().about(contest).stream()
                .noneMatch(statement -> statement.predicate().equals(RdfNames.le("electoralArea")))) {
            values.missing(contest, RdfNames.le("electoralArea"));
        }
    }

    private List<Found> codesOf(Found area) {
        List<Found> codes = new ArrayList<>();
        values.one(area.term(), RdfNames.le("statisticalGeography"), Type.THING).ifPresent(codes::add);
        values.document().about(area.term()).stream()
                .filter(statement -> statement.predicate().equals(RdfNames.NOTATION))
                .filter(statement ->
                        GssCode.parse(statement.object().toString()).isPresent())
                .map(statement ->
                        new Found(statement.object(), statement.object().toString(), values.place(statement)))
                .limit(2)
                .forEach(codes::add);
        if (GssCode.parse(lastPart(area)).isPresent()) {
            codes.add(area);
        }
        return codes;
    }

    private Optional<Found> label(Found area) {
        return values.one(area.term(), RdfNames.LABEL, Type.TEXT)
                .or(() -> values.one(area.term(), RdfNames.PREF_LABEL, Type.TEXT))
                .filter(label -> !label.text().isEmpty());
    }

    private Optional<Found> known(Found code) {
        return GssCode.parse(lastPart(code))
                .flatMap(geography::area)
                .map(AreaRecord::name)
                .map(name -> new Found(code.term(), name, code.place()));
    }

    private static String lastPart(Found found) {
        return Texts.lastPart(found.text());
    }
}
