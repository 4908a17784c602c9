#!/usr/bin/env bash
# Shows how pages, queries and downloads hold up as the country's results come together.
#
#   bench/scale.sh FILE.csv [COUNCILS]
#
# FILE.csv is a file in the LGA's format of one council. It is published once for one council and once for COUNCILS (40 unless
# told) councils, each with codes of its own; both are served in 1 GiB of heap. Every address is asked for 40 times, after 5
# that are not counted. Prints contests, seconds of publishing, and for each address the median with one council, the median
# and the 95th percentile with all of them, in milliseconds, and the ratio of the two medians: 1 means that it does not matter how
# much there is. DECLARED names another program than target/declared.jar, such as "java -cp … uk.declared.DeclaredApplication".
set -euo pipefail
file=${1:?usage: bench/scale.sh FILE.csv [COUNCILS]}
councils=${2:-40}
here=$(cd "$(dirname "$0")/.." && pwd)
program=${DECLARED:-java -Xmx1g -jar $here/target/declared.jar}
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

python3 "$here/bench/councils.py" "$file" "$councils" "$work"

serve() {
  # shellcheck disable=SC2086
  $program serve --data "$1" --port 9300 > "$work/serve.log" 2>&1 &
  server=$!
  for _ in $(seq 240); do
    curl -sf -o /dev/null http://localhost:9300/health && return
    sleep 0.5
  done
  echo "The server did not start:"; tail "$work/serve.log"; exit 1
}

measure() {
  python3 - "$1" "$server" <<'PY'
import http.client, json, sys, time, urllib.parse
target, server = sys.argv[1], sys.argv[2]
def ask(path, accept="text/html"):
    connection = http.client.HTTPConnection("localhost", 9300, timeout=120)
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": accept})
    answer = connection.getresponse()
    body = answer.read()
    return answer.status, (time.perf_counter() - start) * 1000, body
def query(text):
    return "/sparql?" + urllib.parse.urlencode({"query": text})
LE = "PREFIX le: <https://w3id.org/local-elections#> "
found = json.loads(ask(query(LE + "SELECT ?c ?e ?b ?a ?p ?d ?n { ?c a le:Contest ; le:election ?e ; le:electoralArea ?a ; le:pollingDate ?d ;"
    " le:candidacy ?n . ?e le:electedBody ?b . ?n le:party ?p } ORDER BY ?c LIMIT 1"), "application/json")[2])
b = {k: urllib.parse.urlparse(v["value"]).path.replace("/id/", "/doc/") for k, v in found["results"]["bindings"][0].items()}
day = found["results"]["bindings"][0]["d"]["value"]
paths = {"start": "/", "contest": b["c"], "contest as Turtle": b["c"] + ".ttl", "election": b["e"], "council": b["b"], "area": b["a"],
    "party": b["p"], "candidacy": b["n"], "elections of a day": f"/elections/{day}", "councils": "/councils", "elections": "/elections",
    "data": "/data", "feed": "/feed.atom", "VoID": "/.well-known/void", "site map": "/sitemap.xml", "events' stream": "/ldes",
    "map": "/map", "search": "/search?q=green", "queries": "/queries",
    "seats by party": "/queries/seats-by-party.csv", "turnout league": f"/queries/turnout-league.csv",
    "votes by party (SPARQL)": query(LE + "SELECT ?p (SUM(?v) AS ?n) { ?c le:party ?p ; le:votes ?v } GROUP BY ?p"),
    "one ward (SPARQL)": query(LE + "SELECT ?d ?t { ?c le:electoralArea <" + found["results"]["bindings"][0]["a"]["value"] + "> ; le:pollingDate ?d OPTIONAL { ?c le:turnout ?t } }")}
result = {}
for name, path in paths.items():
    times, status = [], 0
    for i in range(45):
        status, taken, _ = ask(path, "application/json" if "SPARQL" in name else "text/html" if not path.endswith((".csv", ".ttl")) else "*/*")
        if i >= 5:
            times.append(taken)
        if taken > 5000 and i >= 6:
            break
    times.sort()
    result[name] = [status, times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.95))]]
with open(f"/proc/{server}/status") as f:
    held = next(int(line.split()[1]) for line in f if line.startswith("VmHWM")) // 1024
json.dump({"pages": result, "MiB": held, "contests": json.loads(ask(query(LE + "SELECT (COUNT(?c) AS ?n) { ?c a le:Contest }"),
    "application/json")[2])["results"]["bindings"][0]["n"]["value"]}, open(target, "w"))
PY
}

run() {
  local start=$SECONDS
  # shellcheck disable=SC2086
  $program publish --data "$work/$1" "${@:2}" > "$work/publish.log" 2>&1 || { tail "$work/publish.log"; exit 1; }
  echo "$1: published in $((SECONDS - start)) s, $(du -sm "$work/$1" | cut -f1) MB on disk"
  serve "$work/$1"
  measure "$work/$1.json"
  kill "$server"; wait "$server" 2>/dev/null || true
}
run one "$work/results-000.csv"
run all "$work"/results-*.csv

python3 - "$work" <<'PY'
import json, sys
one, all_ = (json.load(open(f"{sys.argv[1]}/{name}.json")) for name in ("one", "all"))
print(f"contests: {one['contests']} and {all_['contests']}; at most {one['MiB']} and {all_['MiB']} MiB resident")
print(f"{'':28}{'status':>8}{'one':>9}{'all':>9}{'95 %':>9}{'ratio':>8}")
for name, (status, median, high) in all_["pages"].items():
    before = one["pages"][name][1]
    print(f"{name:28}{status:>8}{before:>9.1f}{median:>9.1f}{high:>9.1f}{median / before:>8.1f}")
PY
