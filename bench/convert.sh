#!/usr/bin/env bash
# Compares `convert` with RIOT writing the same quads.
#
#   bench/convert.sh FILE.csv [TIMES]
#
# FILE.csv is a file in the LGA's format. It is converted TIMES times over (20 unless told), every repetition with its own polling days, to N-Quads in
# 256 MiB of heap; then `riot`, of Jena 5.6, reads those N-Quads and writes them again in the same heap, which is the least that a
# program has to do that writes them. Prints quads, seconds and the ratio, and bench/results/convert.json. DECLARED names another program
# than target/declared.jar.
set -euo pipefail
file=${1:?usage: bench/convert.sh FILE.csv [TIMES]}
times=${2:-20}
here=$(cd "$(dirname "$0")" && pwd)
program=${DECLARED:-java -Xmx256m -jar $here/../target/declared.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -B -q -f "$here/fuseki/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/cp" > /dev/null

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
# shellcheck disable=SC2086
ours=$(seconds $program convert "$work/many.csv" --to nquads -o "$work/out.nq" | tail -1)
theirs=$(seconds riot_of "$work/out.nq" | tail -1)
quads=$(wc -l < "$work/out.nq")
mkdir -p "$here/results"
printf '%s quads: convert %.1f s (%.0f a second), riot %.1f s; ratio %.2f\n' "$quads" "$ours" "$(echo "$quads / $ours" | bc)" "$theirs" "$(echo "scale=4; $theirs / $ours" | bc)"
printf '{"quads": %s, "convertSeconds": %.2f, "riotSeconds": %.2f}\n' "$quads" "$ours" "$theirs" > "$here/results/convert.json"
