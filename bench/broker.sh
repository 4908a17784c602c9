#!/usr/bin/env bash
# Starts a broker of Apache Kafka to try things with: one node, without passwords, which answers this machine alone.
#
#   bench/broker.sh FOLDER [PORT]
#
# FOLDER keeps what it holds; a further start goes on with it. PORT is 9092 unless told, and the next one is its own. The broker is
# the one that the tests start, fetched by Maven: no installation is needed. For earnest take Kafka's own distribution.
set -euo pipefail
folder=${1:?usage: bench/broker.sh FOLDER [PORT]}
port=${2:-9092}
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
classpath=$here/target/broker.classpath
[ "$classpath" -nt "$here/pom.xml" ] ||
  mvn -B -ntp -q -f "$here/pom.xml" dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$classpath"
# What writes the program's own log is not for a broker.
path=$(tr ':' '\n' < "$classpath" | grep -v -E '/(logback|log4j-to-slf4j|jul-to-slf4j)[^/]*$' | paste -sd:)
settings=$folder/server.properties
cat > "$settings" <<SETTINGS
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:$((port + 1))
listeners=PLAINTEXT://localhost:$port,CONTROLLER://localhost:$((port + 1))
advertised.listeners=PLAINTEXT://localhost:$port
controller.listener.names=CONTROLLER
log.dirs=$folder/logs
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
SETTINGS
[ -e "$folder/logs/meta.properties" ] ||
  java -cp "$path" kafka.tools.StorageTool format -t "$(java -cp "$path" kafka.tools.StorageTool random-uuid 2> /dev/null)" -c "$settings"
echo "A broker at localhost:$port; Ctrl-C ends it."
exec java -Xmx512m -XX:+UseSerialGC -cp "$path" kafka.Kafka "$settings"
