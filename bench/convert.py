#!/usr/bin/env python3
"""Measures the conversion of a file that is repeated many times.

  bench/convert.py speed  FILE.csv [--times 20] [--runs 3] [--without-carml] [--json OUT.json]
  bench/convert.py memory FILE.csv [--times 100] [--json OUT.json]

FILE.csv is a file in the LGA's format; every repetition has its own polling days, so that all contests differ. All run in 256 MiB of heap,
with their start. DECLARED names another program than `java -Xmx256m -jar target/declared.jar`.

speed: `convert` to N-Quads, and in turn with it what a user would pick instead, --runs times:
  riot   of Jena 5.6 reads the same N-Quads and writes them again: the least that a program has to do that writes them
  CARML  0.4.11, an RML engine, with bench/carml/contests.rml.ttl. It has it easier: its tables are made here, outside its time, one for each thing
         that is described, with identifiers, ranks, shares and turnout worked out; and it writes the graphs of contests alone (97 in 100 of the
         quads), `convert` all of them and the report of what is wrong with the file besides. That the two are equal is looked at, quad by quad.
Medians of seconds by the clock and of the processor, and the ratios: above 1 `convert` is the faster.

memory: the file once as it is and once repeated: memory does not grow with it.
"""
import argparse, csv, datetime, json, os, re, resource, shlex, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
HEAP = "-Xmx256m"
LINE = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"\S*) <([^>]*)> \.$')
ESCAPES = {"t": "\t", "n": "\n", "r": "\r"}


def repeated(source, times, target):
    with open(source, newline="", encoding="utf-8-sig") as f:
        rows = list(csv.DictReader(f))
    with open(target, "w", newline="", encoding="utf-8") as f:
        writer = csv.DictWriter(f, rows[0].keys())
        writer.writeheader()
        for i in range(times):
            for row in rows:
                day = datetime.date.fromisoformat(row["ElectionDate"]) + datetime.timedelta(days=4_000 * i)
                writer.writerow({**row, "ElectionDate": day.isoformat()})


