#!/usr/bin/env python3
"""Kills commands of the real program at random moments, and looks whether anything is lost or left unusable.

Usage: bench/faults/kill_commands.py target/declared.jar [KILLS] [SEED]

DECLARED_COMMAND, where it is set, is run in the place of `java -jar`.

Each round starts one of: publish (a new result or a correction), import parties, compact, backup, rebuild; and kills it (SIGKILL) at a
random moment of the time that it took when nobody killed it, or a little after. What a command acknowledged (exit code 0) has to be there in the end with its votes, `verify`
has to find record and store in agreement, and a backup that ended well has to be restored. Prints a line of figures for each command;
exit code 0 where all holds, 1 where not.
"""
import collections, os, random, subprocess, sys, time

from program import HEAD, PROGRAM, Folder, row

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
COMMANDS = ["publish", "import", "compact", "backup", "rebuild"]
PARTIES = ("MNIS ID,MNIS name,Electoral Commission ID,Jurisdiction,Registered on,Deregistered on,Primary EC name last updated on\n"
           "1,An Example Party,PP9001,Great Britain,10/12/2009,,16/11/2010\n")

folder = Folder()
copies = os.path.join(folder.place, "copies")
acknowledged, ended, killed = {}, collections.Counter(), collections.Counter()
seconds_of = {}


def arguments(name, number):
    if name == "publish":
        ward, votes = RANDOM.randrange(20), RANDOM.randrange(1, 5000)
        sent = os.path.join(folder.place, f"sent-{number}.csv")
        with open(sent, "w") as out:
            out.write(HEAD + row(ward, votes))
        return ["publish", sent, "--data", folder.data], (ward, votes)
    if name == "import":
        register = os.path.join(folder.place, f"parties-{number}.csv")
        with open(register, "w") as out:
            out.write(PARTIES + f"2,Party {number},PP{9100 + number},Great Britain,10/12/2009,,16/11/2010\n")
        return ["import", "parties", register, "--data", folder.data], None
    if name == "backup":
        return ["backup", "--to", copies, "--data", folder.data], None
    return [name, "--data", folder.data], None


for number in range(-len(COMMANDS), KILLS):
    # Each is run once to its end first.
    name = COMMANDS[number] if number < 0 else RANDOM.choice(COMMANDS + ["publish", "publish"])
    command, sent = arguments(name, number)
    process = subprocess.Popen([*PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    begun = time.time()
    try:
        said, _ = process.communicate(timeout=None if number < 0 else RANDOM.uniform(0.2, 1.2 * seconds_of[name]))
        seconds_of[name] = time.time() - begun
        if process.returncode != 0:
            sys.exit(f"Round {number}: {name} ended with {process.returncode}: {said[-600:]}")
        ended[name] += 1
        if sent:
            acknowledged[sent[0]] = sent[1]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        killed[name] += 1
        if sent:
            # It may be there or not: nobody was told.
            acknowledged.pop(sent[0], None)

begun = time.time()
verified = folder.command("verify")
seconds = time.time() - begun
server = folder.serve()
lost = [ward for ward, votes in acknowledged.items() if server.votes(ward) != votes]
server.stop()
for name in COMMANDS:
    print(f"{name}: {killed[name]} killed, {ended[name]} ended before")
print(f"{len(acknowledged)} wards acknowledged, {len(lost)} lost; verify {verified.returncode} after {seconds:.1f} s; "
      f"start {server.start_seconds:.1f} s")
if verified.returncode or lost:
    print(verified.stdout + verified.stderr, lost)
    sys.exit(1)
