#!/usr/bin/env python3
"""Plays a week of nights on the real program: results and corrections over HTTP, a backup in the middle of each, compaction after it.

Usage: bench/faults/week.py target/declared.jar [SECONDS_A_NIGHT] [SEED]

DECLARED_COMMAND, where it is set, is run in the place of `java -jar`.

After each night the server is ended in order, the store compacted, and `verify` has to find nothing; every ward has to have the votes
that were acknowledged last, in the folder and in what the last backup brings back. Prints a line for each night and one for the week; exit
code 0 where all holds, 1 where not.
"""
import os, random, sys, time

from program import Folder

# A limit for senders, not for the program.
os.environ.setdefault("DECLARED_SUBMISSIONS_PERMINUTE", "1000000")
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 30
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)


def megabytes(place):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(place) for name in names) / 1e6


def checked(what, result):
    if result.returncode:
        sys.exit(f"{what} ended with {result.returncode}: {result.stdout}{result.stderr}")


def wrong(server, votes):
    return [ward for ward, number in votes.items() if server.votes(ward) != number]


folder = Folder()
copies = os.path.join(folder.place, "copies")
acknowledged, copied = {}, {}
for night in range(1, 8):
    server = folder.serve()
    if not server.ready:
        sys.exit(f"Night {night}: the server did not start: {server.said()}")
    begun, sent, slowest, backed_up = time.time(), 0, 0.0, False
    while time.time() - begun < SECONDS:
        ward, votes, asked = RANDOM.randrange(300), RANDOM.randrange(1, 5000), time.time()
        status, body = server.send(ward, votes)
        if status not in (200, 201):
            sys.exit(f"Night {night}: refused {status} {body[:300]}")
        acknowledged[ward], sent, slowest = votes, sent + 1, max(slowest, time.time() - asked)
        if not backed_up and time.time() - begun > SECONDS / 2:
            copied, backed_up = dict(acknowledged), True
            checked("backup", folder.command("backup", "--to", copies, "--keep", "3"))
    lost = wrong(server, acknowledged)
    server.stop()
    before = megabytes(os.path.join(folder.data, "store"))
    checked("compact", folder.command("compact"))
    verified = folder.command("verify")
    print(f"night {night}: {sent} declarations, slowest {slowest:.2f} s, {len(lost)} lost; start {server.start_seconds:.1f} s; "
          f"store {before:.0f} MB, compacted {megabytes(os.path.join(folder.data, 'store')):.0f}; verify {verified.returncode}", flush=True)
    if lost or verified.returncode:
        sys.exit(verified.stdout + verified.stderr + str(lost))

again = os.path.join(folder.place, "again")
last = os.path.join(copies, sorted(name for name in os.listdir(copies) if name.startswith("backup-"))[-1])
checked("restore", folder.command("restore", "--from", last, data=again))
server = folder.serve(again)
lost = wrong(server, copied)
server.stop()
print(f"restored from {os.path.basename(last)}: {len(copied)} wards, {len(lost)} lost")
sys.exit(1 if lost else 0)
