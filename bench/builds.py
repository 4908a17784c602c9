#!/usr/bin/env python3
"""Compares what two builds make of the same files: triples, findings, published CSV, and the earlier build's data folder in the later one.

  bench/builds.py BEFORE.jar AFTER.jar FILE… [--import "KIND FILE…"]… [--known bench/builds-known.tsv]

Each build gets a folder with the reference data that --import names (`--import "geography history.csv lookup.csv"`), and is asked for each file:

  quads      what `convert --to nquads` makes of it
  findings   what `validate --report json` says: rule, severity, contest, value and place, not the words

Then each publishes all files that conform into its folder and serves it, and every table is fetched: each contest and election in every
layout, each council, body, party and area, /elections.csv and /councils.csv. Rows are compared by the headings of both; a heading that only
one has is said once.

  tables     the rows

Last, the later build verifies, opens and rebuilds the folder that the earlier one wrote; the record must not change in that.

What is explained is taken off: a line of the list of known differences is a kind (quads, findings, tables or *), a regular expression that
the line that differs must match, the commit, and why. The lines that remain are left in target/builds/. Exit code 0 where none remain.
"""
import argparse, collections, concurrent.futures, csv, hashlib, io, json, os, re, shutil, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.path.join(ROOT, "target", "builds")
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx2g"]
LE = "https://w3id.org/local-elections#"
TABLES = """PREFIX le: <https://w3id.org/local-elections#>
SELECT DISTINCT ?thing { { ?thing a le:Contest } UNION { ?c le:election ?thing } UNION { ?c le:election/le:electedBody ?thing }
  UNION { ?c le:candidacy/le:party ?thing } UNION { ?c le:electoralArea ?thing } }"""
LAYOUTS = {"contest": ["", "?layout=lga", "?layout=democracy-club", "?layout=stages"],
           "election": ["", "?layout=lga", "?layout=democracy-club", "?layout=list"]}


