#!/usr/bin/env python3
"""Measures start, pages and queries of one server over a data folder of the size of a country.

  bench/national.py FOLDER [--times 15] [--json OUT.json] [--only pages|queries|submissions]

FOLDER is a data folder that no server holds (bench/country.sh, or bench/load.py published into one). Prints for each page and for each query of
the library and of bench/queries: the first answer in milliseconds, the median of those after it, and the milliseconds of processor for
one of these, which on a machine that is shared says more. Pages are asked for again as they are, so that the later ones come
from what is kept until something is published; queries carry a number that differs each time, or `no-cache`, so that none is
taken from a cache. Last, a file of one contest is submitted again and again, each time with other votes, which leaves one contest of a council
of today in the folder. Parameters that have neither a value of their own nor may be left out get the example in the query's file.
DECLARED names another program than target/declared.jar.
"""
import argparse, datetime, glob, http.client, json, os, re, shlex, statistics, subprocess, tempfile, time, urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PORT = 9313
LE = "PREFIX le: <https://w3id.org/local-elections#> "
# What of each kind has most: found by these, so that a page is asked for where it is slowest.
MOST = {
    "contest": "SELECT ?x { ?x a le:Contest ; le:candidacy ?c } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1",
    "council": "SELECT ?x { ?e le:electedBody ?x . ?c le:election ?e } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1",
    "party": "SELECT ?x { ?c le:party ?x } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1",
    "election": "SELECT ?x { ?c le:election ?x } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1",
    "area": "SELECT ?x { ?c le:electoralArea ?x } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1",
    "day": "SELECT ?x { ?c le:pollingDate ?x } GROUP BY ?x ORDER BY DESC(COUNT(?c)) LIMIT 1"}


def ask(path, accept="text/html", headers=None):
    connection = http.client.HTTPConnection("localhost", PORT, timeout=300)
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": accept, **(headers or {})})
    answer = connection.getresponse()
    body = answer.read()
    return answer.status, (time.perf_counter() - start) * 1000, body


