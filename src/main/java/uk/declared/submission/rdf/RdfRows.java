package uk.declared.submission.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Office;
import uk.declared.election.RejectionGround;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.reference.Geography;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.row.PathLayout;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Texts;

/** Makes what RDF says of one contest into the rows that a table of its candidacies would have. */
final class RdfRows {
    private static final Pattern PERSON = Pattern.compile(".*/person/dc-(\\d+)$");
    private static final Pattern PARTY = Pattern.compile("PPm?\\d{1,6}");
    private static final List<String> IDENTIFYING = List.of("office", "pollingDate", "contestType");

    private final RdfValues values;
    private final ReadOptions options;
    private final RdfArea areas;
    private final RdfBody bodies;
    private final RdfDeclaration declarations;
    private final RdfStages stages;

    RdfRows(RdfValues values, ReadOptions options, Geography geography) {
        this.values = values;
        this.options = options;
        this.areas = new RdfArea(values, geography);
        this.bodies = new RdfBody(values);
        this.declarations = new RdfDeclaration(values);
        this.stages = new RdfStages(values);
    }

    /** The rows, one at least; none where something is missing that tells the contest from others, which is reported. */
    Optional<List<TableRow>> of(RdfTerm contest, List<RdfTerm> candidacies) {
        values.reach(contest, Reach.OWN);
        Map<Column, Found> said = new TreeMap<>();
        fields(contest, Column.Scope.CONTEST, said);
        areas.read(contest, said);
        Optional<Office> office = office(said);
        Optional<LocalDate> day = day(said);
        if (office.isPresent() && day.isPresent()) {
            bodies.read(contest, office.get(), day.get(), said);
        }
        rejections(contest, said);
        vacancies(contest, said);
        declarations.read(contest, said);
        List<Map<Column, Found>> candidates =
                candidacies.stream().map(this::candidate).toList();
        List<Map<StageColumn, String>> figures = stages.read(contest, candidacies, candidates);
        requireIdentity(contest);
        List<RdfParts.Row> parts = new RdfParts(values, this::rejections).read(contest, candidacies, candidates);
        boolean bodyMissing =
                office.filter(of -> of != Office.MEMBER_OF_PARLIAMENT).isPresent()
                        && !said.containsKey(Column.BODY_NAME)
                        && options.council().isEmpty();
        if (bodyMissing && day.isPresent()) {
            values.missing(contest, RdfNames.le("election"));
        }
        boolean told = office.isPresent()
                && (day.isPresent()
                        || (!said.containsKey(Column.POLLING_DATE)
                                && options.pollingDate().isPresent()))
                && said.containsKey(Column.CONTEST_TYPE)
                && said.containsKey(Column.AREA_NAME)
                && !bodyMissing;
        return told ? Optional.of(rows(contest, candidacies, said, candidates, figures, parts)) : Optional.empty();
    }

    private void fields(RdfTerm subject, Column.Scope about, Map<Column, Found> into) {
        for (Column column : Column.stated(about)) {
            values.one(subject, column)
                    .filter(found -> !found.text().isEmpty())
                    .ifPresent(found -> into.put(column, found));
        }
    }

    /** A value that could not be read has been reported; only one that is not there is missing. */
    private void requireIdentity(RdfTerm contest) {
        for (String property : IDENTIFYING) {
            boolean besides =
                    property.equals("pollingDate") && options.pollingDate().isPresent();
            boolean there = values.document().about(contest).stream()
                    .anyMatch(statement -> statement.predicate().equals(RdfNames.le(property)));
            if (!there && !besides) {
                values.missing(contest, RdfNames.le(property));
            }
        }
    }

    private Optional<Office> office(Map<Column, Found> said) {
        Optional<Found> found = Optional.ofNullable(said.get(Column.OFFICE));
        Optional<Office> office = found.flatMap(code -> Arrays.stream(Office.values())
                .filter(one -> one.notation().equals(code.text()))
                .findFirst());
        if (office.isEmpty()) {
            found.ifPresent(code -> unknown(code, Arrays.stream(Office.values()).map(Office::notation)));
        }
        return office;
    }

