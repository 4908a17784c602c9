#!/usr/bin/env python3
"""The table of what was slow at national size, measured again: for each line what it was, what it is to be, and what it is now.

    bench/table.py FILE.csv [--only LINE,LINE…] [--councils 300] [--data FOLDER] [--small] [--again] [--work FOLDER] [--json OUT.json]
    bench/table.py --lines

FILE.csv is a file in the LGA's format of one council's ten years. The lines (`--lines` names them) are measured by the benchmarks that are there, one
after another, and each is written down in --work (target/table) when it is done, with the load of the machine: a run that is stopped goes on where
it was, and `--again` measures the lines of --only anew. `publish` makes the folder of --councils councils that start, pages, queries and
withdrawal are measured on, unless --data names another, which is copied. `--small` takes few councils, declarations and readers: it shows that a
line can be measured, and its figures are no result.

Times are by the clock, and seconds of processor in brackets, which say more on a machine that is in use. DECLARED names another program than
target/declared.jar; `quick` always takes bin/declared.
"""
import argparse, datetime, glob, json, os, re, resource, shlex, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = shlex.split(os.environ.get("DECLARED", f"java -Xmx1g -jar {ROOT}/target/declared.jar"))


def run(*command, may_end_with=(0,), **more):
    """Runs a command; gives its output, seconds of clock and of processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(list(command), capture_output=True, text=True, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in may_end_with:
        raise SystemExit(f"{' '.join(command)[:300]} ended with {done.returncode}: {(done.stderr or done.stdout)[-1500:]}")
    return done.stdout, time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def declared(*arguments, **more):
    return run(*PROGRAM, *arguments, **more)


def size(folder):
    return int(run("du", "-sb", folder)[0].split()[0])


def ms(measured):
    return f"{measured['medianMs']:.0f} ms ({measured['processorMs']:.0f}), first {measured['firstMs']:.0f} ms"


class Measured:
    """Runs each benchmark once, however many lines are taken from it, and keeps what it gave in the work folder."""

    def __init__(self, given):
        self.given, self.work = given, given.work
        os.makedirs(f"{self.work}/results", exist_ok=True)

    def kept(self, name, measure):
        target = f"{self.work}/{name}.json"
        if not os.path.exists(target):
            print(f"… {name}", flush=True)
            began = [round(x, 1) for x in os.getloadavg()]
            result = {"when": datetime.date.today().isoformat(), "load": began, **measure()}
            with open(target + ".unfinished", "w") as f:
                json.dump(result, f, indent=1)
            os.replace(target + ".unfinished", target)
        with open(target) as f:
            return json.load(f)

    def forget(self, name):
        for file in glob.glob(f"{self.work}/{name}.json"):
            os.remove(file)

    def bench(self, script, *arguments):
        run(*(["python3"] if script.endswith(".py") else ["bash"]), f"{HERE}/{script}", *map(str, arguments),
            env={**os.environ, "RESULTS": f"{self.work}/results"})

    def result(self, name):
        with open(f"{self.work}/results/{name}.json") as f:
            return json.load(f)

    # What the lines are taken from.

    def flow(self):
        def measure():
            self.bench("flow.sh", self.given.file, 2 if self.given.small else 8, 1 if self.given.small else 3)
            return self.result("flow")
        return self.kept("flow", measure)

    def beside(self):
        def measure():
            self.bench("night.py", self.given.file, "--only", "beside", "--base", 2 if self.given.small else 8)
            return self.result("beside")
        return self.kept("beside", measure)

    def night(self):
        def measure():
            few = ["--base", 2, "--councils", 5, "--declarations", 10, "--minutes", 0.2, "--readers", 5, "--listeners", 10]
            many = ["--listeners", 400, "--readers", 300] + (["--data", self.given.data] if self.given.data else [])
            self.bench("night.py", self.given.file, "--only", "night", *(few if self.given.small else many))
            return self.result("night")
        return self.kept("night", measure)

    def triples(self):
        def measure():
            empty, full = f"{self.work}/triples-none", f"{self.work}/triples-one"
            for folder in (empty, full):
                shutil.rmtree(folder, ignore_errors=True)
            declared("publish", self.given.file, "--data", full)
            declared("publish", f"{ROOT}/src/main/resources/declared/examples/trafford-2024-05-02.csv", "--data", empty)
            of = [(self.lines(folder), self.contests(folder)) for folder in (empty, full)]
            # What both have, such as the vocabulary, is no contest's.
            return {"each": round((of[1][0] - of[0][0]) / (of[1][1] - of[0][1]), 1), "contests": of[1][1], "quads": of[1][0]}
        return self.kept("triples", measure)

    def lines(self, folder):
        target = f"{self.work}/export.nq"
        declared("export", "--data", folder, "-o", target)
        with open(target, "rb") as f:
            return sum(1 for line in f if line.strip())

    def contests(self, folder):
        query = f"{self.work}/count.rq"
        with open(query, "w") as f:
            f.write("SELECT (COUNT(?c) AS ?contests) { ?c a <https://w3id.org/local-elections#Contest> }")
        return int(re.findall(r"\d+", declared("query", query, "--data", folder)[0])[-1])

    def published(self):
        def measure():
            files, data = f"{self.work}/files", f"{self.work}/data"
            for folder in (files, data):
                shutil.rmtree(folder, ignore_errors=True)
            run("python3", f"{HERE}/councils.py", self.given.file, str(self.given.councils), files)
            _, clock, processor = declared("publish", "--data", data, *sorted(glob.glob(f"{files}/*.csv")))
            loaded, contests = size(f"{data}/store"), self.contests(data)
            declared("compact", "--data", data)
            return {"contests": contests, "clock": clock, "processor": processor, "loaded": loaded, "compacted": size(f"{data}/store")}
        return self.kept("publish", measure)

    def folder(self):
        """The folder that is asked; a copy of the one that was given."""
        if not self.given.data:
            self.published()
            return f"{self.work}/data"
        copy = f"{self.work}/copy"
        if not os.path.exists(copy):
            run("cp", "-r", "--reflink=auto", self.given.data, copy + ".unfinished")
            os.replace(copy + ".unfinished", copy)
        return copy

    def national(self, part):
        def measure():
            folder, target = self.folder(), f"{self.work}/results/national.json"
            self.bench("national.py", folder, "--only", part, "--json", target, *(["--times", 3] if self.given.small else []))
            return self.result("national")
        return self.kept(f"national-{part}", measure)

    def withdrawal(self):
        def measure():
            folder = self.folder()
            query = f"{self.work}/one.rq"
            with open(query, "w") as f:
                f.write("SELECT ?c { ?c a <https://w3id.org/local-elections#Contest> ; <https://w3id.org/local-elections#status> "
                        "<https://w3id.org/local-elections/code/declaration-status/declared> } ORDER BY ?c LIMIT 1")
            contest = re.search(r"/id/contest/([\w.-]+)", declared("query", query, "--data", folder)[0]).group(1)
            command = ["withdraw", contest, "--reason", "Measured by bench/table.py", "--data", folder]
            taken = self.read(*command)
            # What is withdrawn already is not withdrawn again: the folder is opened, and that is all.
            opened = self.read(*command, may_fail=True)
            return {"record": sum(os.path.getsize(f) for f in glob.glob(f"{folder}/record/*")), "opened": opened, "withdrawn": taken}
        return self.kept("withdrawal", measure)

    @staticmethod
    def read(*arguments, may_fail=False):
        """Bytes that a command reads from files, its jar among them and what is mapped not, and its seconds."""
        start, most = time.perf_counter(), 0
        process = subprocess.Popen([*PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while process.poll() is None:
            try:
                with open(f"/proc/{process.pid}/io") as f:
                    most = max(most, int(f.readline().split()[1]))
            except (OSError, IndexError, ValueError):
                pass
            time.sleep(0.002)
        if process.returncode and not may_fail:
            raise SystemExit(f"{arguments[0]} ended with {process.returncode}: {process.stderr.read()[-800:].decode()}")
        return {"bytes": most, "clock": time.perf_counter() - start}

    def once(self):
        def measure():
            folder = f"{self.work}/once"
            shutil.rmtree(folder, ignore_errors=True)
            return {"validate": declared("validate", self.given.file, may_end_with=(0, 1))[2], "publish": declared("publish", self.given.file, "--data", folder)[2]}
        return self.kept("once", measure)

    def quick(self):
        def measure():
            small = f"{ROOT}/src/main/resources/declared/examples/trafford-2023-05-04.csv"
            result = {}
            for name, arguments in (("help", ["--help"]), ("validate", ["validate", small])):
                run(f"{ROOT}/bin/declared", *arguments, may_end_with=(0, 1))
                times = [run(f"{ROOT}/bin/declared", *arguments, may_end_with=(0, 1))[1:] for _ in range(2 if self.given.small else 9)]
                result[name] = [statistics.median(each) for each in zip(*times)]
            return result
        return self.kept("quick", measure)


def rows_of_night(night):
    answer, read = night["seconds"]["answer"], night["seconds"]["read"]
    return [("300 readers, 400 listeners: an answer to a declaration", "median 1.4–2.4 s, 99 % 10–15 s", "99 % < 1 s",
             f"median {answer['median']:.2f} s, 99 % {answer['p99']:.2f} s; lost {night['lost_in_all']}; "
             f"{night['processor_of_server'] / night['declarations']:.2f} s of processor for each, with all that is read"),
            ("… and a page meanwhile", "99 % 7–14 s", "99 % < 500 ms", f"median {read['median'] * 1000:.0f} ms, 99 % {read['p99'] * 1000:.0f} ms"),
            ("disk at its largest during such a night", "14.5 MB more with each declaration", "≤ 3 × 60 kB a contest",
             f"{(night['store_largest'] - night['store_before']) / night['declarations'] / 1000:.0f} kB more for each declaration")]


def rows_of_pages(pages):
    before = {"start": "20.8 s", "party": "1.4 s", "map": "2.8 s", "feed": "2.5 s", "site map": "2.4 s", "search": "16.8 s"}
    return [(f"page: {name}", before.get(name, "–"), "< 50 ms", ms(one)) for name, one in pages.items()
            if name not in ("data", "data as Turtle", "VoID")]


def rows_of_queries(queries, bench):
    chosen = {name: one for name, one in queries.items() if name.startswith("bench/") == bench}
    slow = sorted(((one["medianMs"], name) for name, one in chosen.items()), reverse=True)
    failed = [name for name, one in chosen.items() if one["status"] != 200]
    over = [f"{name} {taken / 1000:.1f} s ({chosen[name]['processorMs'] / 1000:.1f})" for taken, name in slow if taken >= 1000]
    text = f"{len(chosen)} asked, slowest {slow[0][1]} {slow[0][0] / 1000:.2f} s" + (f"; 1 s and more: {', '.join(over)}" if over else "")
    return text + (f"; not answered: {', '.join(failed)}" if failed else "")


LINES = {
    "beside": lambda m: [("a check of 2 rows beside another council's publication", "5.3 s (0.12 s alone)", "≤ twice alone",
                          f"{m.beside()['beside']['median']:.2f} s ({m.beside()['alone']['median']:.2f} s alone): {m.beside()['ratio_of_medians']}")],
    "flow": lambda m: [(f"{m.flow()['councils']} files: publish against convert, validate and load", "24 s against 10.3 s: 2.3", "≤ 1",
                        f"{m.flow()['ratio_clock']} by the clock, {m.flow()['ratio_processor']} by processor ({m.flow()['contests']} contests)")],
    "triples": lambda m: [("triples of a contest", "407", "≤ 190", f"{m.triples()['each']}")],
    "publish": lambda m: [("publishing all councils with one command", "78 contests a second", "≥ 400",
                           f"{m.published()['contests'] / m.published()['clock']:.0f} a second, {m.published()['contests'] / m.published()['processor']:.0f} "
                           f"for each of processor ({m.published()['contests']} contests)"),
                          ("disk of the store", "700 kB a contest", "≤ 60 kB compacted, ≤ 180 kB at any time",
                           f"{m.published()['compacted'] / m.published()['contests'] / 1000:.0f} kB compacted, "
                           f"{m.published()['loaded'] / m.published()['contests'] / 1000:.0f} kB as published")],
    "start": lambda m: [("start of the server", "128 s", "< 5 s at 1 %, < 10 s at any size",
                         f"{m.national('pages')['start']['seconds']} s ({m.national('pages')['start']['processorMs'] / 1000:.1f})")],
    "pages": lambda m: rows_of_pages(m.national("pages")["pages"]),
    "data": lambda m: [(f"page: {name}", "over 60 s", "< 50 ms", ms(m.national("pages")["pages"][name]))
                       for name in ("data", "data as Turtle", "VoID")],
    "queries": lambda m: [("queries of the library with their defaults", "over 45 s; closest-contests 17 s", "< 1 s",
                           rows_of_queries(m.national("queries")["queries"], False))],
    "order": lambda m: [("analytic queries, the office or the type named first among them", "503 after 10 s", "< 1 s in any order",
                         rows_of_queries(m.national("queries")["queries"], True))],
    "withdrawal": lambda m: [("a withdrawal", "reads the whole record", "one seek",
                              f"{max(0, m.withdrawal()['withdrawn']['bytes'] - m.withdrawal()['opened']['bytes']) / 1e6:.1f} MB read beyond what "
                              f"opening the folder reads, of a record of {m.withdrawal()['record'] / 1e6:.0f} MB; {m.withdrawal()['withdrawn']['clock']:.1f} s, "
                              f"opening {m.withdrawal()['opened']['clock']:.1f} s")],
    "once": lambda m: [("publish against validate of the same file", "14.7 s of processor against 5.3", "read, mapped and checked once",
                        f"{m.once()['publish']:.1f} s of processor against {m.once()['validate']:.1f}")],
    "memory": lambda m: [("memory after pages and queries, 1 GiB of heap", "OutOfMemoryError", "bounded; none",
                          f"at most {max(m.national(part)['mostMiB'] for part in ('pages', 'queries'))} MiB resident, all "
                          f"{sum(len(m.national(part)[part]) for part in ('pages', 'queries'))} kinds of request answered: "
                          + ("yes" if all(one["status"] == 200 for part in ("pages", "queries") for one in m.national(part)[part].values()) else "no"))],
    "night": lambda m: rows_of_night(m.night()),
    "quick": lambda m: [(f"declared {name}", before, aim, f"{m.quick()[name][0]:.2f} s ({m.quick()[name][1]:.2f})")
                        for name, before, aim in (("help", "0.84 s", "< 0.4 s"), ("validate", "1.95 s", "< 1 s"))],
}

# What is measured for a line, by the name under which it is kept.
FROM = {"start": ["national-pages"], "pages": ["national-pages"], "data": ["national-pages"], "queries": ["national-queries"],
        "order": ["national-queries"], "memory": ["national-pages", "national-queries"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--councils", type=int)
    parser.add_argument("--data")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--work")
    parser.add_argument("--json")
    given = parser.parse_args()
    if given.lines or not given.file:
        print(" ".join(LINES))
        return 0 if given.lines else 2
    given.councils = given.councils or (3 if given.small else 300)
    given.work = os.path.abspath(given.work or f"{ROOT}/target/table{'-small' if given.small else ''}")
    chosen = [name for name in given.only.split(",") if name] or list(LINES)
    unknown = [name for name in chosen if name not in LINES]
    if unknown:
        raise SystemExit(f"There is no line {', '.join(unknown)}. There are: {', '.join(LINES)}.")
    measured = Measured(given)
    if given.again:
        for kept in {kept for name in chosen for kept in FROM.get(name, [name])}:
            measured.forget(kept)
    table, failed = [], False
    for name in chosen:
        try:
            rows = LINES[name](measured)
        except SystemExit as e:
            failed, rows = True, [(name, "–", "–", f"not measured: {e}")]
        table += [dict(zip(("what", "before", "aim", "now"), row), line=name) for row in rows]
    print(f"\n{'processors':12}{os.cpu_count()}   load {', '.join(f'{x:.1f}' for x in os.getloadavg())}"
          + ("   SMALL: these figures show only that the lines can be measured" if given.small else "") + "\n")
    print("| what | before | aim | now |\n|---|---|---|---|")
    for row in table:
        print("| " + " | ".join(row[column] for column in ("what", "before", "aim", "now")) + " |")
    if given.json:
        with open(given.json, "w") as f:
            json.dump({"benchmark": "table", "when": datetime.date.today().isoformat(), "processors": os.cpu_count(), "small": given.small,
                       "load": [round(x, 1) for x in os.getloadavg()], "rows": table}, f, indent=1, ensure_ascii=False)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
