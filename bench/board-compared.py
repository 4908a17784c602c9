#!/usr/bin/env python3
"""The board of a polling day against Open Council Data, council by council, with what each difference is made of.

    bench/board-compared.py BOARD.json HISTORY.csv [--before ROSTER.csv] [--after ROSTER.csv]

BOARD.json is /elections/{date}/councils.json, HISTORY.csv Open Council Data's table of seats and control by council and year, the
rosters its lists of councillors of the year before and of the year itself. The difference of each council,

    table - board  =  (table - roster after)  +  (roster after - board),

is told by name: of those whose seat was not up, who changed party, who left and was followed by whom (a by-election), and where the
table and the roster of one publisher differ from each other. What is left after that is printed as "not explained".
Exit code 1 where something is.
"""
import argparse
import collections
import csv
import json
import re
import sys

GROUPS = ["con", "lab", "ld", "green", "ukip", "ref", "pc", "snp", "other"]
BY_ID = {"PP52": "con", "PP51": "con", "PP53": "lab", "PP90": "ld", "PP63": "green", "PP85": "ukip", "PP84": "ukip",
         "PP7931": "ref", "PP77": "pc", "PP102": "snp", "joint-party-53-119": "lab", "PP119": "lab"}
BY_NAME = [("conservative", "con"), ("labour", "lab"), ("liberal democrat", "ld"), ("ld", "ld"), ("green", "green"), ("green party", "green"), ("scottish green", "green"),
           ("reform uk", "ref"), ("plaid cymru", "pc"), ("scottish national", "snp"), ("ukip", "ukip"), ("uk independence", "ukip")]


def group(party):
    """Of a party's key on the board: its identifier, or its name where its source had no other."""
    if party.startswith("name-"):
        name = party[5:].replace("-", " ")
        return next((g for words, g in BY_NAME if name.startswith(words)), "other")
    return BY_ID.get(party, "other")


def group_of(row):
    by_id = BY_ID.get(row["Electoral Commission Party Code"].strip())
    if by_id:
        return by_id
    name = row["Party Name"].lower()
    return next((g for words, g in BY_NAME if name.startswith(words)), "other")


def key(name):
    name = name.lower().replace("&", "and").replace("st.", "st")
    for word in ("city of ", "county ", "the ", " upon ", " borough", " council"):
        name = name.replace(word, " ")
    return re.sub(r"[^a-z]+", "", name)


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as f:
        return list(csv.DictReader(f))


def rosters(path):
    councils = collections.defaultdict(list)
    for row in rows(path) if path else []:
        councils[key(row["Council"])].append(row)
    return councils


def person(name):
    """Titles and middle names differ between years: the first letter and the surname tell who it is within a ward."""
    words = [w for w in re.sub(r"[^a-z '-]", "", name.lower()).split() if w not in ("cllr", "dr", "mr", "mrs", "ms", "miss", "sir")]
    return (words[0][0], words[-1]) if words else ("", "")


def counted(seats):
    total = collections.Counter()
    for party, number in (seats or {}).items():
        if party != "vacant":
            total[group(party)] += number
    return total


def changes(before, after, day, whole):
    """What happened between two rosters to seats that were not up on the day: (who, from, to, how). A seat was not up where the
    roster before says another year, or the one after an earlier one than its last; where the whole council was elected nobody stayed."""
    ends = sorted({row["Next Election"][:4] for row in after})
    wards = collections.defaultdict(lambda: ([], []))
    for row in before:
        wards[key(row["Ward Name"])][0].append(row)
    for row in after:
        wards[key(row["Ward Name"])][1].append(row)
    found = []
    for then, now in wards.values() if not whole else []:
        gone, new = list(then), list(now)
        for row in then:
            same = next((o for o in new if person(o["Councillor Name"]) == person(row["Councillor Name"])), None)
            if same is None:
                continue
            gone.remove(row)
            new.remove(same)
            stays = row["Next Election"][:4] != day[:4] or same["Next Election"][:4] != ends[-1]
            if stays and group_of(same) != group_of(row):
                found.append((row["Councillor Name"], group_of(row), group_of(same), "changed party"))
        for row in [r for r in gone if r["Next Election"][:4] != day[:4]]:
            same = next((o for o in new if o["Next Election"] == row["Next Election"]), None) or (new[0] if new else None)
            if same is not None:
                new.remove(same)
            to = group_of(same) if same is not None else "vacant"
            if to != group_of(row):
                who = row["Councillor Name"] + (f", then {same['Councillor Name']}" if same is not None else "")
                found.append((who, group_of(row), to, "by-election" if same is not None else "left"))
    return found


