#!/usr/bin/env bash
# Converts a file that is repeated many times, and measures.
#
#   bench/convert.sh speed  FILE.csv [TIMES]     (20 times unless told)
#   bench/convert.sh memory FILE.csv [TIMES]     (100 times unless told)
#
# FILE.csv is a file in the LGA's format; every repetition has its own polling days, so that all contests differ. All run in 256 MiB of
# heap. DECLARED_JAR names another program than target/declared.jar.
#
# speed:  N-Quads are written; then `riot`, of Jena 5.6, reads those and writes them again, which is the least that a program has to do that
#         writes them. Prints quads, seconds and the ratio, and bench/results/convert.json.
# memory: the file once as it is and once repeated: memory does not grow with it. Prints contests, bytes, seconds and the most memory that
#         the process held.
set -euo pipefail
usage="usage: bench/convert.sh speed|memory FILE.csv [TIMES]"
what=${1:?$usage}
file=${2:?$usage}
case $what in speed) times=${3:-20} ;; memory) times=${3:-100} ;; *) echo "$usage"; exit 2 ;; esac
here=$(cd "$(dirname "$0")" && pwd)
jar=${DECLARED_JAR:-$here/../target/declared.jar}
[ -f "$jar" ] || { echo "Build the program first: mvn -q package -DskipTests"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$file" "$times" "$work/many.csv" <<'PY'
import csv, datetime, sys
source, times, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with open(source, newline="", encoding="utf-8-sig") as f:
    rows = list(csv.DictReader(f))
with open(target, "w", newline="", encoding="utf-8") as f:
    writer = csv.DictWriter(f, rows[0].keys())
    writer.writeheader()
    for i in range(times):
        for row in rows:
            day = datetime.date.fromisoformat(row["ElectionDate"]) + datetime.timedelta(days=4_000 * i)
            writer.writerow({**row, "ElectionDate": day.isoformat()})
PY

seconds() {
  local start end
  start=$(date +%s.%N)
  "$@" 2> "$work/errors" || { tail "$work/errors"; exit 1; }
  end=$(date +%s.%N)
  echo "$end - $start" | bc
}
riot_of() { java -Xmx256m -cp "$(cat "$work/cp")" riotcmd.riot --output=NQuads "$1" > /dev/null; }
measure() {
  python3 - "$1" "$2" "$jar" <<'PY'
import os, resource, subprocess, sys, time
name, file, jar = sys.argv[1:]
start = time.time()
out = subprocess.Popen(["java", "-Xmx256m", "-jar", jar, "convert", file], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
contests = quads = 0
for line in out.stdout:
    quads += 1
    if b"#type> <https://w3id.org/local-elections#Contest>" in line:
        contests += 1
code = out.wait()
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"{name}: exit {code}, {os.path.getsize(file):,} bytes, {contests:,} contests, {quads:,} quads, "
      f"{time.time() - start:.1f} s, at most {most} MiB resident")
PY
}

if [ "$what" = memory ]; then
  measure once "$file"
  measure repeated "$work/many.csv"
  exit
fi
mvn -B -q -f "$here/fuseki/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/cp" > /dev/null
ours=$(seconds java -Xmx256m -jar "$jar" convert "$work/many.csv" --to nquads -o "$work/out.nq" | tail -1)
theirs=$(seconds riot_of "$work/out.nq" | tail -1)
quads=$(wc -l < "$work/out.nq")
mkdir -p "$here/results"
printf '%s quads: convert %.1f s (%.0f a second), riot %.1f s; ratio %.2f\n' "$quads" "$ours" "$(echo "$quads / $ours" | bc)" "$theirs" "$(echo "scale=4; $theirs / $ours" | bc)"
printf '{"quads": %s, "convertSeconds": %.2f, "riotSeconds": %.2f}\n' "$quads" "$ours" "$theirs" > "$here/results/convert.json"
