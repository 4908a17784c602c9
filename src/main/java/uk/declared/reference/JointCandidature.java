package uk.declared.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The joint candidatures of a register: a description that says “(Joint Description with …)” of another party of it, by the
 * name that party has there. Their identifiers are Democracy Club's, {@code joint-party-53-119}, the lower number first.
 */
record JointCandidature(String id, List<String> members, List<String> descriptions) {
    private static final Pattern JOINT = Pattern.compile("(?i)^(.*?)\\s*\\(joint descriptions? with (.+?)\\)\\s*$");

    JointCandidature {
        members = List.copyOf(members);
        descriptions = List.copyOf(descriptions);
    }

    static List<JointCandidature> of(Collection<RegisteredParty> parties) {
        Map<String, String> byName = new HashMap<>();
        for (RegisteredParty party : parties) {
            Stream.concat(party.names().stream(), party.welshNames().stream())
                    .forEach(name -> byName.putIfAbsent(Names.plain(name), party.id()));
        }
        Map<String, List<String>> members = new TreeMap<>();
        Map<String, List<String>> descriptions = new TreeMap<>();
        for (RegisteredParty party : parties) {
            for (String description : party.descriptions()) {
                Matcher joint = JOINT.matcher(description);
                Optional<String> other = joint.matches()
                        ? Optional.ofNullable(byName.get(Names.plain(joint.group(2))))
                        : Optional.empty();
                other.filter(id -> !id.equals(party.id())).ifPresent(id -> {
                    List<String> both = Stream.of(party.id(), id)
                            .sorted(Comparator.comparingInt(JointCandidature::number))
                            .toList();
                    String jointId = "joint-party-"
                            + both.stream()
                                    .map(each -> String.valueOf(number(each)))
                                    .collect(Collectors.joining("-"));
                    members.put(jointId, both);
                    descriptions
                            .computeIfAbsent(jointId, missing -> new ArrayList<>())
                            .add(joint.group(1));
                });
            }
        }
        return members.entrySet().stream()
                .map(each -> new JointCandidature(
                        each.getKey(),
                        each.getValue(),
                        descriptions.getOrDefault(each.getKey(), List.of()).stream()
                                .distinct()
                                .toList()))
                .toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.replaceFirst("^PPm?", ""));
    }
}
