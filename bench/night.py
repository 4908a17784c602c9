#!/usr/bin/env python3
"""A night of results: many councils declare, many people read and listen, and whoever is told that it is accepted must see it.

    bench/night.py FILE.csv [--base COUNCILS | --data FOLDER] [--councils N] [--declarations N] [--minutes M] [--readers N] [--listeners N] [--only beside|night]

FILE.csv is a file in the LGA's format. The server begins with the results of --base (40) councils made from it by bench/councils.py, or
with a copy of --data, such as that of bench/country.sh. Then, seeded, --declarations (5,000) submissions of one contest each, of --councils (340) councils, come in over --minutes (10), while --readers (200) read
pages, a second between two, and --listeners (1,000), each from an address of its own (127.0.0.0/8), listen to /events; the
server's limits for listeners, and for submissions and queries from one address, are raised for the run. After each answer the contest's page, a SPARQL query and the event are awaited.

Before that, without --data: a check of two rows, alone and while another council's file of ten years is published again and again. `--only beside` or `--only
night` does one of the two.

Writes night.json and beside.json into bench/results (RESULTS names another folder): seconds at the median, 99 % and at most, of all and of what began three minutes later, what was lost, the
largest size of the store while it went on, and the server's memory. DECLARED names another program than target/declared.jar.
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
import urllib.parse

from rate import processor

here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PORT = 9310
# A server that has just been started compiles its own code for as long; on a night it has been up for hours.
WARM = 3
HEADINGS = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected,electorate"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    for name, usual in (("base", 40), ("councils", 340), ("declarations", 5000), ("readers", 200), ("listeners", 1000)):
        parser.add_argument("--" + name, type=int, default=usual)
    parser.add_argument("--data")
    parser.add_argument("--only", choices=["beside", "night"])
    parser.add_argument("--minutes", type=float, default=10)
    return parser.parse_args()


async def ask(path, method="GET", body=b"", headers=None, local=None):
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT, local_addr=local)
    try:
        lines = {"Host": f"localhost:{PORT}", "Connection": "close", "Content-Length": str(len(body)), **(headers or {})}
        writer.write((f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode() + body)
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1]), answer
    finally:
        writer.close()


def spread(seconds):
    if not seconds:
        return {}
    ordered = sorted(seconds)
    at = lambda share: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 4)
    return {"count": len(ordered), "median": at(0.5), "p95": at(0.95), "p99": at(0.99), "most": round(ordered[-1], 4)}


def rows(council, ward, code, votes):
    row = f"{council},2030-05-02,{code},{ward},"
    return (HEADINGS + "\n" + row + f"Ann Ash,PP63,{votes},true,9000\n" + row + f"Bob Birch,PP90,{votes // 2},false,9000\n"
            + row + f"Cat Cedar,,{votes // 3},false,9000\n").encode()


async def submit(token, body, publish=True):
    headers = {"Authorization": "Bearer " + token, "Content-Type": "text/csv", "Accept": "application/json"}
    return await ask("/submissions" + ("" if publish else "?publish=false"), "POST", body, headers)


class Night:
    def __init__(self, given, token, data):
        self.given, self.token, self.data = given, token, data
        self.random = random.Random(17)
        self.seen = {"answer": [], "page": [], "sparql": [], "event": [], "read": []}
        self.begun = time.perf_counter()
        self.lost, self.refused, self.failed, self.told, self.turned_away = [], 0, 0, 0, 0
        self.awaited, self.largest, self.over = {}, 0, False
        with open(f"{here}/src/main/resources/declared/councils.csv", newline="", encoding="utf-8") as f:
            self.slugs = [c["slug"] for c in csv.DictReader(f) if c["odc_uri"] and not c["end"]][: given.councils]

    def note(self, what, seconds):
        """Notes how long something took that has just ended."""
        self.seen[what].append((time.perf_counter() - seconds - self.begun, seconds))

    def spreads(self, after=0):
        """Of what was begun after so many seconds."""
        return {name: spread([taken for begun, taken in times if begun >= after]) for name, times in self.seen.items()}

    async def declare(self, number):
        council = self.slugs[number % len(self.slugs)]
        ward = "Ward " + "".join(chr(97 + int(d)) for d in str(number))
        contest = f"local.{council}.{ward.lower().replace(' ', '-')}.2030-05-02"
        await asyncio.sleep(self.random.random() * self.given.minutes * 60)
        told = self.awaited.setdefault(contest, asyncio.get_running_loop().create_future())
        start = time.perf_counter()
        status, answer = await submit(self.token, rows(council, ward, "", 1000 + number))
        accepted = time.perf_counter()
        if status != 201:
            self.refused += 1
            if self.refused < 3:
                print(status, answer[-600:].decode(errors="replace"), file=sys.stderr)
            return
        self.note("answer", accepted - start)
        status, page = await ask(f"/doc/contest/{contest}.html")
        if status == 200 and b"Ann Ash" in page:
            self.note("page", time.perf_counter() - accepted)
        else:
            self.lost.append(("page", contest))
        query = f"ASK {{ <http://localhost:8080/id/contest/{contest}> <https://w3id.org/local-elections#candidacy> ?c }}"
        begun = time.perf_counter()
        status, answer = await ask("/sparql?" + urllib.parse.urlencode({"query": query}), headers={"Accept": "application/sparql-results+json"})
        if status == 200 and b"true" in answer:
            self.note("sparql", time.perf_counter() - begun)
        elif status == 200:
            self.lost.append(("sparql", contest))
        else:
            self.turned_away += 1
        try:
            self.note("event", max(0.0, await asyncio.wait_for(told, 30) - accepted))
        except asyncio.TimeoutError:
            self.lost.append(("event", contest))

    async def listen(self, number):
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", PORT, local_addr=(f"127.0.{1 + number // 250}.{1 + number % 250}", 0))
            writer.write(f"GET /events HTTP/1.1\r\nHost: localhost:{PORT}\r\nAccept: text/event-stream\r\n\r\n".encode())
            if b" 200 " not in await reader.readline():
                self.failed += 1
                return
            if number > 0:
                await self.count(reader)
                return
            async for line in reader:
                self.told += line.startswith(b"data:")
                if line.startswith(b"data:"):
                    for contest, future in list(self.awaited.items()):
                        if contest.encode() in line:
                            self.awaited.pop(contest)
                            future.set_result(time.perf_counter())
        except (OSError, asyncio.CancelledError):
            pass

    async def count(self, reader):
        """Counts events without looking at each line, since what this script takes, the server has not."""
        rest = b""
        while chunk := await reader.read(1 << 16):
            text = rest + chunk
            self.told += text.count(b"\ndata:")
            rest = text[-5:]

    async def read(self, pages):
        while not self.over:
            await asyncio.sleep(self.random.random() * 2)
            start = time.perf_counter()
            try:
                status, _ = await ask(self.random.choice(pages))
                if status == 200:
                    self.note("read", time.perf_counter() - start)
                else:
                    self.failed += 1
            except OSError:
                self.failed += 1

    async def weigh(self):
        while not self.over:
            await asyncio.sleep(2)
            self.largest = max(self.largest, size(self.data + "/store"))

    async def run(self, pages):
        listeners = [asyncio.create_task(self.listen(n)) for n in range(self.given.listeners)]
        await asyncio.sleep(3)
        readers = [asyncio.create_task(self.read(pages)) for _ in range(self.given.readers)]
        weigher = asyncio.create_task(self.weigh())
        await asyncio.gather(*(self.declare(n) for n in range(self.given.declarations)))
        self.over = True
        await asyncio.gather(*readers, weigher)
        for listener in listeners:
            listener.cancel()


def size(folder):
    return int(subprocess.run(["du", "-sk", folder], capture_output=True, text=True).stdout.split()[0]) * 1024


async def beside(token, large):
    """A check of two rows, alone and while another council's file is published."""
    small = rows("trafford", "Somewhere", "E05899999", 500)
    times = {"alone": [], "beside": []}
    for number in range(40):
        start = time.perf_counter()
        await submit(token, small, publish=False)
        if number >= 10:
            times["alone"].append(time.perf_counter() - start)
        await asyncio.sleep(0.1)
    published = []
    for file in large:
        publishing = asyncio.create_task(submit(token, open(file, "rb").read()))
        while not publishing.done():
            await asyncio.sleep(0.1)
            start = time.perf_counter()
            await submit(token, small, publish=False)
            times["beside"].append(time.perf_counter() - start)
        published.append((await publishing)[0])
    alone, busy = spread(times["alone"]), spread(times["beside"])
    return {"alone": alone, "beside": busy, "published": published, "ratio_of_medians": round(busy["median"] / alone["median"], 2)}


