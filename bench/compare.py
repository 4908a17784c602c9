#!/usr/bin/env python3
"""Measures Declared against a bare Fuseki 5.6 server on a copy of the same TDB2 files, in one run.

  bench/compare.py sparql|dereference FOLDER [--seconds 3] [--connections 4] [--cold 150] [--without-trifid] [--json OUT.json]

FOLDER is a data folder of Declared that no server holds, with `http://localhost:8080` as the beginning of its URIs. The servers run at once, those in
Java in 1 GiB of heap each, and are asked in turn for each measure, so that what else the machine does falls on all. `sparql`: the queries of
bench/queries with JSON answers; one that Fuseki has not answered after 20 seconds is ended, counts as failed, and the ratio is then the least that it
can be. `dereference`: documents of contests as Turtle, JSON-LD and HTML, against a raw DESCRIBE of the same contests as Turtle and against Trifid 5.3 over that
Fuseki (fetched by npm; left out where there is no node, and said so):

  cold   each of --cold documents once, not asked for before by anybody, on servers that have answered for others
  warm   the same documents again and again; Declared keeps what it made until something is published
  304    the same, asked for by who has them

Prints for each server requests a second, the median in milliseconds, and the milliseconds of processor that a request took its server (Trifid's
with its Fuseki's), which say more on a machine that is in use; the ratios of both, above 1 where Declared is the quicker. DECLARED names another
program than target/declared.jar; the class path of Fuseki is resolved from bench/fuseki/pom.xml by Maven.
"""
import argparse, glob, http.client, json, os, random, shlex, shutil, subprocess, tempfile, time, urllib.parse

from rate import processor, rate, request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DECLARED, FUSEKI, TRIFID = 9311, 9312, 9314
LE = "https://w3id.org/local-elections#"


def class_path(work):
    target = os.path.join(work, "fuseki.cp")
    subprocess.run(["mvn", "-B", "-q", "-f", f"{HERE}/fuseki/pom.xml", "dependency:build-classpath", f"-Dmdep.outputFile={target}"], check=True)
    with open(target) as f:
        return f.read().strip()


def wait(server, port, path, log):
    for _ in range(600):
        if server.poll() is not None:
            with open(log.name) as f:
                raise SystemExit("A server ended: " + f.read()[-2000:])
        try:
            if ask(port, path)[0] < 500:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit(f"The server on port {port} did not start.")


def ask(port, path, headers=None, connection=None):
    own = connection or http.client.HTTPConnection("localhost", port, timeout=120)
    own.request("GET", path, headers=headers or {})
    answer = own.getresponse()
    body = answer.read()
    return answer.status, body, answer.headers


def sparql(text, endpoint):
    return f"{endpoint}?" + urllib.parse.urlencode({"query": text})


class Side:
    """A server that is measured, with the processes that work for it."""

    def __init__(self, name, port, processes):
        self.name, self.port, self.pids = name, port, [p.pid for p in processes]

    def rate(self, asked, given, seconds=None):
        before = sum(processor(pid) for pid in self.pids)
        result = rate(self.port, asked, given.connections, seconds)
        result["processorMs"] = round((sum(processor(pid) for pid in self.pids) - before) * 1000 / result.pop("count"), 3)
        return result


def in_turn(sides, given):
    """Each is asked twice, the others between; the better of the two counts, for all."""
    rounds = [{side.name: side.rate(asked, given, given.seconds) for side, asked in sides} for _ in range(2)]
    return {side.name: max((one[side.name] for one in rounds), key=lambda r: r["perSecond"]) for side, _ in sides}


def measure_sparql(given, servers, contests):
    json_only = {"Accept": "application/sparql-results+json", "Cache-Control": "no-cache"}
    for file in sorted(glob.glob(f"{HERE}/queries/*.rq")):
        with open(file) as f:
            text = f.read()
        # A comment that differs each time keeps an answer from being taken from a cache: the queries themselves are compared.
        paths = {"declared": "/sparql", "fuseki": "/ds/sparql"}
        asked = {name: [request(sparql(f"{text}\n# {i}", path), json_only) for i in range(2000)] for name, path in paths.items()}
        answers = [ask(side.port, sparql(text, paths[side.name]), json_only) for side in servers]
        rows = [len(json.loads(x[1])["results"]["bindings"]) if x[0] == 200 else f"status {x[0]}" for x in answers]
        yield os.path.basename(file)[:-3], in_turn([(side, asked[side.name]) for side in servers], given), rows


def measure_dereference(given, servers, contests):
    random.Random(1).shuffle(contests)
    others, contests = contests[-300:], contests[:-300]
    for number, (name, accept) in enumerate((("Turtle", "text/turtle"), ("JSON-LD", "application/ld+json"), ("HTML", "text/html"))):
        own = contests[number * given.cold:][:given.cold]

        def asked(side, things):
            if side.name == "fuseki":
                return [request(sparql(f"DESCRIBE <{c}>", "/ds/sparql"), {"Accept": "text/turtle"}) for c in things]
            path = "/doc/" if side.name == "declared" else "/id/"
            return [request(urllib.parse.urlparse(c).path.replace("/id/", path), {"Accept": accept}) for c in things]

        for side in servers:
            side.rate(asked(side, others), given)
        yield f"{name}, cold", {side.name: side.rate(asked(side, own), given) for side in servers}, []
        yield f"{name}, warm", in_turn([(side, asked(side, own)) for side in servers], given), []
        tags = []
        for contest in own:
            path = urllib.parse.urlparse(contest).path.replace("/id/", "/doc/")
            tag = ask(DECLARED, path, {"Accept": accept})[2].get("ETag", "")
            tags.append((path, {"Accept": accept, "If-None-Match": tag}))
        assert ask(DECLARED, *tags[0])[0] == 304, "no 304"
        yield f"{name}, 304", in_turn([(side, [request(*tag) for tag in tags] if side.name == "declared" else asked(side, own)) for side in servers], given), []


