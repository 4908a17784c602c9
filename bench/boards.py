#!/usr/bin/env python3
"""Many open boards: how long after a declaration is accepted is it in all of them?

    bench/boards.py [--boards 1000] [--declarations 30] [--every 3] [--councils 20] [--wards 20]

The server begins with a polling day of --councils of --wards wards each, all nominated. --boards boards are open, each from an address of its own
(127.0.0.0/8): as the page's script does, each listens to /events, waits a third of a second at most, asks for what changed since
its version, and not more often than every 1.2 seconds. Then a ward is declared every --every seconds, and for each the time is taken from
the answer of the API until the last board has it.

Writes bench/results/boards.json: seconds until the median board, 99 % and all had a declaration, over all declarations, what was
lost, and the server's memory. The script of this bench runs on the same machine and takes a good part of it. DECLARED names another program than
target/declared.jar.
"""
import argparse
import asyncio
import csv
import datetime
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PORT = 9311
DAY = "2030-05-02"
HEADINGS = "council,polling_date,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n"
PARTIES = ["PP53", "PP52", "PP90", "PP63"]
JITTER, APART = 0.35, 1.2


def arguments():
    parser = argparse.ArgumentParser()
    for name, usual in (("boards", 1000), ("declarations", 30), ("councils", 20), ("wards", 20)):
        parser.add_argument("--" + name, type=int, default=usual)
    parser.add_argument("--every", type=float, default=3)
    return parser.parse_args()


def rows(council, ward, status, winner=None):
    return "".join(
        f"{council},{DAY},Ward {ward},{status},1,Cand {party} {ward},{party},"
        + (f"{900 if party == winner else 400},{str(party == winner).lower()}" if winner else ",") + "\n" for party in PARTIES)


async def ask(path, method="GET", body=b"", headers=None, local=None):
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT, local_addr=local)
    try:
        lines = {"Host": f"localhost:{PORT}", "Connection": "close", "Content-Length": str(len(body)), **(headers or {})}
        writer.write((f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode() + body)
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1]), answer
    finally:
        writer.close()


def content(answer):
    head, body = answer.split(b"\r\n\r\n", 1)
    if b"transfer-encoding: chunked" in head.lower():
        whole = b""
        while body:
            size, body = body.split(b"\r\n", 1)
            length = int(size, 16)
            whole, body = whole + body[:length], body[length + 2:]
            if length == 0:
                break
        return whole
    return body


class Boards:
    def __init__(self, given, token):
        self.given, self.token = given, token
        self.random = random.Random(18)
        self.version, self.seen, self.failed, self.asked = {}, [], 0, 0

    async def board(self, number, start):
        """One open board; it tells when it has a version."""
        local = (f"127.0.{1 + number // 250}.{1 + number % 250}", 0)
        self.version[number], last = start, 0.0
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT, local_addr=local)
            writer.write(f"GET /events HTTP/1.1\r\nHost: localhost:{PORT}\r\nAccept: text/event-stream\r\n\r\n".encode())
            if b" 200 " not in await reader.readline():
                self.failed += 1
                return
            self.open += 1
            waiting = None
            async for line in reader:
                if line.startswith(b"data:") and DAY.encode() in line and (waiting is None or waiting.done()):
                    waiting = asyncio.create_task(self.update(number, local, last))
                    last = time.perf_counter()
        except (OSError, asyncio.CancelledError):
            pass

    async def update(self, number, local, last):
        await asyncio.sleep(max(0.0, last + APART - time.perf_counter()) + self.random.random() * JITTER)
        try:
            status, answer = await ask(f"/elections/{DAY}/changes?since={self.version[number]}", local=(local[0], 0))
            self.asked += 1
            if status != 200:
                self.failed += 1
                return
            self.version[number] = json.loads(content(answer))["version"]
            self.seen.append((time.perf_counter(), self.version[number], number))
        except (OSError, ValueError):
            self.failed += 1

    async def run(self):
        self.open = 0
        status, answer = await ask(f"/elections/{DAY}/changes?since=0")
        version = json.loads(content(answer))["version"]
        tasks = [asyncio.create_task(self.board(n, version)) for n in range(self.given.boards)]
        while self.open + self.failed < self.given.boards:
            await asyncio.sleep(0.2)
        accepted = []
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": "text/csv", "Accept": "application/json"}
        for number in range(self.given.declarations):
            council, ward = COUNCILS[number % self.given.councils], number // self.given.councils
            body = HEADINGS + rows(council, chr(65 + ward), "declared", self.random.choice(PARTIES))
            status, answer = await ask("/submissions", "POST", body.encode(), headers)
            if status != 201:
                sys.exit(f"Refused with {status}: " + answer[-600:].decode(errors="replace"))
            accepted.append((time.perf_counter(), version + number + 1))
            await asyncio.sleep(self.given.every)
        await asyncio.sleep(10)
        for task in tasks:
            task.cancel()
        return accepted


