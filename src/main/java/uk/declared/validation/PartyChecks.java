package uk.declared.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.Names;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;

/**
 * Looks candidates' parties up in the register: known, on it on polling day, and using a description of their own. Registers
 * are incomplete, so that what is not found is never certain to be wrong.
 */
final class PartyChecks {
    private static final Pattern JOINT = Pattern.compile("joint-party-\\d+(-\\d+)+");

    private final PartyRegister register;

    PartyChecks(PartyRegister register) {
        this.register = register;
    }

    void add(ContestFigures contest, CheckTriples check) {
        Optional<LocalDate> day = contest.day("pollingDate");
        if (day.isEmpty() || !register.isLoaded()) {
            return;
        }
        for (Node candidacy : contest.candidacies()) {
            contest.object(candidacy, "party")
                    .filter(Node::isURI)
                    .map(party -> ids(party.getURI()))
                    .ifPresent(ids -> compare(contest, candidacy, ids, day.get(), check));
        }
    }

    private void compare(ContestFigures contest, Node candidacy, List<String> ids, LocalDate day, CheckTriples check) {
        List<PartyRecord> parties = new ArrayList<>();
        for (String id : ids) {
            Optional<PartyRecord> party = register.party(id);
            if (party.isEmpty()) {
                check.add(candidacy, "partyNotOnRegister", id);
            } else if (!party.get().registeredOn(day)) {
                check.add(candidacy, "partyNotRegisteredThen", party.get().name());
            }
            party.ifPresent(parties::add);
        }
        Optional<String> description = contest.text(candidacy, "description");
        boolean described = parties.size() == ids.size()
                && parties.stream().noneMatch(party -> party.descriptions().isEmpty());
        if (description.isPresent() && described && !belongs(description.get(), parties)) {
            check.add(candidacy, "descriptionOfNoParty", description.get());
        }
    }

    private static boolean belongs(String description, List<PartyRecord> parties) {
        String wanted = Names.plain(description);
        return parties.stream()
                .anyMatch(party -> Names.plain(party.name()).equals(wanted)
                        || party.otherNames().stream().map(Names::plain).anyMatch(wanted::equals)
                        || party.descriptions().stream().map(Names::plain).anyMatch(wanted::equals));
    }

    /** The identifiers of a party, or of those that stand together. */
    private static List<String> ids(String party) {
        String id = Uris.lastPart(party);
        if (!JOINT.matcher(id).matches()) {
            return List.of(id);
        }
        return Pattern.compile("\\d+")
                .matcher(id)
                .results()
                .map(number -> "PP" + number.group())
                .toList();
    }
}
