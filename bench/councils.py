#!/usr/bin/env python3
"""Makes files of many councils out of one council's file in the LGA's format.

    bench/councils.py FILE.csv COUNCILS FOLDER

Writes results-000.csv … into FOLDER: the first is FILE.csv's own council, the others are the next of the shipped table of councils,
each with codes of wards of its own, so that none shares a contest with another. Contests for Parliament are left out.
"""
import csv
import os
import re
import sys

source, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../src/main/resources/declared/councils.csv")
with open(source, newline="", encoding="utf-8-sig") as f:
    rows = [row for row in csv.DictReader(f) if "parl" not in row["TypeofElection"].lower()]
with open(table, newline="", encoding="utf-8") as f:
    known = [c for c in csv.DictReader(f) if c["odc_uri"] and not c["end"]]
own = rows[0]["OrganisationURI"].rsplit("/", 1)[-1]
known = [c for c in known if c["slug"] == own] + [c for c in known if c["slug"] != own]
numbers = {}


def code(uri, council):
    old = re.search(r"[EWSN]\d{8}$", uri)
    if council == 0 or not old or not old[0].startswith("E05"):
        return uri
    number = numbers.setdefault((council, old[0]), 900000 + len(numbers))
    # Counties elect in divisions, everybody else in the table in wards.
    return uri[:-9] + ("E58" if known[council]["type"] == "county" else "E05") + str(number)


os.makedirs(folder, exist_ok=True)
for i, council in enumerate(known[:count]):
    name = council["official_name"] or council["name"]
    with open(f"{folder}/results-{i:03}.csv", "w", newline="", encoding="utf-8") as f:
        writer = csv.DictWriter(f, rows[0].keys())
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "OrganisationURI": council["odc_uri"], "ElectedBodyURI": council["odc_uri"],
                             "OrganisationLabel": name, "ElectedBodyLabel": name,
                             "ElectoralAreaURI": code(row["ElectoralAreaURI"], i)})
