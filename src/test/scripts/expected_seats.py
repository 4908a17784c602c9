"""Works out, from the LGA sample file alone, who holds the seats of a council that is elected by thirds.

    python3 src/test/scripts/expected_seats.py ../shared/data/lga/trafford-2016-2026.csv \
        src/test/resources/queries/expected/lga

It shares no code with the project, and goes another way: Trafford's three seats of a ward are known by their years
(2016, 2020 put off to 2021; 2018, 2022; 2015, 2019; all in 2023; then 2024; 2026; 2027, the one with fewest votes first).
A contest that filled one seat more than was up, or a by-election, filled any of the others. Every way of that is tried, and
what is the same in all of them is known.
"""

import csv
import itertools
import sys
from collections import Counter, defaultdict

LABELS = {}


def load(path):
    wins = defaultdict(list)
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            party = row["PoliticalPartyURI"].strip().rsplit("/", 1)[-1]
            LABELS.setdefault(party, row["PoliticalPartyLabel"].strip())
            if "arliament" in row["TypeofElection"] or row["Elected"] != "ELECTED":
                continue
            name = (row["CandidateForenames"].strip() + " " + row["CandidateSurname"].strip()).strip()
            code = row["ElectoralAreaURI"][-9:]
            by = "ByElection" in row["TypeofElection"]
            wins[code].append((row["ElectionDate"], by, -int(row["VotesWon"]), name, party, row["ElectoralAreaLabel"].strip()))
    return {code: sorted(won) for code, won in wins.items()}


# Which seat was up on which day, in the wards before 2023 and after.
UP = {
    "2016-05-05": 0, "2021-05-06": 0, "2018-05-03": 1, "2022-05-05": 1, "2019-05-02": 2,
    "2024-05-02": 2, "2026-05-07": 1,
}


def ways(won, until):
    """Every way in which a ward's seats may be held after the polls up to a day: lists of (name, party) or None."""
    polls = defaultdict(list)
    for day, by, votes, name, party, ward in won:
        if day <= until:
            polls[(day, by)].append((name, party))
    open_choices = []
    for (day, by), elected in sorted(polls.items()):
        if len(elected) == 3:
            open_choices.append([(day, (0, 1, 2))])
        elif by:
            open_choices.append([(day, (seat,)) for seat in range(3)])
        elif len(elected) == 2:
            open_choices.append([(day, (UP[day], seat)) for seat in range(3) if seat != UP[day]])
        else:
            open_choices.append([(day, (UP[day],))])
    result = set()
    for chosen in itertools.product(*open_choices):
        seats = [None, None, None]
        for ((day, by), elected), (_, numbers) in zip(sorted(polls.items()), chosen):
            for number, member in zip(numbers, elected):
                seats[number] = member
        result.add(tuple(seats))
    return result


def main(source, folder):
    wins = load(source)
    old = {code for code, won in wins.items() if won[0][0] < "2023-01-01"}
    days = sorted({day for won in wins.values() for day, *_ in won})
    with open(f"{folder}/council-composition.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("as_at party_id party standing seats vacant not_known control".split())
        for day in days:
            wards = [won for code, won in wins.items() if (code in old) == (day < "2023-05-04")]
            total = Counter()
            for won in wards:
                each = [Counter(member[1] for member in way if member) for way in ways(won, day)]
                for party in set().union(*each):
                    total[party] += min(count[party] for count in each)
            unknown = 3 * len(wards) - sum(total.values())
            first = max(total.values())
            control = "majority" if 2 * first > 3 * len(wards) else ""
            if not control and 2 * (first + unknown) <= 3 * len(wards):
                control = "no-overall-control"
            after = day[:-2] + f"{int(day[-2:]) + 1:02d}"
            for party, seats in sorted(total.items(), key=lambda each: (-each[1], each[0])):
                if seats:
                    writer.writerow([after, party, LABELS[party], "", seats, "", unknown, control])
    with open(f"{folder}/who-holds-each-seat.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("ward code member certain party_id".split())
        lines = []
        for code, won in wins.items():
            if code in old:
                continue
            every = ways(won, "2026-06-01")
            members = {member for way in every for member in way if member}
            for name, party in members:
                certain = all((name, party) in way for way in every)
                lines.append([won[0][5], code, name, str(certain).lower(), party])
        writer.writerows(sorted(lines))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
