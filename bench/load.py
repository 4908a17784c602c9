#!/usr/bin/env python3
"""Makes results of councils that never were, for loads larger than the real files that are there.

  bench/load.py FOLDER [--percent 1] [--seed 1]

100 % is fifty polling years (1977 to 2026) of every ward of every council of the shipped table that still is; 1 % is half a year,
10 % five years. One file a council and layout: the LGA's for councils in England, Democracy Club's for every fifth of them and for
Wales, the table of stages of the single transferable vote for Scotland and Northern Ireland. The same seed makes the same files.

Proportions, and where they are from:
  wards a council       by type: districts 16 to 28, metropolitan and London 17 to 32, unitary 18 to 40, counties 50 to 75 (LGBCE's range)
  candidates a ward     seats + 2 to 6; 5.3 a contest as in the Local Election Handbook of 2024 (10,029 of 1,903)
  seats a ward          1, 2 or 3 as 6 : 2 : 2
  parties               Labour, Conservative, Liberal Democrats, Green, Reform, independent as 24 : 24 : 20 : 19 : 9 : 4
  electorate, turnout   4,000 to 11,000; 22 to 48 %, mean 35 (handbooks)
  rejected papers       0.2 to 1.2 % of those cast, in four of the LGA's grounds
Blemishes, at the rates of Trafford's file of 180 contests (the README of ../shared/data):
  38 of 112 one-seat contests whose votes and rejected papers do not add up to the papers cast, by 1 to 136
  1 of 180 without electorate and papers cast; 1 of 40 a by-election; 1 of 300 uncontested; 1 of 1,500 a winner with too few votes
  empty cells in the party's name at 1 of 44; party addresses with http and https
"""
import argparse, csv, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "../src/main/resources/declared/councils.csv")
FULL_YEARS = 50
LAST_YEAR = 2026
PARTIES = [("PP53", "Labour Party", 24), ("PP52", "Conservative Party", 24), ("PP90", "Liberal Democrats", 20),
           ("PP63", "Green Party", 19), ("PP7931", "Reform UK", 9), (None, "Independent", 4)]
WARDS = {"district": (16, 28), "metropolitan-district": (17, 26), "london-borough": (17, 24), "unitary": (18, 40), "county": (50, 75),
         "scottish-council": (7, 23), "ni-district": (5, 10), "welsh-council": (18, 40), "sui-generis": (8, 25)}
FIRST = "Alex Bryn Carol David Eira Fatima George Helen Imran Joan Kofi Laura Mair Nia Omar Priya Rhys Sarah Tom Zoe".split()
LAST = ("Ahmed Baker Clarke Davies Evans Fisher Green Hughes Iqbal Jones Khan Lewis Morgan Nash Owen Patel Quinn Roberts Smith Thomas "
        "Walker Young").split()
PLACES = "Abbey Bridge Castle Down East Forest Gate Heath Island Kings Lower Mill North Oak Park Queens River South Town Upper Vale West".split()
ENDS = "End Field Green Hill Moor Side Wood".split()
LGA = ("PublicationDate,OrganisationURI,OrganisationLabel,ServiceTypeURI,ServiceTypeLabel,ElectionDate,TypeofElection,ElectedBodyURI,"
       "ElectedBodyLabel,ElectoralAreaURI,ElectoralAreaLabel,CandidateSurname,CandidateForenames,CommonlyUsedSurname,CommonlyUsedForenames,"
       "PoliticalPartyURI,PoliticalPartyLabel,CandidatesDescription,VotesWon,Elected,VotesCast,EligibleElectorate,"
       "BallotsRejectedOfficialMark,BallotsRejectedMultipleVote,BallotsRejectedIdentification,BallotsRejectedInPart,"
       "BallotsRejectedUnmarked,PercentageTurnout,InfoURL,ReturningOfficer,ElectoralDept,ContactEmail,ContactTel").split(",")
CLUB = "election_id,ballot_paper_id,person_id,party_id,party_name,person_name,ballots_cast,is_winner,spoilt_ballots,turnout,source".split(",")
STV = ("id,name,party_name,council_id,council_name,election,cand_ward_id,map_ward_id,ward_name,contested,elected,status,occurred_on_count,"
       "first_prefs,electorate,total_poll,valid_poll,rejected,quota,seats,candidates").split(",")


def first_thursday(year, month=5):
    import datetime
    day = datetime.date(year, month, 1)
    return day + datetime.timedelta((3 - day.weekday()) % 7)


