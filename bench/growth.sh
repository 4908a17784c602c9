#!/usr/bin/env bash
# How everything grows: the load of our own making at several sizes, each published, compacted, started and asked.
#
#   bench/growth.sh [PERCENT…]
#
# PERCENT are sizes for bench/load.py (1 and 10 unless told; seed 1). For each: contests a second of `publish` with all files on one command line, by
# the clock and by processor; kilobytes a contest before and after `compact`; seconds of start; pages, queries and submissions by bench/national.py.
# Writes growth.json into bench/results, or the folder that RESULTS names, after each size, with one entry a size. DECLARED names another program than target/declared.jar.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
program=${DECLARED:-java -Xmx1g -jar $here/target/declared.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 1 10
results=${RESULTS:-$here/bench/results}
mkdir -p "$results"
sizes=()
for percent in "$@"; do
  python3 "$here/bench/load.py" "$work/files-$percent" --percent "$percent" --seed 1
  data=$work/data-$percent
  # shellcheck disable=SC2086
  { TIMEFORMAT='%R %U %S'; time $program publish "$work/files-$percent"/*.csv --conforming --data "$data" > "$work/publish.txt" 2>&1; } 2> "$work/time" || true
  tail -1 "$work/time" > "$work/publish-$percent"
  du -sb "$data/store" | cut -f1 > "$work/loaded-$percent"
  # shellcheck disable=SC2086
  $program compact --data "$data" > "$work/compact.txt" 2>&1 || { cat "$work/compact.txt"; exit 1; }
  du -sb "$data/store" | cut -f1 > "$work/compacted-$percent"
  python3 "$here/bench/national.py" "$data" --json "$work/national-$percent.json"
  echo 'SELECT (COUNT(?c) AS ?contests) { ?c a <https://w3id.org/local-elections#Contest> }' > "$work/count.rq"
  # shellcheck disable=SC2086
  $program query "$work/count.rq" --data "$data" 2> /dev/null | grep -oE '[0-9]+' | tail -1 > "$work/contests-$percent"
  sizes+=("$percent")
  # After each size, so that a long one that is stopped takes nothing with it.
  python3 - "$work" "$results/growth.json" "${sizes[@]}" <<'PY'
import json, os, sys
work, target, sizes = sys.argv[1], sys.argv[2], sys.argv[3:]
read = lambda name: open(f"{work}/{name}").read().strip()
result = {"benchmark": "growth", "processors": os.cpu_count(), "load": os.getloadavg()[0], "sizes": {}}
for size in sizes:
    contests = int(read(f"contests-{size}"))
    clock, user, system = map(float, read(f"publish-{size}").split())
    one = {"contests": contests, "publishSeconds": clock, "publishProcessor": round(user + system, 1), "contestsASecond": round(contests / clock, 1),
           "contestsASecondOfProcessor": round(contests / (user + system), 1), "kBAContest": round(int(read(f"loaded-{size}")) / contests / 1000, 1),
           "kBAContestCompacted": round(int(read(f"compacted-{size}")) / contests / 1000, 1), "national": json.load(open(f"{work}/national-{size}.json"))}
    result["sizes"][size] = one
    print(size, "%:", {k: v for k, v in one.items() if k != "national"})
json.dump(result, open(target, "w"), indent=1)
PY
done