class Build:
    """A build of the program, unpacked, and a folder of its own."""

    def __init__(self, name, jar, port):
        self.name, self.port = name, port
        self.home, self.data = os.path.join(OUT, name), os.path.join(OUT, name + "-data")
        subprocess.run([*JAVA, "-Djarmode=tools", "-jar", jar, "extract", "--destination", self.home], check=True, stdout=subprocess.DEVNULL)
        self.jar = os.path.join(self.home, os.path.basename(jar))

    def run(self, *arguments, data=None):
        done = subprocess.run([*JAVA, "-jar", self.jar, *arguments, "--data", data or self.data], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    def quads(self, file):
        return collections.Counter(self.run("convert", file, "--to", "nquads")[1].splitlines())

    def findings(self, file):
        code, said, _ = self.run("validate", file, "--report", "json")
        try:
            found = json.loads(said)["findings"]
        except ValueError:
            return collections.Counter([f"unreadable, exit code {code}"])
        kept = ("rule", "severity", "contest", "value", "place")
        return collections.Counter(json.dumps({key: one[key] for key in kept if key in one}, sort_keys=True, ensure_ascii=False) for one in found)

    def serve(self):
        log = open(os.path.join(OUT, self.name + ".log"), "w")
        server = subprocess.Popen([*JAVA, "-jar", self.jar, "serve", "--data", self.data, "--port", str(self.port)], stdout=log, stderr=log,
                                  env={**os.environ, "DECLARED_SPARQL_CLIENTBUDGET": "100000s"})
        for _ in range(600):
            try:
                self.get("/health")
                break
            except OSError:
                time.sleep(0.5)
        return server

    def addresses(self):
        found = json.loads(self.get("/sparql?" + urllib.parse.urlencode({"query": TABLES}), "application/sparql-results+json"))
        paths = {"/elections.csv", "/councils.csv"}
        for row in found["results"]["bindings"]:
            path = urllib.parse.urlparse(row["thing"]["value"]).path.replace("/id/", "/doc/")
            paths |= {path + ".csv" + layout for layout in LAYOUTS.get(path.split("/")[2], [""])}
        return paths

    def get(self, path, accept="text/csv"):
        with urllib.request.urlopen(urllib.request.Request(f"http://localhost:{self.port}{path}", headers={"Accept": accept}), timeout=120) as answer:
            return answer.read().decode("utf-8")

    def rows(self, path):
        try:
            return list(csv.DictReader(io.StringIO(self.get(path))))
        except urllib.error.HTTPError as e:
            return e.code


def both(builds, work):
    """The same of both builds, at once: each has a folder of its own."""
    with concurrent.futures.ThreadPoolExecutor() as threads:
        return list(threads.map(work, builds))


class Comparison:
    def __init__(self, known):
        self.known, self.used, self.remain = known, collections.Counter(), 0

    def lines(self, what, name, before, after):
        same = sum((before & after).values())
        left = []
        for sign, lines in (("-", before - after), ("+", after - before)):
            for line in lines.elements():
                explained = next((one for one in self.known if one[0] in (what, "*") and re.search(one[1], f"{sign} {name} {line}")), None)
                if explained:
                    self.used[explained] += 1
                else:
                    left.append(f"{sign} {line}")
        self.remain += len(left)
        if left:
            with open(os.path.join(OUT, f"{os.path.basename(name)}.{what}"), "w") as f:
                f.write("\n".join(left) + "\n")
        differ = sum((before - after).values()) + sum((after - before).values())
        print(f"{name}: {what}: {same} same, {differ} differ, {len(left)} of them not explained", flush=True)

    def tables(self, builds):
        servers = both(builds, Build.serve)
        try:
            addresses = both(builds, Build.addresses)
            self.lines("tables", "addresses", *map(collections.Counter, addresses))
            shared = sorted(addresses[0] & addresses[1])
            self.rows(*both(builds, lambda build: {path: build.rows(path) for path in shared}))
        finally:
            for server in servers:
                server.terminate()
                server.wait()

    def rows(self, before, after):
        headings, rows = [collections.Counter(), collections.Counter()], [collections.Counter(), collections.Counter()]
        for path in before:
            pair = before[path], after[path]
            if isinstance(pair[0], int) or isinstance(pair[1], int):
                for side, one in enumerate(pair):
                    rows[side][f"{path}: " + (f"status {one}" if isinstance(one, int) else "a table")] += 1
                continue
            own = [list(one[0]) if one else [] for one in pair]
            shared = [heading for heading in own[0] if heading in own[1]]
            kind = re.sub(r"/[^/]*\.csv", "/*.csv", path)
            for side in (0, 1):
                headings[side].update({f"{kind} has the heading {heading}": 1 for heading in own[side] if f"{kind} has the heading {heading}" not in headings[side]})
                for row in pair[side]:
                    rows[side][path + " " + json.dumps({heading: row[heading] for heading in shared if row[heading]}, ensure_ascii=False)] += 1
        self.lines("tables", "headings", *headings)
        self.lines("tables", "rows", *rows)


def head(data):
    with open(os.path.join(data, "record", "record.jsonl"), "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def opens(later, data, comparison):
    """The earlier build's folder in the later build: verified, made anew, verified, and served, with the record as it was."""
    before = head(data)
    steps = [("verify", later.run("verify", data=data)), ("rebuild", later.run("rebuild", data=data)), ("verify", later.run("verify", data=data))]
    for step, (code, said, error) in steps:
        print(f"folder of the earlier build: {step}: exit code {code}: {(said + error).strip()}", flush=True)
    if steps[1][1][0] or steps[2][1][0] or head(data) != before:
        comparison.remain += 1
        print("The folder is not right after its rebuild, or its record changed.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--import", dest="imports", action="append", default=[])
    parser.add_argument("--known", default=os.path.join(ROOT, "bench", "builds-known.tsv"))
    given = parser.parse_args()
    known = []
    if os.path.exists(given.known):
        with open(given.known) as f:
            known = [tuple(line.rstrip("\n").split("\t")) for line in f if line.strip() and not line.startswith("#")]
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    builds = [Build("before", given.before, 9321), Build("after", given.after, 9322)]
    comparison = Comparison(known)
    for each in given.imports:
        for code, _, error in both(builds, lambda build: build.run("import", *each.split())):
            if code:
                raise SystemExit(error)
    for file in given.files:
        for what in ("quads", "findings"):
            comparison.lines(what, file, *both(builds, lambda build: getattr(build, what)(file)))
    for file in given.files:
        both(builds, lambda build: build.run("publish", file))
    comparison.tables(builds)
    opens(builds[1], builds[0].data, comparison)
    for (what, pattern, commit, why), times in sorted(comparison.used.items(), key=lambda one: -one[1]):
        print(f"{times:8} {what}: {why} ({commit})")
    return 1 if comparison.remain else 0


if __name__ == "__main__":
    sys.exit(main())