def told(difference):
    return ", ".join(f"{g} {difference[g]:+d}" for g in GROUPS if difference[g]) or "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("board")
    parser.add_argument("history")
    parser.add_argument("--before")
    parser.add_argument("--after")
    given = parser.parse_args()
    board = json.load(open(given.board, encoding="utf-8"))
    year = board["day"][:4]
    table = {key(r["authority"]): r for r in rows(given.history) if r["year"] == year}
    before, after = rosters(given.before), rosters(given.after)
    equal = explained = open_ = 0
    unknown, missing, control = [], [], []
    print(f"Councils on {board['day']}: the table's seats less the board's\n")
    for council in board["councils"]:
        name = key(council["name"])
        row = table.get(name)
        if row is None:
            missing.append(council["name"])
            continue
        if "seats_after" not in council or council.get("seats_open", 1) != 0:
            unknown.append(council["name"])
            continue
        here = counted(council["seats_after"])
        there = collections.Counter({g: int(row[g] or 0) for g in GROUPS})
        difference = collections.Counter(there)
        difference.subtract(here)
        if not any(difference.values()):
            equal += 1
        else:
            roster = collections.Counter(group_of(r) for r in after.get(name, []))
            left = collections.Counter(difference)
            reasons, moves = [], []
            if after.get(name):
                publisher = collections.Counter(there)
                publisher.subtract(roster)
                for who, source, to, how in changes(before.get(name, []), after[name], board["day"], council.get("seats_up") == int(row["total"] or 0)):
                    left[source] += 1
                    left[to] -= 1
                    moves.append((source, to, how))
                    reasons.append(f"{who} ({source} to {to}: {how})")
                left.pop("vacant", None)
                for i, (source, to, how) in enumerate(moves):
                    same_day = collections.Counter(left)
                    same_day.update({source: -1, to: 1})
                    if how == "by-election" and any(left.values()) and not any(same_day.values()):
                        left = same_day
                        reasons[i] += " on the day itself, which the board has too"
                if any(left.values()) and any(publisher.values()):
                    # The table is of another day than the roster: members changed party, left or were elected in between.
                    left.subtract(publisher)
                    reasons.append(f"the table differs from the roster of the same publisher: {told(publisher)}")
            whole = not any(v for g, v in left.items() if g in GROUPS)
            explained, open_ = explained + whole, open_ + (not whole)
            print(f"{council['council']}: {told(difference)}")
            for reason in reasons:
                print(f"    {reason}")
            if not whole:
                print(f"    not explained: {told(left)}")
        has = council.get("control_after_party")
        word = row["majority"].lower()
        is_group = next((g for g in ("con", "lab", "ld", "green", "ref", "pc", "snp") if re.match({"green": "gr[en]+", "ld": "ld|lib"}.get(g, g), word)), None)
        alone = is_group and not re.search(r"plurality|min|/|mayor|tbd|noc", word)
        if (group(has) if has else None) != (is_group if alone else None):
            control.append(f"{council['council']}: board {council.get('control_after', 'not certain')}, table {row['majority']}")
    print(f"\n{equal} equal, {explained} different and explained, {open_} different and not explained;"
          f" {len(unknown)} not known on the board, {len(missing)} not in the table: {', '.join(missing) or '-'}")
    print(f"Control told otherwise ({len(control)}):")
    for line in control:
        print("    " + line)
    sys.exit(1 if open_ else 0)


if __name__ == "__main__":
    main()