def processor(pid):
    with open(f"/proc/{pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(pid, paths, times, accept, headers=None):
    before = processor(pid)
    status, first, body = ask(paths[0], accept, headers)
    between = processor(pid)
    taken = []
    for i in range(times):
        taken.append(ask(paths[(i + 1) % len(paths)], accept, headers)[1])
        if sum(taken) > 20_000:
            break
    return {"status": status, "firstMs": round(first, 1), "firstProcessorMs": between - before, "medianMs": round(statistics.median(taken), 1),
            "processorMs": round((processor(pid) - between) / len(taken), 1), "bytes": len(body)}


def show(name, result):
    print(f"{name:36}{result['status']:>5}{result['firstMs']:>10.0f}{result['firstProcessorMs']:>10.0f}{result['medianMs']:>10.1f}"
          f"{result['processorMs']:>10.1f}", flush=True)


def pages():
    found = {}
    for name, query in MOST.items():
        rows = json.loads(ask("/sparql?" + urllib.parse.urlencode({"query": LE + query}), "application/sparql-results+json")[2])
        value = rows["results"]["bindings"][0]["x"]["value"]
        found[name] = urllib.parse.urlparse(value).path.replace("/id/", "/doc/") if "://" in value else value
    return {"start": "/", "contest": found["contest"], "contest as Turtle": found["contest"] + ".ttl", "council": found["council"],
            "party": found["party"], "election": found["election"], "area": found["area"], "map": "/map", "search": "/search?q=green",
            "search of a place": "/search?q=north+ward", "feed": "/feed.atom", "site map": "/sitemap.xml", "piece of the site map": "/sitemap-1.xml",
            "data": "/data", "data as Turtle": "/data.ttl", "VoID": "/.well-known/void", "councils": "/councils", "elections": "/elections",
            "board of a day": f"/elections/{found['day']}", "queries": "/queries"}


def examples(file):
    """The query's parameters that must be given, with their examples."""
    given, name, needed, example = {}, None, False, None
    def end():
        if name and needed and example:
            given[name] = example
    with open(file, encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#+"):
                break
            key, _, value = line[2:].strip().partition(": ")
            if key == "parameter":
                end()
                name, needed, example = value.split()[0], True, None
            elif key in ("default", "optional"):
                needed = False
            elif key == "example":
                example = value
    end()
    return given


def queries():
    for file in sorted(glob.glob(f"{ROOT}/queries/*.rq")):
        name = os.path.basename(file)[:-3]
        yield name, [f"/queries/{name}.csv" + ("?" + urllib.parse.urlencode(examples(file)) if examples(file) else "")]
    for file in sorted(glob.glob(f"{HERE}/queries/*.rq")):
        with open(file) as f:
            text = f.read()
        yield "bench/" + os.path.basename(file)[:-3], ["/sparql?" + urllib.parse.urlencode({"query": f"{text}\n# {i}"}) for i in range(60)]


def submissions(pid, token, times):
    head = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected,electorate\n"
    def body(i):
        row = "trafford,2026-11-26,,Bench Ward,"
        return (head + row + f"Ann Ash,PP63,{2000 + i},true,9000\n" + row + f"Bob Birch,PP90,{1000 + i},false,9000\n").encode()
    def submit(i):
        connection = http.client.HTTPConnection("localhost", PORT, timeout=300)
        start = time.perf_counter()
        connection.request("POST", "/submissions", body(i), {"Authorization": "Bearer " + token, "Content-Type": "text/csv", "Accept": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise SystemExit(f"A submission was refused: {answer.status} {text[:500]}")
        return answer.status, (time.perf_counter() - start) * 1000, text
    before = processor(pid)
    status, first, text = submit(int(time.time()) % 1000)
    between = processor(pid)
    taken = [submit(int(time.time()) % 1000 + 1001 + i)[1] for i in range(times)]
    return {"status": status, "firstMs": round(first, 1), "firstProcessorMs": between - before, "medianMs": round(statistics.median(taken), 1),
            "mostMs": round(max(taken), 1), "processorMs": round((processor(pid) - between) / len(taken), 1), "bytes": len(text)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--json")
    parser.add_argument("--only", choices=["pages", "queries", "submissions"])
    given = parser.parse_args()
    program = shlex.split(os.environ.get("DECLARED", f"java -Xmx1g -jar {ROOT}/target/declared.jar"))
    token = subprocess.run([*program, "token", "create", "--operator", "--name", "bench", "--data", given.folder], capture_output=True, text=True,
                           check=True).stdout.split()
    token = next(word for word in reversed(token) if len(word) > 20)
    with tempfile.NamedTemporaryFile("w+") as log:
        start = time.perf_counter()
        # One client asks all of it: what a stranger may have within a minute is not what is measured.
        server = subprocess.Popen([*program, "serve", "--data", given.folder, "--port", str(PORT)], stdout=log, stderr=log,
                                  env={**os.environ, "DECLARED_SPARQL_CLIENTBUDGET": "100000s", "DECLARED_SPARQL_TIMELIMIT": "120s"})
        try:
            while True:
                if server.poll() is not None:
                    raise SystemExit("The server ended: " + open(log.name).read()[-2000:])
                try:
                    ask("/health", "application/json")
                    break
                except OSError:
                    time.sleep(0.1)
            result = {"what": "national", "when": datetime.date.today().isoformat(), "load": os.getloadavg()[0],
                      "start": {"seconds": round(time.perf_counter() - start, 1), "processorMs": processor(server.pid)}, "pages": {}, "queries": {}}
            print(f"answers after {result['start']['seconds']} s, {result['start']['processorMs'] / 1000:.1f} s of processor")
            print(f"{'':36}{'':>5}{'first':>10}{'cpu':>10}{'median':>10}{'cpu':>10}")
            if given.only in (None, "pages"):
                for name, path in pages().items():
                    result["pages"][name] = measure(server.pid, [path], given.times, "*/*" if path.endswith(".ttl") else "text/html")
                    show(name, result["pages"][name])
            if given.only in (None, "queries"):
                for name, paths in queries():
                    result["queries"][name] = measure(server.pid, paths, given.times, "*/*", {"Cache-Control": "no-cache"})
                    show(name, result["queries"][name])
            if given.only in (None, "submissions"):
                result["submissions"] = submissions(server.pid, token, given.times)
                show("one contest submitted", result["submissions"])
            held = re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{server.pid}/status").read())
            result["mostMiB"] = int(held.group(1)) // 1024
            if given.json:
                with open(given.json, "w") as f:
                    json.dump(result, f, indent=1)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
