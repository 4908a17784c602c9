#!/bin/sh
# Compares what two builds make of the same files: the triples that each converts them to, and what each finds.
#
# usage: bench/compare.sh BEFORE.jar AFTER.jar FILE…
#
# Prints a line for each file: how many quads are the same, only before, only after; the same for findings (rule and place).
# The lines that differ are left in target/compare/. Exit code 0 where nothing differs, 1 otherwise.
set -eu
[ $# -ge 3 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
before=$1
after=$2
shift 2
out=$(dirname "$0")/../target/compare
mkdir -p "$out"
differs=0
JAVA_OPTS=${JAVA_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}

# Quads of one file in one order; what a build refuses gives what it says instead.
quads() {
  java $JAVA_OPTS -jar "$1" convert "$2" --to nquads 2>/dev/null | LC_ALL=C sort
}

# One finding a line: its rule and its place, not its words.
findings() {
  java $JAVA_OPTS -jar "$1" validate "$2" --report json 2>/dev/null | python3 -c '
import json, sys
for finding in json.load(sys.stdin)["findings"]:
    print(json.dumps({key: finding[key] for key in ("rule", "severity", "contest", "value", "place") if key in finding}, sort_keys=True))
' | LC_ALL=C sort
}

compare() {
  same=$(LC_ALL=C comm -12 "$1" "$2" | wc -l)
  LC_ALL=C comm -23 "$1" "$2" > "$3.only-before"
  LC_ALL=C comm -13 "$1" "$2" > "$3.only-after"
  lost=$(wc -l < "$3.only-before")
  new=$(wc -l < "$3.only-after")
  echo "$same same, $lost only before, $new only after"
}

for file in "$@"; do
  name=$(basename "$file")
  for what in quads findings; do
    $what "$before" "$file" > "$out/before.txt" || true
    $what "$after" "$file" > "$out/after.txt" || true
    echo "$name: $what: $(compare "$out/before.txt" "$out/after.txt" "$out/$name.$what")"
    [ ! -s "$out/$name.$what.only-before" ] && [ ! -s "$out/$name.$what.only-after" ] || differs=1
  done
done
exit $differs
