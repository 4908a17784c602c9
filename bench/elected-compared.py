#!/usr/bin/env python3
"""Who was elected by the board of a polling day against the Commons Library's workbook of that year, council by council.

    bench/elected-compared.py BOARD.json leh-2021.xlsx

BOARD.json is /elections/{date}/councils.json. Of the workbook the column "Elected" of the sheet of candidates is counted by party, with
nothing but Python's own library. A council is found by its code, or where that is of another time by its name. Exit code 1 where
something differs.
"""
import collections
import importlib.util
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
GROUPS = {"CON": "con", "LAB": "lab", "LD": "ld", "GREEN": "green", "UKIP": "ukip", "REF": "ref", "PC": "pc"}

spec = importlib.util.spec_from_file_location("board", pathlib.Path(__file__).with_name("board-compared.py"))
board = importlib.util.module_from_spec(spec)
spec.loader.exec_module(board)


def sheets(path):
    """Every sheet as rows of {column letter: text}."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in ET.fromstring(book.read("xl/sharedStrings.xml"))]
        for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
            rows = []
            for row in ET.fromstring(book.read(name)).iter(MAIN + "row"):
                cells = {}
                for cell in row:
                    value = cell.find(MAIN + "v")
                    if value is not None:
                        cells[re.match("[A-Z]+", cell.get("r")).group()] = shared[int(value.text)] if cell.get("t") == "s" else value.text
                rows.append(cells)
            yield rows


def elected(path):
    """Seats by group, by the council's code and by its name."""
    won = collections.defaultdict(collections.Counter)
    for rows in sheets(path):
        head = next((r for r in rows if {"Elected", "Party ID", "Party name"} <= set(r.values())), None)
        if head is None:
            continue
        at = {heading.strip(): column for column, heading in head.items()}
        ward = at.get("Ward/ED code") or at["Ward code"]
        for row in rows[rows.index(head) + 1:]:
            if row.get(at["Elected"]) in ("1", "Yes", "Y"):
                kind = "County" if row.get(ward, "").startswith("E58") else "Local authority"
                code = at.get("ONS local authority code") or at[kind + " code"]
                names = (row.get(at[c]) for c in ("Party ID", "Party name"))
                group = next((GROUPS[name] for name in names if name in GROUPS), "other")
                for key in {row.get(code), board.key(row.get(at[kind + " name"]) or "")} - {None, ""}:
                    won[key][group] += 1
    return won


def main():
    shown = json.load(open(sys.argv[1], encoding="utf-8"))
    won = elected(sys.argv[2])
    equal, other = 0, []
    for council in shown["councils"]:
        here = board.counted(council.get("elected"))
        there = won.get(council.get("gss")) or won.get(board.key(council["name"]))
        if there is not None and {k: n for k, n in there.items() if n} == {k: n for k, n in here.items() if n}:
            equal += 1
        else:
            other.append(f"{council['council']}: board {dict(here)}, workbook {dict(there or {})}")
    print(f"{equal} of {len(shown['councils'])} councils have as many elected of each party as the workbook")
    print("\n".join(other))
    sys.exit(1 if other else 0)


if __name__ == "__main__":
    main()
