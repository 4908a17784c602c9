#!/usr/bin/env bash
# Loads the real results that are there into one data folder, as a user would, and says what each step took.
#
#   bench/country.sh DATA [FOLDER]
#
# DATA is a folder with the sources' files, laid out as in ../shared/data; what is not there is passed over, and said. FOLDER is
# made anew (./country unless told). What the rules refuse stays out (--conforming), as it would for a user; such a step
# ends with exit code 1, and its report in FOLDER/reports says what and why. Prints for each step its seconds by the clock and of
# processor, its exit code and its last line, and at the end contests, bytes on disk, and bytes a contest before and after `compact`;
# the same as JSON in FOLDER/load.json. DECLARED names another program than target/declared.jar.
set -euo pipefail
data=${1:?usage: bench/country.sh DATA [FOLDER]}
folder=${2:-country}
here=$(cd "$(dirname "$0")/.." && pwd)
program=${DECLARED:-java -Xmx1g -jar $here/target/declared.jar}
rm -rf "$folder"
mkdir -p "$folder/reports"
steps=()

step() {
  local name=$1 code=0 clock user system processor
  shift
  # shellcheck disable=SC2086
  { TIMEFORMAT='%R %U %S'; time $program "$@" --data "$folder/data" > "$folder/reports/$name.txt" 2>&1; } 2> "$folder/time" || code=$?
  read -r clock user system < <(tail -1 "$folder/time")
  processor=$(echo "$user + $system" | bc)
  steps+=("{\"step\": \"$name\", \"seconds\": $clock, \"processor\": $(printf '%.1f' "$processor"), \"exit\": $code}")
  printf '%-36s %7.1f s %7.1f s of processor  exit %s  %s\n' "$name" "$clock" "$processor" "$code" \
    "$(tail -1 "$folder/reports/$name.txt" | cut -c1-110)"
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
# What modern.gov answers names neither council nor day; the files' names do: COUNCIL-YYYY-MM-DD.xml.
for file in "$data"/moderngov/*.xml; do
  name=$(basename "$file" .xml)
  there "$file" && step "moderngov-$name" publish "$file" --conforming --council "${name%-????-??-??}" --date "${name: -10}"
done
for year in 2023 2024; do
  there "$data/composition/opencouncildata_councillors_$year.csv" &&
    step "rosters-$year" import composition "$data/composition/opencouncildata_councillors_$year.csv"
done
echo 'SELECT (COUNT(?c) AS ?contests) { ?c a <https://w3id.org/local-elections#Contest> }' > "$folder/count.rq"
# shellcheck disable=SC2086
contests=$($program query "$folder/count.rq" --data "$folder/data" 2> /dev/null | grep -oE '[0-9]+' | tail -1)
loaded=$(du -sb "$folder/data/store" | cut -f1)
step compact compact
compacted=$(du -sb "$folder/data/store" | cut -f1)
each() { echo $(($1 / (contests > 0 ? contests : 1) / 1000)); }
echo "$contests contests, store of $((loaded / 1000000)) MB, $(each "$loaded") kB a contest; compacted $((compacted / 1000000)) MB, $(each "$compacted") kB"
(IFS=,; echo "{\"contests\": $contests, \"storeBytes\": $loaded, \"compactedBytes\": $compacted, \"steps\": [${steps[*]}]}") > "$folder/load.json"
