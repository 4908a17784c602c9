#!/usr/bin/env python3
"""Brings faults upon the real program, and looks what becomes of what was acknowledged.

Usage: bench/faults/faults.py target/declared.jar [FAULT …]

Without names, all are tried, in order. DECLARED_COMMAND, where it is set, is run in the place of `java -jar`. The faults of a disk
need the right to mount a small tmpfs, and are passed over, with a line that says so, where there is none. Prints a line of figures for
each; exit code 1 where one did not hold.
"""
import json, os, random, shutil, signal, socket, subprocess, sys, tempfile, time

from program import HEAD, Folder, Server, row

CHECKS = []


def fault(function):
    CHECKS.append(function)
    return function


class Passed(Exception):
    """The fault cannot be brought about here."""


def held(condition, what):
    if not condition:
        raise AssertionError(what)


def tmpfs(megabytes):
    place = tempfile.mkdtemp(prefix="declared-tmpfs-")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], capture_output=True)
    if done.returncode:
        raise Passed("no tmpfs can be mounted here")
    return place


def unmount(place):
    subprocess.run(["umount", "-l", place], capture_output=True)


@fault
def corrupt_store():
    """Every file of the store is overwritten: it is set aside and made anew."""
    folder = Folder()
    server = folder.serve()
    for ward in range(20):
        held(server.send(ward, 100 + ward)[0] == 201, "published")
    server.stop()
    for path, _, files in os.walk(os.path.join(folder.data, "store")):
        for name in files:
            file = os.path.join(path, name)
            if name != "tdb.lock" and os.path.getsize(file):
                with open(file, "wb") as f:
                    f.write(random.Random(7).randbytes(1001))
    server = folder.serve()
    held(server.ready, "it starts: " + server.said())
    held(all(server.votes(ward) == 100 + ward for ward in range(20)), "all votes are there")
    held(any(name.startswith("store-damaged") for name in os.listdir(folder.data)), "the old store is set aside")
    server.stop()
    held(folder.command("verify").returncode == 0, "record and store agree")
    return {"contests": 20, "start s": round(server.start_seconds, 1)}


@fault
def corrupt_record():
    """A figure in the middle of the record is changed: nothing is served, the entry is named, the copy comes back."""
    folder = Folder()
    server = folder.serve()
    for ward in range(5):
        held(server.send(ward, 100 + ward)[0] == 201, "published")
    copies = os.path.join(folder.place, "copies")
    made = folder.command("backup", "--to", copies)
    held(made.returncode == 0, "a copy of a running server's folder: " + made.stdout + made.stderr)
    server.stop()
    file = os.path.join(folder.data, "record", "record.jsonl")
    lines = open(file, encoding="utf-8").read().split("\n")
    at = next(i for i, line in enumerate(lines) if "Ward 2" in line)
    lines[at] = lines[at].replace("Ward 2", "Ward 9", 1)
    open(file, "w", encoding="utf-8").write("\n".join(lines))
    verified = folder.command("verify")
    held(verified.returncode == 2 and "damaged" in verified.stderr, "verify says so: " + verified.stderr)
    held("\tat " not in verified.stderr, "in a sentence")
    refused = folder.serve()
    held(not refused.ready and refused.process.returncode == 2, "it is not served")
    new = os.path.join(folder.place, "new")
    begun = time.time()
    restored = folder.command("restore", "--from", copies, data=new)
    took = time.time() - begun
    held(restored.returncode == 0, "the copy comes back: " + restored.stdout + restored.stderr)
    server = folder.serve(new)
    held(all(server.votes(ward) == 100 + ward for ward in range(5)), "all votes are there")
    server.stop()
    return {"said": verified.stderr.strip()[:160], "restore s": round(took, 1)}


@fault
def full_disk():
    """Results are published until nothing more fits; then there is space again."""
    place = tmpfs(48)
    try:
        folder = Folder(place)
        server = folder.serve()
        ward, status, ballast = 0, 201, os.path.join(place, "ballast")
        with open(ballast, "wb") as f:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
            f.write(b"x" * max(0, free - 2_000_000))
        acknowledged = {}
        while ward < 3000:
            status, body = server.send(ward, 100 + ward)
            if status != 201:
                break
            acknowledged[ward] = 100 + ward
            ward += 1
        held(status in (507, 503), f"the answer is {status}: {body[:200]}")
        ready = server.status("/health/ready")
        os.remove(ballast)
        deadline = time.time() + 60
        while server.send(ward, 9)[0] not in (200, 201) and time.time() < deadline:
            time.sleep(1)
        acknowledged[ward] = 9
        lost = [w for w, votes in acknowledged.items() if server.votes(w) != votes]
        held(not lost, f"lost: {lost}")
        held(server.status("/health/ready") == 200, "ready again without a restart")
        server.stop()
        held(folder.command("verify").returncode == 0, "record and store agree")
        return {"acknowledged before": ward, "answer": status, "ready meanwhile": ready, "lost": 0}
    finally:
        unmount(place)