    private Optional<LocalDate> day(Map<Column, Found> said) {
        Found found = said.get(Column.POLLING_DATE);
        if (found == null) {
            return options.pollingDate();
        }
        try {
            return Optional.of(LocalDate.parse(found.text()));
        } catch (DateTimeException e) {
            values.report("F032", Severity.VIOLATION, found.place(), found.text(), Map.of());
            return Optional.empty();
        }
    }

    private void rejections(RdfTerm contest, Map<Column, Found> into) {
        Map<String, Column> columns = new HashMap<>();
        Column.grounds().forEach(column -> column.ground().ifPresent(ground -> columns.put(ground.notation(), column)));
        for (Statement statement : values.things(contest, RdfNames.le("rejection"))) {
            RdfTerm rejection = statement.object();
            values.reach(rejection, Reach.OWN);
            Optional<Found> ground = values.code(rejection, "ground", "rejection-ground");
            Optional<Found> papers = values.one(rejection, RdfNames.le("ballotPapers"), Type.INTEGER);
            if (ground.isEmpty()) {
                requireGround(rejection);
                continue;
            }
            Column column = columns.get(ground.get().text());
            if (column == null) {
                unknown(ground.get(), Arrays.stream(RejectionGround.values()).map(RejectionGround::notation));
            } else if (papers.isPresent()) {
                Found before = into.putIfAbsent(column, papers.get());
                if (before != null && !before.text().equals(papers.get().text())) {
                    values.disagree(papers.get(), before, RdfNames.le("ballotPapers"));
                }
            }
        }
    }

    private void requireGround(RdfTerm rejection) {
        if (values.document().about(rejection).stream()
                .noneMatch(statement -> statement.predicate().equals(RdfNames.le("ground")))) {
            values.missing(rejection, RdfNames.le("ground"));
        }
    }

    private void unknown(Found code, Stream<String> known) {
        values.report(
                "F044",
                Severity.VIOLATION,
                code.place(),
                code.text(),
                Map.of("codes", known.collect(Collectors.joining(", "))));
    }

    /** A result holds one reason. Where seats were vacant for several, none is taken, and the rest is said to be left. */
    private void vacancies(RdfTerm contest, Map<Column, Found> into) {
        List<Statement> vacancies = values.things(contest, RdfNames.le("vacancy"));
        vacancies.forEach(statement -> values.reach(statement.object(), Reach.OWN));
        if (vacancies.stream().map(Statement::object).distinct().count() == 1) {
            values.code(vacancies.get(0).object(), Column.VACANCY_REASON.property(), "vacancy-reason")
                    .ifPresent(reason -> into.put(Column.VACANCY_REASON, reason));
        }
    }

    private Map<Column, Found> candidate(RdfTerm candidacy) {
        values.reach(candidacy, Reach.OWN);
        Map<Column, Found> said = new TreeMap<>();
        fields(candidacy, Column.Scope.CANDIDACY, said);
        if (!said.containsKey(Column.NAME_ON_BALLOT_PAPER)
                && !said.containsKey(Column.FAMILY_NAME)
                && !said.containsKey(Column.GIVEN_NAME)) {
            values.missing(candidacy, RdfNames.le("nameOnBallotPaper"));
        }
        values.one(candidacy, RdfNames.le("candidate"), Type.THING).ifPresent(person -> {
            values.reach(person.term(), Reach.SHARED);
            Matcher number = PERSON.matcher(person.text());
            said.put(
                    Column.PERSON_ID,
                    number.matches() ? new Found(person.term(), number.group(1), person.place()) : person);
        });
        values.one(candidacy, RdfNames.le("party"), Type.THING).ifPresent(party -> party(party, said));
        return said;
    }

