#!/bin/sh
# Sends the queries of src/test/resources/sparql/hostile.txt from four clients at a time, with twelve clients more that send or
# read slowly, while another loads pages. Prints how long the queries and the pages took, and the heap at the end. A query
# should end within LIMIT + 1 s, and 99 % of the pages within 500 ms.
#
# usage: bench/hostile.sh [ROUNDS] [LIMIT]
#   ROUNDS  how often each query is sent; 3 where it is left out
#   LIMIT   how long a query may run; 2s where it is left out
set -eu
cd "$(dirname "$0")/.."
exec mvn -q test -Dtest=HostileUseTest -Ddeclared.hostile.measure=true -Ddeclared.hostile.rounds="${1:-3}" \
  -Ddeclared.hostile.limit="${2:-2s}" -DargLine="-Xmx512m"
