#!/usr/bin/env bash
# Shows that `convert` streams: its memory does not grow with the file.
#
#   bench/convert-memory.sh FILE.csv [TIMES]
#
# FILE.csv is a file in the LGA's format. It is converted once as it is and once repeated TIMES times (100 unless told),
# every repetition with its own polling days, so that all contests differ; both in 256 MiB of heap. Prints contests,
# bytes, seconds and the most memory that the process held.
set -euo pipefail
file=${1:?usage: bench/convert-memory.sh FILE.csv [TIMES]}
times=${2:-100}
jar=$(dirname "$0")/../target/declared.jar
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
measure once "$file"
measure repeated "$work/many.csv"
