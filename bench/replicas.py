#!/usr/bin/env python3
"""Reads a second with the first server alone and with one, two and three replicas of it on this machine, and their lag, while a night runs.

    bench/replicas.py FILE.csv [--base COUNCILS] [--seconds S] [--warm S] [--every S] [--readers N]

FILE.csv is a file in the LGA's format. A broker is started (bench/broker.sh), and a server with the results of --base (8) councils made
from the file by bench/councils.py, which publishes its record to a topic. Then four times --seconds (60), after --warm (20) that are not counted: --readers (16)
read one page of a contest after the other, and at every fourth time ask a query, from an address each; at first of the server itself, then
of one, two and three replicas in turn. Meanwhile a submission of one contest is sent to the first server every --every (2) seconds. From its
answer on each replica is asked every 20 ms whether it has that entry: the lag. At the end all must hold the same number of quads.

Writes bench/results/replicas.json. Everything shares one machine, broker and readers included: reads a second say
what replicas cost and bear here, and not what further machines would add. DECLARED names another program than target/declared.jar.
"""
import argparse
import asyncio
import datetime
import json
import os
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from night import rows, spread

here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BROKER, FIRST = 9311, 9320
TOPIC = f"kafka:localhost:{BROKER}/declared"
QUERY = """PREFIX le: <https://w3id.org/local-elections#>
SELECT ?party (SUM(?votes) AS ?sum) WHERE { <%s> le:candidacy [ le:party ?party ; le:votes ?votes ] } GROUP BY ?party"""
QUADS = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--base", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--warm", type=float, default=20)
    parser.add_argument("--every", type=float, default=2)
    parser.add_argument("--readers", type=int, default=16)
    return parser.parse_args()


async def ask(port, path, method="GET", body=b"", headers=None, local="127.0.0.1"):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(local, 0))
    try:
        lines = {"Host": f"localhost:{FIRST}", "Connection": "close", "Content-Length": str(len(body)), **(headers or {})}
        writer.write((f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode() + body)
        head, _, answer = (await reader.read()).partition(b"\r\n\r\n")
        return int(head.split(b" ", 2)[1]), answer
    finally:
        writer.close()


def select(port, query, accept):
    url = f"http://localhost:{port}/sparql?" + urllib.parse.urlencode({"query": query})
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept}), timeout=120) as answer:
        return answer.read().decode().split()


async def entries(port):
    """How many entries can be seen; none where the server does not answer in time."""
    status, answer = await ask(port, "/health")
    return json.loads(answer[answer.index(b"{"):answer.rindex(b"}") + 1]).get("entries", -1)


class Stage:
    """Readers and a night, for a while."""

    def __init__(self, given, token, contests, read_from, followers, first_number):
        self.given, self.token, self.contests = given, token, contests
        self.read_from, self.followers, self.number = read_from, followers, first_number
        self.random = random.Random(22)
        self.reads, self.lags, self.answers, self.failed, self.over = [], [], [], 0, False

    async def read(self, number):
        turn = number
        while not self.over:
            turn += 1
            port = self.read_from[turn % len(self.read_from)]
            contest = self.random.choice(self.contests)
            path, headers = f"/doc/contest/{contest}.html", {}
            if turn % 4 == 0:
                query = QUERY % f"http://localhost:{FIRST}/id/contest/{contest}"
                path, headers = "/sparql?" + urllib.parse.urlencode({"query": query}), {"Accept": "text/csv"}
            start = time.perf_counter()
            try:
                status, _ = await ask(port, path, headers=headers, local=f"127.0.1.{1 + number}")
            except OSError:
                status = 0
            if status == 200:
                self.reads.append(time.perf_counter() - start)
            else:
                self.failed += 1

    async def await_entry(self, port, entry, accepted):
        while await entries(port) < entry:
            await asyncio.sleep(0.02)
        self.lags.append(time.perf_counter() - accepted)

    async def declare(self):
        self.number += 1
        name = "Ward " + "".join(chr(97 + int(d)) for d in str(self.number))
        start = time.perf_counter()
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": "text/csv", "Accept": "application/json"}
        status, answer = await ask(FIRST, "/submissions", "POST", rows("trafford", name, "", 1000 + self.number), headers)
        accepted = time.perf_counter()
        if status != 201:
            sys.exit(f"A submission was answered {status}: {answer[-600:]}")
        self.answers.append(accepted - start)
        entry = await entries(FIRST)
        await asyncio.gather(*(self.await_entry(port, entry, accepted) for port in self.followers))

    async def run(self):
        readers = [asyncio.create_task(self.read(number)) for number in range(self.given.readers)]
        await asyncio.sleep(self.given.warm)
        self.reads.clear()
        self.failed = 0
        begun = time.perf_counter()
        while time.perf_counter() - begun < self.given.seconds:
            sent = time.perf_counter()
            await self.declare()
            await asyncio.sleep(max(0.0, self.given.every - (time.perf_counter() - sent)))
        took = time.perf_counter() - begun
        reads = list(self.reads)
        self.over = True
        await asyncio.gather(*readers)
        return {
            "replicas": len(self.followers),
            "seconds": round(took, 1),
            "load": [round(each, 1) for each in os.getloadavg()],
            "reads_a_second": round(len(reads) / took, 1),
            "read": spread(reads),
            "failed_reads": self.failed,
            "answer_to_sender": spread(self.answers),
            "lag": spread(self.lags),
        }


