package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Nation;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.reference.Names;
import uk.declared.reference.PartyRecord;
import uk.declared.reference.PartyRegister;
import uk.declared.report.Place;
import uk.declared.submission.row.PartyFinder;

class PartyFinderTest {
    /** The two parties of the name, as the Electoral Commission's registers for Northern Ireland and Great Britain have them. */
    private static final PartyRegister REGISTER = new PartyRegister() {
        private final List<PartyRecord> parties =
                List.of(party("PP127", "The Workers' Party"), party("PP11382", "Workers Party of Britain"));

        private static PartyRecord party(String id, String name) {
            return new PartyRecord(id, name, List.of(), Optional.empty(), Optional.empty(), List.of());
        }

        @Override
        public boolean isLoaded() {
            return true;
        }

        @Override
        public Optional<PartyRecord> party(String id) {
            return parties.stream().filter(party -> party.id().equals(id)).findFirst();
        }

        @Override
        public List<PartyRecord> named(String name, LocalDate day) {
            return parties.stream()
                    .filter(party -> Names.plain(party.name()).equals(Names.plain(name)))
                    .toList();
        }

        @Override
        public Collection<PartyRecord> all() {
            return parties;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "Workers Party, ENGLAND, PP11382",
        "Workers Party, NORTHERN_IRELAND, PP127",
        "The Workers' Party, ENGLAND, PP127"
    })
    void aPartyThatUsuallyBearsTheNameComesBeforeOneWhoseNameIsLikeIt(String name, Nation nation, String id) {
        Standing standing = new PartyFinder(REGISTER, finding -> {})
                .standing(new Cell(Place.of("x"), name), name, LocalDate.of(2024, 5, 2), Optional.of(nation));

        assertThat(standing).isEqualTo(new Standing.ForParty(new PartyReference(Optional.of(id), Optional.of(name))));
    }
}
