package uk.declared.election;

import java.util.List;

/** For whom a candidate stands. */
public sealed interface Standing {
    /** The notation in the vocabulary's code list {@code standing}. */
    String notation();

    /** For one registered party. */
    record ForParty(PartyReference party) implements Standing {
        @Override
        public String notation() {
            return "party";
        }
    }

    /** For two or more registered parties together. */
    record Joint(List<PartyReference> parties) implements Standing {
        public Joint {
            parties = List.copyOf(parties);
        }

        @Override
        public String notation() {
            return "joint";
        }
    }

    /** For no party, as the source says. */
    record Independent() implements Standing {
        @Override
        public String notation() {
            return "independent";
        }
    }

    /** The source does not say. */
    record NotStated() implements Standing {
        @Override
        public String notation() {
            return "not-stated";
        }
    }
}
