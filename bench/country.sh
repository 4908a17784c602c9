#!/usr/bin/env bash
# Loads the real results that are there into one data folder, as a user would, and says what each step took.
#
#   bench/country.sh DATA [FOLDER]
#
# DATA is a folder with the sources' files, laid out as in ../shared/data; what is not there is passed over, and said. FOLDER is
# made anew (./country unless told). What the rules refuse stays out (--conforming), as it would for a user. Prints for
# each step its seconds and exit code, and at the end contests, quads' bytes on disk and bytes a contest; the same as JSON in
# FOLDER/load.json. DECLARED names another program than target/declared.jar.
set -euo pipefail
data=${1:?usage: bench/country.sh DATA [FOLDER]}
folder=${2:-country}
here=$(cd "$(dirname "$0")/.." && pwd)
program=${DECLARED:-java -Xmx1g -jar $here/target/declared.jar}
rm -rf "$folder"
mkdir -p "$folder/reports"
steps=()

step() {
  local name=$1 start end code=0
  shift
  start=$(date +%s.%N)
  # shellcheck disable=SC2086
  $program "$@" --data "$folder/data" > "$folder/reports/$name.txt" 2>&1 || code=$?
  end=$(date +%s.%N)
  steps+=("{\"step\": \"$name\", \"seconds\": $(printf '%.1f' "$(echo "$end - $start" | bc)"), \"exit\": $code}")
  printf '%-28s %8.1f s  exit %s  %s\n' "$name" "$(echo "$end - $start" | bc)" "$code" "$(tail -1 "$folder/reports/$name.txt" | cut -c1-110)"
}

there() {
  local missing=0
  for file in "$@"; do [ -e "$file" ] || { echo "not there: $file"; missing=1; }; done
  return $missing
}

there "$data"/geography/ChangeHistory.csv && step geography import geography "$data"/geography/*.csv
there "$data"/parties/registrations.csv && step parties import parties "$data"/parties/registrations.csv
for year in 2021 2024; do
  there "$data/national/leh-$year.xlsx" && step "handbook-$year" publish "$data/national/leh-$year.xlsx" --conforming
done
there "$data"/national/leap-2018-05-03.csv && step leap-2018 publish "$data"/national/leap-2018-05-03.csv --conforming
there "$data"/stv/scotland-2017/five-councils.csv && step stv-2017 publish "$data"/stv/scotland-2017/five-councils.csv --conforming
there "$data"/lga/trafford-2016-2026.csv && step lga publish "$data"/lga/trafford-2016-2026.csv --conforming
for file in "$data"/gla/*-20*.xlsx; do
  there "$file" && step "gla-$(basename "$file" .xlsx)" publish "$file" --conforming
done
there "$data"/democracyclub/results-2018-05-03-nine-elections.csv &&
  step democracy-club publish "$data"/democracyclub/results-2018-05-03-nine-elections.csv --conforming
there "$data"/moderngov/kirklees-2017-10-26.xml && step moderngov publish "$data"/moderngov/kirklees-2017-10-26.xml --conforming
for year in 2023 2024; do
  there "$data/composition/opencouncildata_councillors_$year.csv" &&
    step "rosters-$year" import composition "$data/composition/opencouncildata_councillors_$year.csv"
done
echo 'SELECT (COUNT(?c) AS ?contests) { ?c a <https://w3id.org/local-elections#Contest> }' > "$folder/count.rq"
# shellcheck disable=SC2086
contests=$($program query "$folder/count.rq" --data "$folder/data" 2> /dev/null | grep -oE '[0-9]+' | tail -1)
bytes=$(du -sb "$folder/data/store" | cut -f1)
echo "$contests contests, store of $((bytes / 1000000)) MB, $((bytes / (contests > 0 ? contests : 1) / 1000)) kB a contest"
(IFS=,; echo "{\"contests\": $contests, \"storeBytes\": $bytes, \"steps\": [${steps[*]}]}") > "$folder/load.json"
