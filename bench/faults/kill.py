#!/usr/bin/env python3
"""Kills the real program at random moments while results are published over HTTP, and looks whether anything is lost.

Usage: bench/faults/kill.py target/declared.jar [KILLS] [SEED]

DECLARED_COMMAND, where it is set, is run in the place of `java -jar`.

Each round starts `serve`, sends files of one ward each, and kills the process (SIGKILL) at a random moment. In the end
every declaration that was acknowledged has to be published with its votes, and `verify` has to find record and store
in agreement. Prints one line of figures; exit code 0 where all holds, 1 where something was lost.
"""
import http.client, json, random, shutil, signal, sys, threading, urllib.error

from program import Folder

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)

folder = Folder()
acknowledged, slowest, sent = {}, 0.0, 0
for round_number in range(KILLS):
    server = folder.serve()
    if not server.ready:
        sys.exit(f"Round {round_number}: the server did not start: {server.said()}")
    slowest = max(slowest, server.start_seconds)
    killer = threading.Timer(RANDOM.uniform(0.05, 4.0), server.process.send_signal, [signal.SIGKILL])
    killer.start()
    try:
        while True:
            ward, votes = RANDOM.randrange(40), RANDOM.randrange(1, 5000)
            sent += 1
            status, body = server.send(ward, votes)
            if status not in (200, 201):
                sys.exit(f"Round {round_number}: refused {status} {body[:300]}")
            acknowledged[ward] = votes
            # What was sent and not acknowledged may be there or not; the ward is sent anew before it is judged.
    except (OSError, urllib.error.URLError, http.client.HTTPException):
        acknowledged.pop(ward, None)
    server.process.wait()
    killer.join()

verified = folder.command("verify")
server = folder.serve()
lost = [ward for ward, votes in sorted(acknowledged.items()) if server.votes(ward) != votes]
server.stop()
print(json.dumps({"kills": KILLS, "sent": sent, "acknowledged wards": len(acknowledged), "lost": lost,
                  "verify": verified.returncode, "slowest start s": round(slowest, 1)}))
if lost or verified.returncode != 0:
    print(verified.stdout + verified.stderr, "kept for a look:", folder.data)
    sys.exit(1)
shutil.rmtree(folder.place)
