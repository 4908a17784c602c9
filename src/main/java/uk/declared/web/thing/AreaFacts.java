package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;

/** Writes what is known of an area: its code, names and days, where it lies, and what it replaced. */
final class AreaFacts {
    /** The kinds of areas that have a name here, by what their codes begin with. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("E05", "ward"),
            Map.entry("W05", "ward"),
            Map.entry("S13", "ward"),
            Map.entry("N08", "ward"),
            Map.entry("E58", "division"),
            Map.entry("N10", "electoral-district"),
            Map.entry("E04", "parish"),
            Map.entry("W04", "community"),
            Map.entry("E06", "unitary"),
            Map.entry("W06", "principal"),
            Map.entry("S12", "council-area"),
            Map.entry("E07", "district"),
            Map.entry("N09", "district"),
            Map.entry("E08", "metropolitan"),
            Map.entry("E09", "borough"),
            Map.entry("E10", "county"),
            Map.entry("E12", "region"),
            Map.entry("E47", "combined"),
            Map.entry("E92", "country"),
            Map.entry("N92", "country"),
            Map.entry("S92", "country"),
            Map.entry("W92", "country"));

    private final Facts area;
    private final LocalPaths paths;
    private final Wording wording;
    private final List<Fact> facts = new ArrayList<>();

    private AreaFacts(Facts area, LocalPaths paths, Wording wording) {
        this.area = area;
        this.paths = paths;
        this.wording = wording;
    }

    static List<Fact> of(Facts area, LocalPaths paths, Wording wording) {
        AreaFacts writing = new AreaFacts(area, paths, wording);
        writing.identify();
        writing.addNames();
        writing.addDays();
        writing.addPlaces();
        writing.addChanges();
        writing.facts.addAll(Elsewhere.of(area, wording));
        return writing.facts;
    }

    /** What kind of area it is, in the reader's language; absent for kinds without a name here. */
    static Optional<String> kind(Facts area, Wording wording) {
        return area.notation()
                .filter(code -> code.length() > 3)
                .map(code -> KINDS.get(code.substring(0, 3)))
                .map(kind -> wording.text("area.kind." + kind));
    }

    /** The areas with names that it lies in, the largest first. */
    static List<Facts> parents(Facts area) {
        return area.parts("within").stream()
                .filter(parent -> !parent.label().equals(parent.lastPart()))
                .sorted(Comparator.comparingInt((Facts parent) -> level(parent.lastPart()))
                        .thenComparing(Facts::label))
                .toList();
    }

    /** How far down an area lies: countries first, then regions, combined authorities and counties, then the others. */
    static int level(String code) {
        String entity = code.substring(0, Math.min(3, code.length()));
        return switch (entity) {
            case "K02", "K03", "K04" -> 0;
            case "E92", "N92", "S92", "W92" -> 1;
            case "E12" -> 2;
            case "E47", "E11", "E13" -> 3;
            case "E10" -> 4;
            default -> 5;
        };
    }

    private void identify() {
        area.notation().ifPresent(code -> add("area.code", code));
        kind(area, wording).ifPresent(kind -> add("area.kind", kind));
        area.one("statisticalGeography")
                .ifPresent(uri -> facts.add(Fact.of(
                                wording.text("contest.statistical-geography"),
                                new NamedLink(uri.getURI(), uri.getURI()))
                        .noted(wording.text("contest.statistical-geography.note"))));
    }

    private void addNames() {
        area.welshLabel().filter(name -> !name.equals(area.label())).ifPresent(name -> add("area.welsh-name", name));
        String others = area.values(SKOS.altLabel.asNode()).stream()
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!others.isEmpty()) {
            add("other-names", others);
        }
        for (Facts body : area.partsBy("governs")) {
            facts.add(Fact.of(wording.text("area.governed-by"), paths.link(body.thing(), body.label())));
        }
    }

    private void addDays() {
        String days = days(area);
        if (!days.isEmpty()) {
            add("area.in-force", days);
        }
    }

    /** First where it lies directly, with days; then the further levels above it. */
    private void addPlaces() {
        List<Facts> containments = area.parts("containment").stream()
                .sorted(Comparator.comparing(
                        containment -> containment.date("operativeFrom").orElse(LocalDate.MIN)))
                .toList();
        Set<Node> direct = containments.stream()
                .flatMap(containment -> containment.all("containedIn").stream())
                .collect(Collectors.toSet());
        for (Facts containment : containments) {
            containment.part("containedIn").ifPresent(parent -> {
                Fact fact = link("area.lies-in", parent);
                String days = days(containment);
                facts.add(days.isEmpty() ? fact : fact.noted(days));
            });
        }
        area.parts("within").stream()
                .filter(parent -> !direct.contains(parent.thing()))
                .sorted(Comparator.comparing(Facts::label))
                .forEach(parent -> facts.add(link("area.within", parent)));
    }

    private void addChanges() {
        area.parts("replaces").stream()
                .sorted(Comparator.comparing(Facts::label).thenComparing(Facts::lastPart))
                .forEach(earlier -> facts.add(link("area.replaces", earlier)));
        area.partsBy("replaces").forEach(later -> facts.add(link("area.replaced-by", later)));
        area.values(DCTerms.isReplacedBy.asNode())
                .forEach(coded ->
                        facts.add(Fact.of(wording.text("area.has-code"), paths.link(coded, Uris.lastPart(coded)))));
    }

    /** An area without a name has no page to lead to. */
    private Fact link(String key, Facts other) {
        String code = other.lastPart();
        return other.label().equals(code)
                ? Fact.of(wording.text(key), code)
                : Fact.of(wording.text(key), paths.link(other.thing(), other.label() + " (" + code + ")"));
    }

    private String days(Facts of) {
        Optional<String> from = of.date("operativeFrom").map(wording::date);
        Optional<String> until = of.date("operativeUntil").map(wording::date);
        if (from.isPresent() && until.isPresent()) {
            return wording.text("area.from-until", from.get(), until.get());
        }
        return from.map(day -> wording.text("area.from", day))
                .or(() -> until.map(day -> wording.text("area.until", day)))
                .orElse("");
    }

    private void add(String key, String value) {
        facts.add(Fact.of(wording.text(key), value));
    }
}