def main():
    given = arguments()
    program = shlex.split(os.environ.get("DECLARED", f"java -Xmx1g -jar {here}/target/declared.jar"))
    with tempfile.TemporaryDirectory() as work:
        data = work + "/data"
        if given.data:
            subprocess.run(["cp", "-r", "--reflink=auto", given.data, data], check=True)
        else:
            subprocess.run([sys.executable, f"{here}/bench/councils.py", given.file, str(given.base + 3), work + "/files"], check=True)
            files = sorted(os.path.join(work, "files", name) for name in os.listdir(work + "/files"))
            subprocess.run([*program, "publish", "--data", data, *files[:given.base]], check=True, stdout=subprocess.DEVNULL)
        token = subprocess.run([*program, "token", "create", "--operator", "--name", "bench", "--data", data],
                               check=True, capture_output=True, text=True).stdout.split()
        token = next(word for word in token if word.startswith("declared_"))
        environment = {**os.environ, "DECLARED_EVENTS_LISTENERS": str(given.listeners + 10),
                       "DECLARED_SUBMISSIONS_PER_MINUTE": "1000000", "DECLARED_SPARQL_CLIENTBUDGET": "100000s"}
        before = size(data + "/store")
        start = time.perf_counter()
        server = subprocess.Popen([*program, "serve", "--data", data, "--port", str(PORT)], env=environment,
                                  stdout=open(work + "/log", "w"), stderr=subprocess.STDOUT)
        try:
            while subprocess.run(["curl", "-sf", "-o", "/dev/null", f"http://localhost:{PORT}/health"]).returncode:
                if server.poll() is not None or time.perf_counter() - start > 300:
                    sys.exit("The server did not start: " + open(work + "/log").read()[-2000:])
                time.sleep(0.2)
            started = time.perf_counter() - start
            about = {"when": datetime.date.today().isoformat(), "base": given.data and "a folder" or f"{given.base} councils", "processors": os.cpu_count(),
                     "load": [round(x, 1) for x in os.getloadavg()], "seconds_to_start": round(started, 2)}
            if not given.data and given.only != "night":
                write("beside", {"benchmark": "beside", **about, **asyncio.run(beside(token, files[given.base:]))})
            if given.only == "beside":
                return
            known = [page for piece in named("/sitemap.xml") for page in named(piece)]
            pages = ["/", "/elections", "/councils", *random.Random(1).sample(known, min(60, len(known)))]
            night = Night(given, token, data)
            taken, own, begun = processor(server.pid), time.process_time(), time.perf_counter()
            asyncio.run(night.run(pages))
            cost = {"seconds_in_all": round(time.perf_counter() - begun), "processor_of_server": round(processor(server.pid) - taken, 1),
                    "processor_of_this_script": round(time.process_time() - own, 1), "load_at_the_end": [round(x, 1) for x in os.getloadavg()]}
            held = next(line for line in open(f"/proc/{server.pid}/status") if line.startswith("VmHWM")).split()[1]
            write("night", {"benchmark": "night", **about, "declarations": given.declarations, "councils": given.councils, "minutes": given.minutes,
                            "readers": given.readers, "listeners": given.listeners,
                            **cost, "seconds": night.spreads(),
                            f"seconds_after_{WARM}_minutes": night.spreads(WARM * 60),
                            "lost": night.lost[:20], "lost_in_all": len(night.lost), "refused": night.refused, "failed": night.failed,
                            "queries_turned_away": night.turned_away,
                            "events_told": night.told, "store_before": before, "store_largest": night.largest,
                            "store_after": size(data + "/store"), "resident_MiB": int(held) // 1024})
        finally:
            server.terminate()
            server.wait()


def named(path):
    """The paths that a site map names: pages, or further site maps."""
    text = subprocess.run(["curl", "-s", f"http://localhost:{PORT}{path}"], capture_output=True, text=True).stdout
    return [urllib.parse.urlparse(each.split("<")[0]).path for each in text.split("<loc>")[1:]]


def write(name, result):
    results = os.environ.get("RESULTS", f"{here}/bench/results")
    os.makedirs(results, exist_ok=True)
    with open(f"{results}/{name}.json", "w") as f:
        json.dump(result, f, indent=1)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