@fault
def read_only_start():
    """The folder is on a read-only disk from the start."""
    place = tmpfs(256)
    try:
        folder = Folder(place)
        server = folder.serve()
        held(server.send(1, 100)[0] == 201, "published")
        server.stop()
        done = subprocess.run(["mount", "-o", "remount,ro", place], capture_output=True, text=True)
        held(done.returncode == 0, "read-only: " + done.stderr)
        refused = folder.serve()
        held(not refused.ready and refused.process.returncode == 2, "it does not start")
        said = refused.said().strip()
        held("\tat " not in said and "report" not in said, "it says why in a sentence: " + said[:300])
        return {"said": said[-160:]}
    finally:
        unmount(place)


@fault
def second_process():
    """A second server, and a publication from the command line, find the folder in use."""
    folder = Folder()
    server = folder.serve()
    second = folder.serve()
    held(not second.ready and second.process.returncode == 2 and "in use" in second.said(), second.said()[:300])
    file = os.path.join(folder.place, "a.csv")
    open(file, "w").write(HEAD + row(1, 100))
    publish = folder.command("publish", file)
    held(publish.returncode == 2 and "in use" in publish.stderr, publish.stderr[:300])
    held(server.send(1, 100)[0] == 201, "the first goes on")
    server.stop()
    return {"refused after s": round(second.start_seconds, 1)}


@fault
def ended_in_order():
    """SIGTERM at ten moments of the start, and in the middle of publishing."""
    folder = Folder()
    longest, codes = 0.0, set()
    for i in range(10):
        server = Server(folder.data, folder.token, wait=False)
        time.sleep(0.2 + 0.35 * i)
        took, code = server.stop()
        longest = max(longest, took)
        codes.add(code)
        held("report" not in server.said() and "\tat " not in server.said(), "in silence or a sentence: " + server.said()[:300])
    server = folder.serve()
    acknowledged = 0
    while acknowledged < 30:
        held(server.send(acknowledged, 100)[0] == 201, "published")
        acknowledged += 1
    took, code = server.stop()
    codes.add(code)
    server = folder.serve()
    held(all(server.votes(ward) == 100 for ward in range(30)), "all are there")
    server.stop()
    return {"longest end s": round(max(longest, took), 1), "codes": sorted(codes), "start s": round(server.start_seconds, 1)}


@fault
def slow_clients():
    """A hundred send their bodies a letter a second, a hundred read nothing, two hundred vanish; pages go on."""
    folder = Folder()
    server = folder.serve()
    held(server.send(1, 100)[0] == 201, "published")
    page = "/doc/contest/local.trafford.ward-1.2026-05-07"
    alone = min(server.seconds(page) for _ in range(5))
    sockets = []
    for i in range(100):
        s = socket.create_connection(("localhost", server.port))
        s.sendall(b"POST /reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                  b"Content-Type: application/x-www-form-urlencoded\r\n\r\nq")
        sockets.append(s)
        r = socket.create_connection(("localhost", server.port))
        r.sendall(b"GET /sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D HTTP/1.1\r\nHost: localhost\r\n\r\n")
        sockets.append(r)
    for i in range(200):
        v = socket.create_connection(("localhost", server.port))
        v.sendall(b"POST /submissions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nhalf")
        v.close()
    times = []
    for i in range(20):
        times.append(server.seconds(page))
        for s in sockets[::2]:
            try:
                s.sendall(b"u")
            except OSError:
                pass
    held(server.status("/health/live") == 200, "it lives")
    for s in sockets:
        s.close()
    server.stop()
    times.sort()
    return {"page alone ms": round(alone * 1000), "median ms": round(times[10] * 1000), "longest ms": round(times[-1] * 1000)}


@fault
def idle_connections():
    """Two thousand connections are opened, and nothing is sent."""
    folder = Folder()
    server = folder.serve()
    held(server.send(1, 100)[0] == 201, "published")
    page = "/doc/contest/local.trafford.ward-1.2026-05-07"
    before = server.resident_mb()
    sockets = [socket.create_connection(("localhost", server.port)) for _ in range(2000)]
    times = sorted(server.seconds(page) for _ in range(20))
    after = server.resident_mb()
    for s in sockets:
        s.close()
    server.stop()
    return {"connections": len(sockets), "median ms": round(times[10] * 1000), "longest ms": round(times[-1] * 1000),
            "resident MB": [before, after]}


failed = 0
for check in CHECKS:
    if sys.argv[2:] and check.__name__ not in sys.argv[2:]:
        continue
    try:
        print(check.__name__, json.dumps(check()), flush=True)
    except Passed as e:
        print(check.__name__, "passed over:", e, flush=True)
    except AssertionError as e:
        failed += 1
        print(check.__name__, "DID NOT HOLD:", e, flush=True)
sys.exit(1 if failed else 0)