class Processes:
    """Programs that are ended in the order in which they were not begun."""

    def __init__(self, work):
        self.work, self.running = work, []

    def start(self, name, command):
        log = open(f"{self.work}/{name}.log", "wb")
        self.running.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT))

    def end(self):
        for each in reversed(self.running):
            each.send_signal(signal.SIGTERM)
            try:
                each.wait(20)
            except subprocess.TimeoutExpired:
                each.kill()


def await_answer(port, of, entry=0):
    begun = time.perf_counter()
    while time.perf_counter() - begun < 600:
        try:
            if asyncio.run(entries(port)) >= entry:
                return time.perf_counter() - begun
        except (OSError, ValueError, IndexError):
            pass
        time.sleep(0.2)
    sys.exit(f"{of} does not answer, or is not there yet")


def main():
    given = arguments()
    program = shlex.split(os.environ.get("DECLARED", f"java -Xmx600m -jar {here}/target/declared.jar"))
    with tempfile.TemporaryDirectory() as work:
        data, base = work + "/first", ["--base-uri", f"http://localhost:{FIRST}"]
        subprocess.run([sys.executable, f"{here}/bench/councils.py", given.file, str(given.base), work + "/files"], check=True)
        files = sorted(os.path.join(work, "files", name) for name in os.listdir(work + "/files"))
        subprocess.run([*program, "publish", "--data", data, *base, *files], check=True, stdout=subprocess.DEVNULL)
        token = subprocess.run([*program, "token", "create", "--operator", "--name", "bench", "--data", data],
                               check=True, capture_output=True, text=True).stdout.split()[0]
        processes = Processes(work)
        try:
            processes.start("broker", [f"{here}/bench/broker.sh", work + "/broker", str(BROKER)])
            publisher = [program[0], f"-Ddeclared.kafka.publish-to={TOPIC}", *program[1:]]
            processes.start("first", [*publisher, "serve", "--data", data, "--port", str(FIRST)])
            await_answer(FIRST, "The first server")
            have = asyncio.run(entries(FIRST))
            contests = [uri.rsplit("/", 1)[-1] for uri in select(
                FIRST, "SELECT ?c WHERE { ?c a <https://w3id.org/local-elections#Contest> } LIMIT 2000", "text/csv")[1:]]
            stages, caught_up = [], []
            for replicas in range(4):
                followers = [FIRST + number for number in range(1, replicas + 1)]
                if replicas:
                    port = followers[-1]
                    processes.start(f"replica-{replicas}", [*program, "serve", "--data", f"{work}/replica-{replicas}",
                                                            "--port", str(port), "--follow", TOPIC])
                    caught_up.append(round(await_answer(port, f"Replica {replicas}", asyncio.run(entries(FIRST))), 1))
                stage = asyncio.run(Stage(given, token, contests, followers or [FIRST], followers, 1000 * replicas).run())
                print(json.dumps(stage), file=sys.stderr)
                stages.append(stage)
            head = asyncio.run(entries(FIRST))
            for port in followers:
                await_answer(port, "A replica", head)
            quads = [int(select(port, QUADS, "text/csv")[1]) for port in [FIRST, *followers]]
        finally:
            processes.end()
    result = {
        "benchmark": "replicas",
        "when": datetime.date.today().isoformat(),
        "processors": os.cpu_count(),
        "base_councils": given.base,
        "entries_before": have,
        "entries_after": head,
        "readers": given.readers,
        "seconds_until_a_new_replica_had_all": caught_up,
        "stages": stages,
        "quads_of_first_and_replicas": quads,
        "same": len(set(quads)) == 1,
    }
    with open(f"{here}/bench/results/replicas.json", "w", encoding="utf-8") as f:
        json.dump(result, f, indent=1)
        f.write("\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