COUNCILS = []


def spread(seconds):
    ordered = sorted(seconds)
    at = lambda share: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2)
    return {"count": len(ordered), "median": at(0.5), "p95": at(0.95), "most": round(ordered[-1], 2)} if ordered else {}


def processor(pid):
    """Seconds of processor time that a process has taken."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    given = arguments()
    program = shlex.split(os.environ.get("DECLARED", f"java -Xmx1g -jar {here}/target/declared.jar"))
    with open(f"{here}/src/main/resources/declared/councils.csv", encoding="utf-8") as f:
        COUNCILS.extend([c["slug"] for c in csv.DictReader(f) if c["odc_uri"] and not c["end"]][: given.councils])
    with tempfile.TemporaryDirectory() as work:
        data = work + "/data"
        with open(work + "/nominated.csv", "w") as f:
            f.write(HEADINGS + "".join(rows(c, chr(65 + w), "nominated") for c in COUNCILS for w in range(given.wards)))
        subprocess.run([*program, "publish", "--data", data, work + "/nominated.csv"], check=True, stdout=subprocess.DEVNULL)
        token = subprocess.run([*program, "token", "create", "--operator", "--name", "bench", "--data", data],
                               check=True, capture_output=True, text=True).stdout.split()[0]
        environment = {**os.environ, "DECLARED_EVENTS_LISTENERS": str(given.boards + 10), "DECLARED_SUBMISSIONS_PER_MINUTE": "1000000"}
        server = subprocess.Popen([*program, "serve", "--data", data, "--port", str(PORT)], env=environment,
                                  stdout=open(work + "/log", "w"), stderr=subprocess.STDOUT)
        try:
            while subprocess.run(["curl", "-sf", "-o", "/dev/null", f"http://localhost:{PORT}/health"]).returncode:
                if server.poll() is not None:
                    sys.exit("The server did not start: " + open(work + "/log").read()[-2000:])
                time.sleep(0.2)
            boards = Boards(given, token)
            before, own = processor(server.pid), time.process_time()
            accepted = asyncio.run(boards.run())
            spent = {"server": round(processor(server.pid) - before, 1), "this_script": round(time.process_time() - own, 1)}
            half, nearly, all_, lost = [], [], [], 0
            for moment, version in accepted:
                # A board has a declaration with its first version that is as late.
                first = {}
                for at, had, number in boards.seen:
                    if had >= version and number not in first:
                        first[number] = max(0.0, at - moment)
                have = sorted(first.values())
                if len(have) < given.boards:
                    lost += given.boards - len(have)
                if have:
                    half.append(have[len(have) // 2])
                    nearly.append(have[int(len(have) * 0.99) - 1])
                    all_.append(have[-1])
            held = next(line for line in open(f"/proc/{server.pid}/status") if line.startswith("VmHWM")).split()[1]
            result = {"benchmark": "boards", "when": datetime.date.today().isoformat(), "processors": os.cpu_count(),
                      "load": [round(x, 1) for x in os.getloadavg()], "boards": given.boards, "declarations": given.declarations,
                      "contests": given.councils * given.wards,
                      "seconds_until": {"half_of_the_boards": spread(half), "99_in_100": spread(nearly), "all": spread(all_)},
                      "not_told": lost, "failed": boards.failed, "asked": boards.asked, "processor_seconds": spent, "resident_MiB": int(held) // 1024}
            os.makedirs(f"{here}/bench/results", exist_ok=True)
            with open(f"{here}/bench/results/boards.json", "w") as f:
                json.dump(result, f, indent=1)
            print(json.dumps(result, indent=1))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
