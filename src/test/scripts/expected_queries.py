"""Computes, from the LGA sample file alone and by SQL, what the queries of the library must answer for it.

    python3 src/test/scripts/expected_queries.py ../shared/data/lga/trafford-2016-2026.csv \
        src/test/resources/queries/expected/lga

It shares no code with the project: the file is read by Python's csv module into SQLite.
"""

import csv
import decimal
import math
import re
import sqlite3
import sys
import unicodedata

BASE = "http://localhost:8080"
ONS = "http://statistics.data.gov.uk/id/statistical-geography/"
ELECTION_DAY = "2024-05-02"
WARD = "E05015239"
CLOSEST = 20


def slug(text):
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    kept = "".join(c for c in ascii_only if c.isalnum() or c in " -").lower()
    return re.sub(r"[ -]+", "-", kept).strip("-")


def integer(text):
    return int(text) if text.strip() else None


def share(part, whole):
    if not whole:
        return None
    exact = decimal.Decimal(part) * 100 / decimal.Decimal(whole)
    return str(exact.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP))


def load(path):
    db = sqlite3.connect(":memory:")
    db.create_function("share", 2, share)
    db.create_function("rounded", 1, lambda number: str(round(decimal.Decimal(number), 2)))
    db.create_function("sqrt", 1, math.sqrt)
    db.execute(
        """CREATE TABLE candidacy (line INTEGER, day TEXT, kind TEXT, code TEXT, ward TEXT, contest TEXT, name TEXT,
           party_id TEXT, party TEXT, standing TEXT, votes INTEGER, elected INTEGER, cast_papers INTEGER,
           electorate INTEGER, rejected INTEGER, turnout TEXT)"""
    )
    labels, wards, contests = {}, {}, {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file)):
            code = row["ElectoralAreaURI"].strip().rsplit("/", 1)[-1]
            match = re.search(r"(PPm?\d+)$", row["PoliticalPartyURI"].strip())
            party_id = match.group(1) if match else None
            if party_id:
                labels.setdefault(party_id, row["PoliticalPartyLabel"].strip())
            ward = wards.setdefault(code, row["ElectoralAreaLabel"].strip())
            kind = row["TypeofElection"].strip()
            local = "arliament" not in kind
            by = re.search(r"by.?election", kind, re.I) is not None
            day = row["ElectionDate"].strip()
            prefix = "local.trafford." if local else "parl."
            contest = prefix + slug(ward) + (".by." if by else ".") + day
            contest = contests.setdefault((code, day, local), contest)
            grounds = [
                integer(row["BallotsRejected" + ground])
                for ground in ("OfficialMark", "MultipleVote", "Identification", "Unmarked")
            ]
            stated = [papers for papers in grounds if papers is not None]
            name = (row["CandidateForenames"].strip() + " " + row["CandidateSurname"].strip()).strip()
            db.execute(
                "INSERT INTO candidacy VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    line,
                    day,
                    ("local " if local else "parl ") + ("by-election" if by else "ordinary"),
                    code,
                    ward,
                    contest,
                    name,
                    party_id,
                    labels.get(party_id),
                    "party" if party_id else "independent",
                    integer(row["VotesWon"]),
                    1 if row["Elected"].strip().upper() == "ELECTED" else 0,
                    integer(row["VotesCast"]),
                    integer(row["EligibleElectorate"]),
                    sum(stated) if stated else None,
                    row["PercentageTurnout"].strip() or None,
                ),
            )
    return db


LOCAL_DAY = "day = '" + ELECTION_DAY + "' AND kind LIKE 'local%'"

# The share of votes and of seats of each party, each independent a party of one.
SHARES = f"""(SELECT SUM(votes) * 1.0 / (SELECT SUM(votes) FROM candidacy WHERE {LOCAL_DAY}) AS v,
                     SUM(elected) * 1.0 / (SELECT SUM(elected) FROM candidacy WHERE {LOCAL_DAY}) AS s
              FROM candidacy WHERE {LOCAL_DAY} GROUP BY COALESCE(party_id, line))"""

