#!/usr/bin/env python3
"""Measures Declared against a bare Fuseki 5.6 server on a copy of the same TDB2 files, in one run.

  bench/compare.py sparql|dereference FOLDER [--seconds 3] [--connections 4] [--json OUT.json]

FOLDER is a data folder of Declared that no server holds. Both servers run at once in 1 GiB of heap each, and are asked in turn for each
measure, so that what else the machine does falls on both. `sparql`: the queries of bench/queries with JSON answers. `dereference`: documents of
contests as Turtle, JSON-LD, HTML, the first time and again, and answered with 304; against a raw DESCRIBE of the same
contest. Prints requests a second and the ratio; medians in milliseconds. DECLARED names another program than
target/declared.jar; the class path of Fuseki is resolved from bench/fuseki/pom.xml by Maven.
"""
import argparse, glob, http.client, json, os, shlex, shutil, statistics, subprocess, tempfile, threading, time, urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DECLARED, FUSEKI = 9311, 9312
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


def rate(port, requests, seconds, connections):
    """Requests a second and the median in milliseconds over some connections, each asking one after another."""
    times, failed, end = [], [0], time.perf_counter() + seconds

    def client(offset):
        connection, i = http.client.HTTPConnection("localhost", port, timeout=120), offset
        while time.perf_counter() < end:
            path, headers = requests[i % len(requests)]
            start = time.perf_counter()
            status, _, _ = ask(port, path, headers, connection)
            times.append((time.perf_counter() - start) * 1000)
            failed[0] += status >= 400
            i += connections

    threads = [threading.Thread(target=client, args=(n,)) for n in range(connections)]
    start = time.perf_counter()
    [t.start() for t in threads]
    [t.join() for t in threads]
    taken = time.perf_counter() - start
    return {"perSecond": round(len(times) / taken, 1), "medianMs": round(statistics.median(times), 2) if times else None, "failed": failed[0]}


def sparql(text, endpoint):
    return f"{endpoint}?" + urllib.parse.urlencode({"query": text})


def in_turn(ours, theirs, given):
    """Each is asked twice, the other between; the better of the two counts, for both."""
    rounds = [(rate(DECLARED, ours, given.seconds, given.connections), rate(FUSEKI, theirs, given.seconds, given.connections)) for _ in range(2)]
    return tuple(max((one[side] for one in rounds), key=lambda r: r["perSecond"]) for side in (0, 1))


def measure_sparql(given, contests):
    json_only = {"Accept": "application/sparql-results+json", "Cache-Control": "no-cache"}
    for file in sorted(glob.glob(f"{HERE}/queries/*.rq")):
        with open(file) as f:
            text = f.read()
        # A comment that differs each time keeps an answer from being taken from a cache: the queries themselves are compared.
        ours = [(sparql(f"{text}\n# {i}", "/sparql"), json_only) for i in range(5000)]
        theirs = [(sparql(f"{text}\n# {i}", "/ds/sparql"), json_only) for i in range(5000)]
        a, b = ask(DECLARED, ours[0][0], json_only), ask(FUSEKI, theirs[0][0], json_only)
        rows = [len(json.loads(x[1])["results"]["bindings"]) if x[0] == 200 else f"status {x[0]}" for x in (a, b)]
        yield os.path.basename(file)[:-3], *in_turn(ours, theirs, given), rows


def measure_dereference(given, contests):
    documents = [urllib.parse.urlparse(c).path.replace("/id/", "/doc/") for c in contests]
    describe = [(sparql(f"DESCRIBE <{c}>", "/ds/sparql"), {"Accept": "text/turtle"}) for c in contests]
    for name, accept in (("Turtle", "text/turtle"), ("JSON-LD", "application/ld+json"), ("HTML", "text/html")):
        asked = [(d, {"Accept": accept}) for d in documents]
        start = time.perf_counter()
        for path, headers in asked[:100]:
            ask(DECLARED, path, headers)
        cold = 100 / (time.perf_counter() - start)
        ours, theirs = in_turn(asked, describe, given)
        ours["coldPerSecond"] = round(cold, 1)
        yield name, ours, theirs, []
        tags = [(path, {**headers, "If-None-Match": ask(DECLARED, path, headers)[2].get("ETag", "")}) for path, headers in asked[:200]]
        assert ask(DECLARED, *tags[0])[0] == 304, "no 304"
        ours, theirs = in_turn(tags, describe, given)
        yield f"{name}, 304", ours, theirs, []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sparql", "dereference"])
    parser.add_argument("folder")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--connections", type=int, default=4)
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
                                         f"--loc={work}/store", "--set", "tdb2:unionDefaultGraph=true", f"--port={FUSEKI}", "/ds"], stdout=log, stderr=log))
        wait(servers[0], DECLARED, "/health", log)
        wait(servers[1], FUSEKI, sparql("ASK {}", "/ds/sparql"), log)
        found = ask(DECLARED, sparql(f"SELECT ?c {{ ?c a <{LE}Contest> }} ORDER BY ?c LIMIT 2000", "/sparql"), {"Accept": "application/sparql-results+json"})
        contests = [b["c"]["value"] for b in json.loads(found[1])["results"]["bindings"]]
        result = {"what": given.what, "seconds": given.seconds, "connections": given.connections, "measures": {}}
        print(f"{'':34}{'Declared':>10}{'ms':>8}{'Fuseki':>10}{'ms':>8}{'ratio':>8}")
        for name, ours, theirs, rows in (measure_sparql if given.what == "sparql" else measure_dereference)(given, contests):
            ratio = round(ours["perSecond"] / theirs["perSecond"], 2) if theirs["perSecond"] else None
            result["measures"][name] = {"declared": ours, "fuseki": theirs, "ratio": ratio, "rows": rows}
            same = "" if not rows or rows[0] == rows[1] else f"  rows differ: {rows}"
            print(f"{name:34}{ours['perSecond']:>10}{ours['medianMs']:>8}{theirs['perSecond']:>10}{theirs['medianMs']:>8}{ratio:>8}{same}", flush=True)
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
