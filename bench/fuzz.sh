#!/bin/sh
# Damages real files in many ways and checks each: every one must end in a report or a refusal, within 5 seconds and in a
# heap of 512 MiB.
#
# usage: bench/fuzz.sh [FILES] [SEED]
#   FILES  how many damaged files; 10000 where it is left out, some 20 minutes
#   SEED   another number gives other files
set -eu
cd "$(dirname "$0")/.."
exec mvn -q test -Dtest=MutatedFilesTest -Ddeclared.fuzz.files="${1:-10000}" -Ddeclared.fuzz.seed="${2:-20240502}" \
  -DargLine="-Xmx512m"