QUERIES = {
    "ward-results": (
        ["polling_date", "contest_type", "candidate", "party_id", "party", "standing", "votes", "vote_share", "elected", "contest"],
        f"""SELECT day, substr(kind, instr(kind, ' ') + 1), name, party_id, party, standing, votes,
                   share(votes, (SELECT SUM(votes) FROM candidacy a WHERE a.contest = c.contest)),
                   CASE elected WHEN 1 THEN 'true' ELSE 'false' END, '{BASE}/id/contest/' || contest
            FROM candidacy c WHERE code = '{WARD}' ORDER BY day DESC, contest, votes DESC, name""",
    ),
    "seats-by-party": (
        ["party_id", "party", "standing", "candidates", "seats", "votes", "vote_share"],
        f"""SELECT party_id, party, standing, COUNT(*), SUM(elected), SUM(votes),
                   share(SUM(votes), (SELECT SUM(votes) FROM candidacy WHERE {LOCAL_DAY}))
            FROM candidacy WHERE {LOCAL_DAY} GROUP BY party_id, standing ORDER BY SUM(elected) DESC, SUM(votes) DESC""",
    ),
    "turnout-by-ward": (
        ["code", "ward", "electorate", "ballot_papers_cast", "rejected", "turnout", "turnout_declared", "contest"],
        f"""SELECT code, ward, electorate, cast_papers, rejected,
                   CASE WHEN abs(share(cast_papers, electorate) - turnout) <= 0.5 OR turnout IS NULL
                        THEN share(cast_papers, electorate) END,
                   turnout, '{BASE}/id/contest/' || contest
            FROM candidacy WHERE {LOCAL_DAY} GROUP BY contest ORDER BY ward, contest""",
    ),
    "closest-contests": (
        ["polling_date", "code", "ward", "lowest_elected", "highest_not_elected", "margin", "contest"],
        f"""SELECT day, code, ward, MIN(CASE elected WHEN 1 THEN votes END) AS low,
                   MAX(CASE elected WHEN 0 THEN votes END) AS high,
                   MIN(CASE elected WHEN 1 THEN votes END) - MAX(CASE elected WHEN 0 THEN votes END) AS margin,
                   '{BASE}/id/contest/' || contest
            FROM candidacy GROUP BY contest HAVING low IS NOT NULL AND high IS NOT NULL
            ORDER BY margin, day DESC, contest LIMIT {CLOSEST}""",
    ),
    "vote-share-by-party-and-ward": (
        ["statistical_geography", "code", "ward", "polling_date", "party_id", "party", "standing", "candidates", "seats",
         "votes", "vote_share", "contest"],
        f"""SELECT '{ONS}' || code, code, ward, day, party_id, party, standing, COUNT(*), SUM(elected), SUM(votes),
                   share(SUM(votes), (SELECT SUM(votes) FROM candidacy a WHERE a.contest = c.contest)),
                   '{BASE}/id/contest/' || contest
            FROM candidacy c WHERE {LOCAL_DAY} GROUP BY contest, party_id, standing
            ORDER BY ward, contest, SUM(votes) DESC, party, standing""",
    ),
    "effective-parties": (
        ["parties", "effective_by_votes", "effective_by_seats"],
        f"""SELECT COUNT(*), rounded(1 / SUM(v * v)), rounded(1 / SUM(s * s)) FROM {SHARES}""",
    ),
    "gallagher-index": (
        ["gallagher_index", "parties"],
        f"""SELECT rounded(sqrt(SUM((100 * v - 100 * s) * (100 * v - 100 * s)) / 2)), COUNT(*) FROM {SHARES}""",
    ),
    "votes-per-seat": (
        ["party_id", "party", "votes", "seats", "votes_per_seat"],
        f"""SELECT party_id, party, SUM(votes), SUM(elected),
                   CASE WHEN SUM(elected) > 0 THEN (2 * SUM(votes) + SUM(elected)) / (2 * SUM(elected)) END
            FROM candidacy WHERE {LOCAL_DAY} AND party_id IS NOT NULL
            GROUP BY party_id ORDER BY SUM(elected) DESC, SUM(votes) DESC""",
    ),
    "wards-fought-by-party": (
        ["party_id", "party", "wards_fought", "candidates", "full_slates", "wards_won"],
        f"""SELECT party_id, party, COUNT(*), SUM(n), SUM(n >= (SELECT SUM(elected) FROM candidacy f WHERE f.contest = p.contest)),
                   SUM(won > 0)
            FROM (SELECT contest, party_id, party, COUNT(*) AS n, SUM(elected) AS won FROM candidacy
                  WHERE {LOCAL_DAY} AND party_id IS NOT NULL GROUP BY contest, party_id) p
            GROUP BY party_id ORDER BY COUNT(*) DESC, SUM(won > 0) DESC, party""",
    ),
}


def main(source, folder):
    db = load(source)
    for name, (columns, sql) in QUERIES.items():
        with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(["" if cell is None else cell for cell in row] for row in db.execute(sql))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
