#!/bin/sh
# Counts, for each file, the contests that each rule fires on.
#
# usage: bench/rules-fired.sh DATA-FOLDER FILE…
#   DATA-FOLDER  a data folder with the geography and the register imported; made where it is missing
set -eu
[ $# -ge 2 ] || { sed -n '2,5p' "$0" >&2; exit 64; }
data=$1
shift
jar=$(dirname "$0")/../target/declared.jar
for file in "$@"; do
  printf '%s\n' "$file"
  java -jar "$jar" validate --data "$data" --report json "$file" |
    python3 -c '
import collections, json, sys
report = json.load(sys.stdin)
rules = collections.defaultdict(set)
for number, finding in enumerate(report["findings"]):
    if not finding["rule"][1] == "0":
        rules[finding["rule"]].add(finding.get("contest", number))
print("  contests", report["summary"]["contests"])
for rule in sorted(rules):
    print("  " + rule, len(rules[rule]))
' || true
done
