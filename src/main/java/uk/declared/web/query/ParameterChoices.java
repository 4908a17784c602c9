package uk.declared.web.query;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.query.LibraryQuery;
import uk.declared.query.ParameterType;
import uk.declared.store.Store;
import uk.declared.web.page.Refreshed;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** The elections, councils and parties that a query can be asked about, by their names. */
@Component
final class ParameterChoices {
    private static final int PAUSE = 3;

    private final Map<ParameterType, Refreshed<List<Choice>>> choices = new EnumMap<>(ParameterType.class);

    ParameterChoices(Store store, Uris uris) {
        choices.put(ParameterType.ELECTION, of(store, "choices-elections", uris.base() + Uris.THINGS + "election/"));
        choices.put(ParameterType.COUNCIL, of(store, "choices-councils", uris.base() + Uris.THINGS + "council/"));
        choices.put(ParameterType.PARTY, of(store, "choices-parties", uris.base() + Uris.THINGS + "party/"));
    }

    /**
     * Something to choose.
     *
     * @param id as the query takes it
     * @param day of an election
     */
    record Choice(String id, String name, Optional<LocalDate> day) {
        /** As people read it: with the polling day. */
        String text(Wording wording) {
            return day.map(of -> name + ", " + wording.date(of)).orElse(name);
        }
    }

    private static Refreshed<List<Choice>> of(Store store, String query, String start) {
        Query parsed = StoredQuery.read(query);
        return new Refreshed<>(
                query,
                store::version,
                version -> read(store.patient().select(parsed, Map.of(), Row::all), start),
                before -> {},
                PAUSE);
    }

    private static List<Choice> read(List<Row> rows, String start) {
        return rows.stream()
                .filter(row -> row.node("thing").isPresent())
                .filter(row -> row.required("thing").getURI().startsWith(start))
                .map(row -> new Choice(
                        row.required("thing").getURI().substring(start.length()),
                        row.label("label", "thing"),
                        row.date("day")))
                .toList();
    }

    /** What can be chosen for a parameter; none where anything can be written. */
    List<Choice> of(ParameterType type) {
        return Optional.ofNullable(choices.get(type)).map(Refreshed::now).orElse(List.of());
    }

    /** Values in which a name that was typed has become the identifier of what is named so. */
    Map<String, String> identified(LibraryQuery query, Map<String, String> given, Wording wording) {
        Map<String, String> identified = new LinkedHashMap<>(given);
        query.parameters()
                .forEach(parameter -> Stream.ofNullable(given.get(parameter.name()))
                        .flatMap(text -> of(parameter.type()).stream()
                                .filter(choice -> choice.text(wording).equalsIgnoreCase(text.strip())))
                        .findFirst()
                        .ifPresent(choice -> identified.put(parameter.name(), choice.id())));
        return identified;
    }
}
