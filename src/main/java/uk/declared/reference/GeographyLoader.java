package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;

/** Puts areas together from the statements of releases. Codes and days that recur are one object each. */
final class GeographyLoader {
    private static final String CONTAINMENT = "/containment/";

    private final String areaPrefix;
    private final Map<GssCode, Draft> areas = new TreeMap<>();
    private final Map<String, Containment> containments = new HashMap<>();
    private final Map<String, Optional<GssCode>> codes = new HashMap<>();
    private final Map<String, Optional<LocalDate>> days = new HashMap<>();

    /** What the release that is being read describes, and the year that it says it is of, where it is a lookup. */
    private final Set<GssCode> described = new TreeSet<>();

    private boolean lookup;
    private boolean complete;
    private final Set<String> covered = new TreeSet<>();
    private Optional<Integer> year = Optional.empty();

    /** @param areaPrefix what the URIs of areas begin with */
    GeographyLoader(String areaPrefix) {
        this.areaPrefix = areaPrefix;
    }

    /** An area on its way. */
    private static final class Draft {
        private boolean described;
        private Optional<String> name = Optional.empty();
        private Optional<String> welshName = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
        private final List<AreaRecord.Parent> parents = new ArrayList<>(1);
        private final Set<GssCode> successors = new TreeSet<>();
        private final Set<String> otherNames = new LinkedHashSet<>(1);

        /** Whether a release tells of its days, and not only lookups of some years. */
        private boolean dated;

        private final Set<Integer> years = new TreeSet<>();
    }

    /** A parent on its way. */
    private static final class Containment {
        private Optional<GssCode> parent = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
    }

    /** Says which release the statements that follow are from. */
    void begin(String graph) {
        String release = Uris.lastPart(graph);
        lookup = release.startsWith("lookup-");
        complete = release.startsWith("history-") || release.startsWith("register-");
        year = Optional.empty();
        described.clear();
    }

    /** Says that a release was read to its end. */
    void end() {
        for (GssCode code : described) {
            Draft draft = draft(code);
            draft.dated |= !lookup;
            if (complete) {
                covered.add(code.entity());
            }
            year.ifPresent(draft.years::add);
        }
    }

    void accept(String subject, String property, Node value) {
        if (property.endsWith("/terms/temporal")) {
            year = Optional.of(Integer.valueOf(value.getLiteralLexicalForm()));
            return;
        }
        if (!subject.startsWith(areaPrefix)) {
            return;
        }
        int containment = subject.indexOf(CONTAINMENT);
        if (containment < 0) {
            code(subject.substring(areaPrefix.length())).ifPresent(code -> describe(code, property, value));
        } else {
            contain(containments.computeIfAbsent(subject, missing -> new Containment()), property, value);
        }
    }

    private void describe(GssCode code, String property, Node value) {
        Draft draft = draft(code);
        switch (property) {
            case "notation" -> {
                draft.described = true;
                described.add(code);
            }
            case "label" -> {
                switch (value.getLiteralLanguage()) {
                    case "cy" -> draft.welshName = Optional.of(value.getLiteralLexicalForm());
                    case "gd" -> draft.otherNames.add(value.getLiteralLexicalForm());
                    default -> draft.name = Optional.of(value.getLiteralLexicalForm());
                }
            }
            case "altLabel" -> draft.otherNames.add(value.getLiteralLexicalForm());
            case "operativeFrom" -> draft.from = day(value);
            case "operativeUntil" -> draft.until = day(value);
            case "replaces" ->
                code(Uris.lastPart(value.getURI()))
                        .ifPresent(earlier -> draft(earlier).successors.add(code));
            default -> throw new IllegalArgumentException(property);
        }
    }

    private void contain(Containment containment, String property, Node value) {
        switch (property) {
            case "containedIn" -> containment.parent = code(Uris.lastPart(value.getURI()));
            case "operativeFrom" -> containment.from = day(value);
            case "operativeUntil" -> containment.until = day(value);
            default -> throw new IllegalArgumentException(property);
        }
    }

    /** The kinds of areas of which a release tells all: what lookups and small tables lack is not unknown. */
    Set<String> covered() {
        return covered;
    }

    /** The areas, in the order of their codes. What is only named as a predecessor is none. */
    List<AreaRecord> areas() {
        containments.forEach((uri, containment) -> containment.parent.ifPresent(parent -> {
            String area = uri.substring(areaPrefix.length(), uri.indexOf(CONTAINMENT));
            code(area)
                    .ifPresent(code -> draft(code)
                            .parents
                            .add(new AreaRecord.Parent(parent, containment.from, containment.until)));
        }));
        return areas.entrySet().stream()
                .filter(area -> area.getValue().described)
                .map(area -> loaded(area.getKey(), area.getValue()))
                .toList();
    }

    private static AreaRecord loaded(GssCode code, Draft draft) {
        draft.parents.sort(
                Comparator.comparing((AreaRecord.Parent parent) -> parent.from().orElse(LocalDate.MIN))
                        .thenComparing(AreaRecord.Parent::code));
        return new AreaRecord(
                code,
                draft.name.or(() -> draft.welshName).orElse(code.value()),
                draft.welshName,
                List.copyOf(draft.otherNames),
                draft.from,
                draft.until,
                draft.parents,
                List.copyOf(draft.successors),
                draft.dated ? Optional.empty() : Optional.of(Set.copyOf(draft.years)));
    }

    private Draft draft(GssCode code) {
        return areas.computeIfAbsent(code, missing -> new Draft());
    }

    private Optional<GssCode> code(String text) {
        return codes.computeIfAbsent(text, GssCode::parse);
    }

    private Optional<LocalDate> day(Node value) {
        return days.computeIfAbsent(value.getLiteralLexicalForm(), text -> Optional.of(LocalDate.parse(text)));
    }
}
