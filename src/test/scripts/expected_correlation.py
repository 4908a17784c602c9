"""Works out how turnout goes with a category of a census table, from the sample files alone.

    python3 src/test/scripts/expected_correlation.py ../shared/data 2022-05-05 "Owned: Owns outright"

It shares no code with the project. Turnout is papers cast / electorate in per cent, half-up to two places, and left out where
the declared turnout differs by more than half a point.
"""

import csv
import math
import sys
from decimal import ROUND_HALF_UP, Decimal


def number(text):
    digits = text.replace(",", "").replace("%", "").strip()
    return Decimal(digits) if digits else None


def turnouts(file, day):
    found = {}
    with open(file, newline="", encoding="utf-8-sig") as f:
        for row in csv.DictReader(f):
            if row["ElectionDate"].strip() != day or "arliament" in row["TypeofElection"]:
                continue
            cast, electorate, declared = (number(row[c]) for c in ("VotesCast", "EligibleElectorate", "PercentageTurnout"))
            if cast is None or not electorate:
                continue
            turnout = (100 * cast / electorate).quantize(Decimal("0.01"), ROUND_HALF_UP)
            if declared is None or abs(turnout - declared) <= Decimal("0.5"):
                found[row["ElectoralAreaURI"].strip().rsplit("/", 1)[-1]] = float(turnout)
    return found


def shares(file, category):
    figures, sums = {}, {}
    with open(file, newline="", encoding="utf-8-sig") as f:
        for row in csv.DictReader(f):
            name, value = row["household_tenure"], float(row["value"])
            if not name.lower().startswith(("total", "all ")):
                sums[row["area_code"]] = sums.get(row["area_code"], 0) + value
            if name == category:
                figures[row["area_code"]] = value
    return {code: 100 * figure / sums[code] for code, figure in figures.items()}


def main(folder, day, category):
    y = turnouts(f"{folder}/lga/trafford-2016-2026.csv", day)
    x = shares(f"{folder}/census/2021_household_tenure_ward_trafford.csv", category)
    codes = sorted(x.keys() & y.keys())
    mean_x, mean_y = (sum(v[c] for c in codes) / len(codes) for v in (x, y))
    both = sum((x[c] - mean_x) * (y[c] - mean_y) for c in codes)
    spread = math.sqrt(sum((x[c] - mean_x) ** 2 for c in codes) * sum((y[c] - mean_y) ** 2 for c in codes))
    print(len(codes), f"{both / spread:.3f}")


main(*sys.argv[1:])