def trifid(work, log):
    """Trifid over the Fuseki that runs; nothing where there is no node, or npm cannot fetch it."""
    if not shutil.which("npm"):
        return None
    for file in ("package.json", "config.yaml"):
        shutil.copy(f"{HERE}/trifid/{file}", work)
    if subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=work, stdout=log, stderr=log).returncode:
        return None
    environment = {**os.environ, "PORT": str(TRIFID), "SPARQL_ENDPOINT_URL": f"http://localhost:{FUSEKI}/ds/sparql"}
    return subprocess.Popen(["node", "node_modules/trifid/server.js", "-c", "config.yaml"], cwd=work, stdout=log, stderr=log, env=environment)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sparql", "dereference"])
    parser.add_argument("folder")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--cold", type=int, default=150)
    parser.add_argument("--without-trifid", action="store_true")
    parser.add_argument("--json")
    given = parser.parse_args()
    work = tempfile.mkdtemp()
    servers = []
    try:
        shutil.copytree(os.path.join(given.folder, "store"), f"{work}/store", ignore=shutil.ignore_patterns("*.lock"))
        program = shlex.split(os.environ.get("DECLARED", f"java -Xmx1g -jar {ROOT}/target/declared.jar"))
        log = open(f"{work}/log", "w")
        # One client asks all of it: the budget that each client has within a minute is for strangers.
        servers.append(subprocess.Popen([*program, "serve", "--data", given.folder, "--port", str(DECLARED)], stdout=log, stderr=log,
                                        env={**os.environ, "DECLARED_SPARQL_CLIENTBUDGET": "100000s"}))
        servers.append(subprocess.Popen(["java", "-Xmx1g", "-cp", class_path(work), "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--tdb2",
                                         f"--loc={work}/store", "--set", "tdb2:unionDefaultGraph=true", f"--port={FUSEKI}", "--timeout=20000", "/ds"], stdout=log, stderr=log))
        wait(servers[0], DECLARED, "/health", log)
        wait(servers[1], FUSEKI, sparql("ASK {}", "/ds/sparql"), log)
        sides = [Side("declared", DECLARED, servers[:1]), Side("fuseki", FUSEKI, servers[1:])]
        without = ""
        if given.what == "dereference" and not given.without_trifid:
            third = trifid(work, log)
            if third:
                servers.append(third)
                wait(third, TRIFID, "/query?query=ASK%7B%7D", log)
                sides.append(Side("trifid", TRIFID, servers[1:]))
            else:
                without = "Trifid was not measured: npm is not here, or could not fetch it."
                print(without)
        found = ask(DECLARED, sparql(f"SELECT ?c {{ ?c a <{LE}Contest> }} ORDER BY ?c LIMIT 4000", "/sparql"), {"Accept": "application/sparql-results+json"})
        contests = [b["c"]["value"] for b in json.loads(found[1])["results"]["bindings"]]
        result = {"what": given.what, "when": time.strftime("%Y-%m-%d"), "processors": os.cpu_count(), "load": [round(x, 1) for x in os.getloadavg()],
                  "seconds": given.seconds, "connections": given.connections, "contests": len(contests), "without": without, "measures": {}}
        print(f"{'':30}" + "".join(f"{side.name + ' /s':>14}{'ms':>9}{'proc ms':>9}" for side in sides) + "   ratios by clock, by processor")
        for name, rates, rows in (measure_sparql if given.what == "sparql" else measure_dereference)(given, sides, contests):
            own = rates["declared"]
            ratios = {other: {"clock": round(own["perSecond"] / rates[other]["perSecond"], 2) if rates[other]["perSecond"] else None,
                              "processor": round(rates[other]["processorMs"] / own["processorMs"], 2) if own["processorMs"] else None}
                      for other in rates if other != "declared"}
            result["measures"][name] = {**rates, "ratios": ratios, "rows": rows}
            same = "" if not rows or rows[0] == rows[1] else f"  rows differ: {rows}"
            print(f"{name:30}" + "".join(f"{r['perSecond']:>14}{r['medianMs']:>9}{r['processorMs']:>9}" for r in rates.values()) + "   "
                  + ", ".join(f"{other} {r['clock']}, {r['processor']}" for other, r in ratios.items()) + same
                  + "".join(f"  {n}: {r['failed']} failed" for n, r in rates.items() if r["failed"]), flush=True)
        result["load_after"] = [round(x, 1) for x in os.getloadavg()]
        if given.json:
            with open(given.json, "w") as f:
                json.dump(result, f, indent=1)
    finally:
        for server in servers:
            server.terminate()
        for server in servers:
            server.wait()
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