    /** The Electoral Commission's identifier, which stands in the party's URI, its notation, or those of its members. */
    private void party(Found party, Map<Column, Found> into) {
        values.reach(party.term(), Reach.SHARED);
        List<RdfTerm> members = values.things(party.term(), RdfNames.le("jointOf")).stream()
                .map(Statement::object)
                .distinct()
                .limit(10)
                .toList();
        members.forEach(member -> values.reach(member, Reach.SHARED));
        Optional<Found> notation = values.document().about(party.term()).stream()
                .filter(statement -> statement.predicate().equals(RdfNames.NOTATION))
                .filter(statement ->
                        PARTY.matcher(statement.object().toString()).matches())
                .map(statement ->
                        new Found(statement.object(), statement.object().toString(), party.place()))
                .findFirst();
        String own = Texts.lastPart(party.text());
        boolean told = PARTY.matcher(own).matches() || own.startsWith("joint-party");
        if (told || (members.isEmpty() && notation.isEmpty())) {
            into.put(Column.PARTY_ID, new Found(party.term(), told ? own : party.text(), party.place()));
        } else {
            String ids = members.stream()
                    .map(member -> Texts.lastPart(member.toString()))
                    .sorted()
                    .collect(Collectors.joining(" "));
            into.put(Column.PARTY_ID, notation.orElseGet(() -> new Found(party.term(), ids, party.place())));
        }
        if (!told && notation.isEmpty() && !into.containsKey(Column.PARTY_NAME)) {
            values.one(party.term(), RdfNames.LABEL, Type.TEXT).ifPresent(label -> into.put(Column.PARTY_NAME, label));
        }
    }

    private List<TableRow> rows(
            RdfTerm contest,
            List<RdfTerm> candidacies,
            Map<Column, Found> said,
            List<Map<Column, Found>> candidates,
            List<Map<StageColumn, String>> figures,
            List<RdfParts.Row> parts) {
        List<RdfTerm> subjects = new ArrayList<>(candidacies.isEmpty() ? List.of(contest) : candidacies);
        List<Map<Column, Found>> all = new ArrayList<>();
        (candidacies.isEmpty() ? List.<Map<Column, Found>>of(Map.of()) : candidates)
                .forEach(candidate -> all.add(with(ofAccount(said), candidate)));
        parts.forEach(part -> {
            subjects.add(part.subject());
            all.add(part.said());
        });
        Map<Column, Found> shared = new TreeMap<>(said);
        shared.keySet().removeIf(Column::isOfAccount);
        PathLayout layout = new PathLayout(
                places(shared),
                all.stream().map(RdfRows::places).toList(),
                subjects.stream().map(this::place).toList());
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Map<Column, String> texts = new TreeMap<>();
            with(shared, all.get(i)).forEach((column, found) -> texts.put(column, found.text()));
            rows.add(new TableRow(layout, i + 1, texts, i < figures.size() ? figures.get(i) : Map.of()));
        }
        return rows;
    }

    private static Map<Column, Found> ofAccount(Map<Column, Found> said) {
        Map<Column, Found> account = new TreeMap<>(said);
        account.keySet().removeIf(column -> !column.isOfAccount());
        return account;
    }

    private static Map<Column, Found> with(Map<Column, Found> said, Map<Column, Found> more) {
        Map<Column, Found> all = new TreeMap<>(said);
        all.putAll(more);
        return all;
    }

    private static Map<Column, Place> places(Map<Column, Found> found) {
        Map<Column, Place> places = new TreeMap<>();
        found.forEach((column, value) -> places.put(column, value.place()));
        return places;
    }

    private Place place(RdfTerm thing) {
        int line = values.document().about(thing).stream()
                .findFirst()
                .map(Statement::line)
                .orElse(0);
        return RdfNames.place(values.file(), thing, line);
    }
}
