#!/bin/sh
# Who has the majority after a year's ordinary elections, worked out from a handbook of results and rosters of councillors, beside what a
# table of control states for the year:
#
#   bench/control-against-history.sh HANDBOOK ROSTER_BEFORE ROSTER_AFTER HISTORY [GEOGRAPHY PARTIES]
#
# for example leh-2024.xlsx, opencouncildata_councillors_2023.csv, …_2024.csv, history2016-2025.csv. It prints every council and
# year, those that disagree first. With 107 councils and two rosters of the country it takes some five minutes and 900 MiB of heap.
set -eu
[ $# -ge 4 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
declared() { java "${HEAP:--Xmx900m}" -jar "$here/../target/declared.jar" "$@"; }
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
[ $# -lt 5 ] || declared import geography "$5" --data "$data" > /dev/null
[ $# -lt 6 ] || declared import parties "$6" --data "$data" > /dev/null
declared import composition "$2" "$4" --data "$data" > /dev/null
declared publish "$1" --data "$data" --conforming > /dev/null || [ $? -eq 1 ]
declared import composition "$3" --data "$data" > /dev/null
declared query "$here/control-against-history.rq" --data "$data"
