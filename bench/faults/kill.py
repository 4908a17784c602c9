#!/usr/bin/env python3
"""Kills the real program at random moments while results are published over HTTP, and looks whether anything is lost.

Usage: bench/faults/kill.py target/declared.jar [KILLS] [SEED]

DECLARED_COMMAND, where it is set, is run in the place of `java -jar`.

Each round starts `serve`, sends files of one ward each, and kills the process (SIGKILL) at a random moment. In the end
every declaration that was acknowledged has to be published with its votes, and `verify` has to find record and store
in agreement. Prints one line of figures; exit code 0 where all holds, 1 where something was lost.
"""
import json, os, random, re, shutil, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request, urllib.error

PROGRAM = os.environ["DECLARED_COMMAND"].split() if "DECLARED_COMMAND" in os.environ else ["java", "-jar", sys.argv[1]]
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
FOLDER = tempfile.mkdtemp(prefix="declared-kill-")
DATA = os.path.join(FOLDER, "data")
HEAD = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"


def command(*arguments):
    return subprocess.run([*PROGRAM, *arguments, "--data", DATA], capture_output=True, text=True)


def free_port():
    with socket.socket() as s:
        s.bind(("localhost", 0))
        return s.getsockname()[1]


def ready(port, process):
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/health/ready", timeout=5).read()
            return True
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
    return False


def send(port, token, ward, votes):
    body = (HEAD + f"trafford,2026-05-07,E0599{ward:04d},Ward {ward},Ann,PP63,{votes},true\n").encode()
    request = urllib.request.Request(f"http://localhost:{port}/submissions", data=body, method="POST",
                                     headers={"Authorization": "Bearer " + token, "Content-Type": "text/csv"})
    return urllib.request.urlopen(request, timeout=60).status


made = command("token", "create", "--name", "kill", "--operator")
token = re.search(r"declared_[a-z2-7]{10}_[A-Za-z0-9_-]{43}", made.stdout)
if not token:
    sys.exit("No token could be made: " + made.stdout + made.stderr)
token = token.group(0)
acknowledged, slowest, sent = {}, 0.0, 0
for round_number in range(KILLS):
    port = free_port()
    begun = time.time()
    server = subprocess.Popen([*PROGRAM, "serve", "--data", DATA, "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not ready(port, server):
        sys.exit(f"Round {round_number}: the server did not start")
    slowest = max(slowest, time.time() - begun)
    killer = threading.Timer(RANDOM.uniform(0.05, 4.0), server.send_signal, [signal.SIGKILL])
    killer.start()
    try:
        while True:
            ward, votes = RANDOM.randrange(40), RANDOM.randrange(1, 5000)
            sent += 1
            if send(port, token, ward, votes) in (200, 201):
                acknowledged[ward] = votes
            # What was sent and not acknowledged may be there or not; the ward is sent anew before it is judged.
    except urllib.error.HTTPError as e:
        sys.exit(f"Round {round_number}: refused {e.code} {e.read()[:300]}")
    except (OSError, urllib.error.URLError):
        acknowledged.pop(ward, None)
    server.wait()
    killer.join()

verified = command("verify")
port = free_port()
server = subprocess.Popen([*PROGRAM, "serve", "--data", DATA, "--port", str(port)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
ready(port, server)
lost = []
for ward, votes in sorted(acknowledged.items()):
    try:
        text = urllib.request.urlopen(
            f"http://localhost:{port}/doc/contest/local.trafford.ward-{ward}.2026-05-07.ttl", timeout=30).read().decode()
    except urllib.error.HTTPError:
        text = ""
    if not re.search(rf"\bvotes\s+{votes}\b", text):
        lost.append(ward)
server.terminate()
server.wait()
print(json.dumps({"kills": KILLS, "sent": sent, "acknowledged wards": len(acknowledged), "lost": lost,
                  "verify": verified.returncode, "slowest start s": round(slowest, 1)}))
if lost or verified.returncode != 0:
    print(verified.stdout + verified.stderr, "kept for a look:", DATA)
    sys.exit(1)
shutil.rmtree(FOLDER)
