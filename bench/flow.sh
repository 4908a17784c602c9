#!/usr/bin/env bash
# Sets `publish` against the chain that a user would pick instead, in one run.
#
#   bench/flow.sh FILE.csv [COUNCILS] [RUNS]
#
# FILE.csv is a file in the LGA's format; it is made into COUNCILS (8 unless told) files by bench/councils.py. RUNS (3) times in
# turn: `publish` of all files into an empty folder, with everything that it does besides (record, hashes, versions,
# statistics, seats, names); and the chain `convert` to N-Quads, `shacl validate` of the same triples by our shapes, `tdb2.tdbloader` of the
# N-Quads (Jena's own commands, of the release in pom.xml, fetched by Maven). Writes flow.json into bench/results, or the folder that RESULTS names: the median
# seconds of each, of clock and of processor, and the ratio of the medians; 1 is as long as the chain.
# DECLARED names another program than target/declared.jar.
set -euo pipefail
file=${1:?usage: bench/flow.sh FILE.csv [COUNCILS] [RUNS]}
councils=${2:-8}
runs=${3:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
program=${DECLARED:-java -Xmx1g -jar $here/target/declared.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/bench/councils.py" "$file" "$councils" "$work/files"

jena=$(sed -n 's|.*<jena.version>\(.*\)</jena.version>.*|\1|p' "$here/pom.xml")
cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.jena</groupId><artifactId>jena-cmds</artifactId><version>$jena</version></dependency></dependencies></project>
POM
mvn -B -ntp -q -f "$work/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/classpath"
commands="java -Xmx1g -cp $(cat "$work/classpath")"
cat "$here"/shapes/*.ttl > "$work/shapes.ttl"

# Runs a command and appends its seconds of clock and of processor to a file of times.
timed() {
  local name=$1; shift
  { TIMEFORMAT='%R %U %S'; time "$@" > "$work/$name.log" 2>&1; } 2>> "$work/$name.times" || [ "$name" != publish ] || { tail "$work/$name.log"; exit 1; }
}
for run in $(seq "$runs"); do
  # shellcheck disable=SC2086
  timed publish $program publish --data "$work/data-$run" "$work"/files/*.csv
  # shellcheck disable=SC2086
  timed convert $program convert --to nquads -o "$work/all.nq" "$work"/files/*.csv
  sed -E 's/ <[^>]*> \.$/ ./' "$work/all.nq" > "$work/all.nt"
  timed validate $commands shacl.shacl_validate --shapes="$work/shapes.ttl" --data="$work/all.nt"
  timed load $commands tdb2.tdbloader --loc="$work/store-$run" "$work/all.nq"
done
results=${RESULTS:-$here/bench/results}
mkdir -p "$results"
python3 - "$work" "$results/flow.json" "$councils" <<'PY'
import datetime, json, os, platform, statistics, subprocess, sys
work, target, councils = sys.argv[1], sys.argv[2], int(sys.argv[3])
def times(name):
    rows = [[float(x) for x in line.split()] for line in open(f"{work}/{name}.times")]
    return {"clock": [r[0] for r in rows], "processor": [round(r[1] + r[2], 2) for r in rows],
            "median_clock": statistics.median(r[0] for r in rows), "median_processor": round(statistics.median(r[1] + r[2] for r in rows), 2)}
parts = {name: times(name) for name in ("publish", "convert", "validate", "load")}
chain = sum(parts[n]["median_clock"] for n in ("convert", "validate", "load"))
chain_processor = sum(parts[n]["median_processor"] for n in ("convert", "validate", "load"))
contests = sum(1 for line in open(f"{work}/all.nq") if "ns#type> <https://w3id.org/local-elections#Contest>" in line)
result = {"benchmark": "flow", "when": datetime.date.today().isoformat(), "councils": councils, "contests": contests,
    "processors": os.cpu_count(), "load_before": os.getloadavg()[2], "java": subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()[0],
    "seconds": parts, "chain_clock": round(chain, 2), "ratio_clock": round(parts["publish"]["median_clock"] / chain, 2),
    "ratio_processor": round(parts["publish"]["median_processor"] / chain_processor, 2)}
json.dump(result, open(target, "w"), indent=1)
print(json.dumps({k: v for k, v in result.items() if k != "seconds"}, indent=1))
PY