class Load:
    def __init__(self, folder, percent, seed):
        self.folder, self.percent, self.random = folder, percent, random.Random(seed)
        self.codes, self.people, self.contests = {"E05": 900000, "S13": 900000, "N08": 900000, "W05": 900000}, 0, 0

    def make(self):
        os.makedirs(self.folder, exist_ok=True)
        with open(TABLE, newline="", encoding="utf-8") as f:
            councils = [c for c in csv.DictReader(f) if not c["end"]]
        for number, council in enumerate(councils):
            prefix = {"scotland": "S13", "northern-ireland": "N08", "wales": "W05"}.get(council["nation"], "E05")
            wards = self.wards(council, prefix)
            stv = prefix in ("S13", "N08")
            club = not stv and (prefix == "W05" or not council["odc_uri"] or number % 5 == 0)
            layout, header = ("stv", STV) if stv else ("club", CLUB) if club else ("lga", LGA)
            with open(f"{self.folder}/{number:03}-{council['slug']}-{layout}.csv", "w", newline="", encoding="utf-8") as f:
                writer = csv.DictWriter(f, header)
                writer.writeheader()
                for ward, year in self.polls(wards):
                    writer.writerows(getattr(self, layout)(council, ward, year))
                    self.contests += 1

    def polls(self, wards):
        years = FULL_YEARS * self.percent / 100
        for back in range(int(-(-years // 1))):
            some = wards if back + 1 <= years else wards[:max(1, round(len(wards) * (years - back)))]
            for ward in some:
                yield ward, LAST_YEAR - back

    def wards(self, council, prefix):
        names = [f"{a} {b}" for a in PLACES for b in ENDS]
        self.random.shuffle(names)
        wards = []
        for name in names[:self.random.randint(*WARDS[council["type"]])]:
            self.codes[prefix] += 1
            wards.append({"name": name, "code": f"{prefix}{self.codes[prefix]}", "seats": self.random.choices([1, 2, 3], [6, 2, 2])[0],
                          "electorate": self.random.randint(4000, 11000)})
        return wards

    def field(self, seats, more):
        chosen = []
        for _ in range(seats + more):
            party = self.random.choices(PARTIES, [p[2] for p in PARTIES])[0]
            self.people += 1
            chosen.append({"party": party, "first": self.random.choice(FIRST), "last": f"{self.random.choice(LAST)}{chr(97 + self.people % 26)}",
                           "id": self.people, "weight": self.random.random() ** 2 + 0.02})
        return chosen

    def account(self, ward):
        electorate = round(ward["electorate"] * self.random.uniform(0.97, 1.03))
        cast = round(electorate * min(0.48, max(0.22, self.random.gauss(0.35, 0.06))))
        return electorate, cast, round(cast * self.random.uniform(0.002, 0.012))

    def count(self, ward, cast, rejected):
        r, seats = self.random, ward["seats"]
        field = self.field(seats, 0 if r.randrange(300) == 0 else r.randint(2, 6))
        whole = sum(c["weight"] for c in field)
        valid = (cast - rejected) * seats
        for c in field:
            c["votes"] = int(valid * c["weight"] / whole)
        field[0]["votes"] += valid - sum(c["votes"] for c in field) if seats == 1 else 0
        for c in field:
            c["votes"] = min(c["votes"], cast - rejected)
        ranked = sorted(field, key=lambda c: -c["votes"])
        for place, c in enumerate(ranked):
            c["elected"] = place < seats
        if len(ranked) > seats and r.randrange(1500) == 0:
            ranked[seats - 1]["elected"], ranked[seats]["elected"] = False, True
        return field, len(field) == seats

    def lga(self, council, ward, year):
        r = self.random
        electorate, cast, rejected = self.account(ward)
        field, uncontested = self.count(ward, cast, rejected)
        off = r.randint(1, 136) if ward["seats"] == 1 and r.randrange(112) < 38 else 0
        bare = r.randrange(180) == 0
        grounds = [rejected // 8, rejected // 4, rejected // 20]
        day = first_thursday(year, 10 if r.randrange(40) == 0 else 5)
        for c in field:
            code, label, _ = c["party"]
            scheme = r.choice(["http", "https"])
            yield {"PublicationDate": f"{year + 1}-01-10", "OrganisationURI": council["odc_uri"], "ElectedBodyURI": council["odc_uri"],
                   "OrganisationLabel": council["official_name"] or council["name"], "ElectedBodyLabel": council["official_name"] or council["name"],
                   "ServiceTypeURI": "http://id.esd.org.uk/service/721", "ServiceTypeLabel": "Election Results", "ElectionDate": day.isoformat(),
                   "TypeofElection": "DistrictAndBorough" + ("ByElection" if day.month == 10 else ""),
                   "ElectoralAreaURI": f"http://statistics.data.gov.uk/id/statistical-geography/{ward['code']}", "ElectoralAreaLabel": ward["name"],
                   "CandidateSurname": c["last"].upper(), "CandidateForenames": c["first"],
                   "PoliticalPartyURI": f"{scheme}://search.electoralcommission.org.uk/English/Registrations/{code}" if code else "",
                   "PoliticalPartyLabel": "" if code and r.randrange(44) == 0 else label, "CandidatesDescription": label if r.randrange(3) else "",
                   "VotesWon": "" if uncontested else c["votes"], "Elected": "ELECTED" if c["elected"] else "NOT ELECTED",
                   "VotesCast": "" if bare or uncontested else cast + off, "EligibleElectorate": "" if bare else electorate,
                   "BallotsRejectedOfficialMark": "" if uncontested else grounds[0], "BallotsRejectedMultipleVote": "" if uncontested else grounds[1],
                   "BallotsRejectedIdentification": "" if uncontested else grounds[2],
                   "BallotsRejectedUnmarked": "" if uncontested else rejected - sum(grounds),
                   "PercentageTurnout": "" if bare or uncontested else round((cast + off) * 100 / electorate, 1),
                   "InfoURL": f"https://www.{council['slug']}.example/elections", "ReturningOfficer": "Returning Officer",
                   "ElectoralDept": "Electoral Services", "ContactEmail": f"elections@{council['slug']}.example", "ContactTel": "0800 000 000"}

    def club(self, council, ward, year):
        electorate, cast, rejected = self.account(ward)
        field, uncontested = self.count(ward, cast, rejected)
        day, slug = first_thursday(year), ward["name"].lower().replace(" ", "-")
        for c in field:
            code, label, _ = c["party"]
            yield {"election_id": f"local.{council['slug']}.{day}", "ballot_paper_id": f"local.{council['slug']}.{slug}.{day}", "person_id": c["id"],
                   "party_id": code or "", "party_name": label, "person_name": f"{c['first']} {c['last']}",
                   "ballots_cast": "" if uncontested else c["votes"], "is_winner": c["elected"], "spoilt_ballots": "" if uncontested else rejected,
                   "turnout": "" if uncontested else f"{cast * 100 / electorate:.1f}%", "source": f"https://www.{council['slug']}.example/{day}"}

    def stv(self, council, ward, year):
        """All seats are filled at the first stage: the shares of the elected are beyond the quota."""
        r, day = self.random, first_thursday(year)
        seats = 3 if council["nation"] == "scotland" else 5
        electorate, cast, rejected = self.account(ward)
        valid = cast - rejected
        quota = valid // (seats + 1) + 1
        field = self.field(seats, r.randint(1, 4))
        spare = valid - seats * quota
        losers = field[seats:]
        for c in field[:seats]:
            c["votes"] = quota
        parts = sorted(r.sample(range(spare + len(losers)), len(losers)))
        for c, part, before in zip(losers, parts, [0] + parts):
            c["votes"] = part - before
        field[0]["votes"] += valid - sum(c["votes"] for c in field)
        for i, c in enumerate(field):
            c["elected"] = i < seats
            yield {"id": c["id"], "name": f"{c['first']} {c['last']}", "party_name": c["party"][1], "council_id": council["slug"],
                   "council_name": council["name"], "election": f"local.{council['slug']}.{day}", "map_ward_id": ward["code"],
                   "ward_name": ward["name"], "contested": 1, "elected": 1 if c["elected"] else 0,
                   "status": "Elected" if c["elected"] else "Not elected", "occurred_on_count": 1 if c["elected"] else "",
                   "first_prefs": c["votes"], "electorate": electorate, "total_poll": cast, "valid_poll": valid, "rejected": rejected,
                   "quota": quota, "seats": seats, "candidates": len(field)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--percent", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    load = Load(given.folder, given.percent, given.seed)
    load.make()
    print(f"{load.contests} contests in {len(os.listdir(given.folder))} files")