def timed(command, **options):
    """Seconds by the clock and of the processor, and the most memory held, in MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stderr=subprocess.PIPE, **options)
    errors = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed: {errors[-2000:].decode(errors='replace')}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def class_path(room, work):
    target = os.path.join(work, f"{room}.cp")
    subprocess.run(["mvn", "-B", "-q", "-f", f"{HERE}/{room}/pom.xml", "dependency:build-classpath", f"-Dmdep.outputFile={target}"],
                   check=True, stdout=subprocess.DEVNULL)
    with open(target) as f:
        return f.read().strip()


def tables(quads, folder):
    """The tables for CARML: of the graphs of contests, one row a contest, a ground of rejection, a candidacy; and those quads, sorted."""
    things, lines = {}, []
    with open(quads, encoding="utf-8") as f:
        for line in f:
            s, p, iri, text, graph = LINE.match(line).groups()
            if "/doc/contest/" not in graph:
                continue
            lines.append(line)
            value = iri if iri is not None else re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), text)
            row = things.setdefault(s, {"graph": graph})
            name = re.split("[#/]", p)[-1]
            if name == "rejection":
                things.setdefault(value, {"graph": graph})["contest"] = s
            elif name != "candidacy":
                row[name] = value
    names = {"Contest": ("contest", "contests"), "Rejection": ("rejection", "rejections"), "Candidacy": ("candidacy", "candidacies")}
    for kind, (key, file) in names.items():
        rows = [{key: s, **row} for s, row in things.items() if row["type"].endswith("#" + kind)]
        # A column that the mapping names and no row has stands empty.
        with open(f"{HERE}/carml/contests.rml.ttl", encoding="utf-8") as f:
            columns = sorted({c for row in rows for c in row if c != "type"} | set(re.findall(r'rml:reference "([^"]*)"', f.read())))
        with open(f"{folder}/{file}.csv", "w", newline="", encoding="utf-8") as f:
            writer = csv.DictWriter(f, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    return sorted(lines)


def speed(given, work):
    many, ours, theirs = f"{work}/many.csv", f"{work}/ours.nq", f"{work}/theirs.nq"
    repeated(given.file, given.times, many)
    program = shlex.split(os.environ.get("DECLARED", f"java {HEAP} -jar {HERE}/../target/declared.jar"))
    commands = {"convert": [*program, "convert", many, "--to", "nquads", "-o", ours],
                "riot": ["java", HEAP, "-cp", class_path("fuseki", work), "riotcmd.riot", "--output=NQuads", ours]}
    subprocess.run(commands["convert"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(ours, "rb") as f:
        quads = sum(1 for _ in f)
    if not given.without_carml:
        path = class_path("carml", work)
        subprocess.run(["javac", "-cp", path, "-d", work, f"{HERE}/carml/Carml.java"], check=True)
        expected = tables(ours, work)
        commands["carml"] = ["java", HEAP, "-cp", f"{work}:{path}", "Carml", f"{HERE}/carml/contests.rml.ttl", work, theirs]
    times = {name: [] for name in commands}
    for _ in range(given.runs):
        for name, command in commands.items():
            times[name].append(timed(command, stdout=subprocess.DEVNULL))
    result = {"benchmark": "convert", "when": datetime.date.today().isoformat(), "processors": os.cpu_count(),
              "load": [round(x, 1) for x in os.getloadavg()], "quads": quads, "heap": HEAP[4:]}
    if "carml" in commands:
        with open(theirs, encoding="utf-8") as f:
            written = sorted(f)
        result |= {"quads_of_contests": len(expected), "quads_of_carml": len(written),
                   "equal": [normal(line) for line in written] == [normal(line) for line in expected]}
    for name, rows in times.items():
        clock, processor, memory = (statistics.median(column) for column in zip(*rows))
        result[name] = {"clock": round(clock, 2), "processor": round(processor, 2), "resident_MiB": round(memory), "clocks": [round(r[0], 2) for r in rows],
                        "processors": [round(r[1], 2) for r in rows]}
    result["quads_a_second"] = round(quads / result["convert"]["clock"])
    for other in [name for name in commands if name != "convert"]:
        result[f"ratio_to_{other}"] = {what: round(result[other][what] / result["convert"][what], 2) for what in ("clock", "processor")}
    return result


def normal(line):
    """One spelling of a quad: `\\uXXXX` as the letter, and no space that only one writer sets."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), line).replace("> .", ">.").strip()


def memory(given, work):
    many = f"{work}/many.csv"
    repeated(given.file, given.times, many)
    program = shlex.split(os.environ.get("DECLARED", f"java {HEAP} -jar {HERE}/../target/declared.jar"))
    result = {"benchmark": "convert memory", "when": datetime.date.today().isoformat(), "heap": HEAP[4:]}
    for name, file in (("once", given.file), ("repeated", many)):
        clock, processor, most = timed([*program, "convert", file, "--to", "nquads", "-o", f"{work}/out.nq"], stdout=subprocess.DEVNULL)
        with open(f"{work}/out.nq", "rb") as f:
            quads = sum(1 for _ in f)
        result[name] = {"bytes": os.path.getsize(file), "quads": quads, "clock": round(clock, 1), "processor": round(processor, 1), "resident_MiB": most}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "memory"])
    parser.add_argument("file")
    parser.add_argument("--times", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-carml", action="store_true")
    parser.add_argument("--json")
    given = parser.parse_args()
    given.times = given.times or (20 if given.what == "speed" else 100)
    with tempfile.TemporaryDirectory() as work:
        result = (speed if given.what == "speed" else memory)(given, work)
    print(json.dumps(result, indent=1))
    if given.json:
        with open(given.json, "w") as f:
            json.dump(result, f, indent=1)


if __name__ == "__main__":
    main()
