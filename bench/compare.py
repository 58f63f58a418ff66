#!/usr/bin/env python3
"""Runs the engine and loops without an engine in turn and prints the ratios as Markdown tables.

The loops are not part of this repository: --ceilings names a folder with phold_roof.cpp, qnet.cpp and hold.cpp, which
are built here with the flags of the release build. docs/reference/performance.md says what they must print.
Exit code 1: a row misses what it must reach.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CEILINGS = ROOT / "build/ceilings"
FLAGS = "-std=c++20 -O3 -DNDEBUG -ffp-contract=off -pthread".split()
REPLICATED = "scenarios/first-corridors"
NO_SLOWER = 0.93  # Two threads ÷ one where two bring nothing: trials cost up to 2 %, and pairs of equal programs differ by 5 %.
EVENTS = 3_000_000  # Of one timed run: about 0.3 to 0.5 s.
SIZES = [("1k", 1000, 1), ("1k", 1000, 16), ("1k", 1000, 100), ("16k", 16384, 1), ("16k", 16384, 16), ("1M", 1 << 20, 1)]


class Bench:
    """What is run, how often, and what was found."""

    def __init__(self, engine, rounds):
        self.engine_path, self.rounds, self.missed, self.lines = engine, rounds, [], []

    def engine(self, *words):
        out = subprocess.run([self.engine_path, *map(str, words), "--json"], capture_output=True, text=True, check=True)
        return [json.loads(line) for line in out.stdout.splitlines()]

    def rate(self, *words):
        return lambda: self.engine(*words)[0]["events_per_s"]

    def ceiling_rate(self, name, *words):
        def run():
            out = subprocess.run([CEILINGS / name, *map(str, words)], capture_output=True, text=True, check=True).stdout
            parts = out.split()
            return float(parts[parts.index("ev/s") + 1])

        return run

    def in_turn(self, *programs):
        """One row of results a round; the programs in turn within it."""
        return [[program() for program in programs] for _ in range(self.rounds)]

    def ratio(self, what, rows, over=0, under=1, least=None, most=None):
        """Median of the paired ratios; notes it if it is not what it must be."""
        value = statistics.median(row[over] / row[under] for row in rows)
        if (least is not None and value < least) or (most is not None and value > most):
            self.missed.append(f"{what}: {value:.2f}, must be {f'≥ {least}' if least is not None else f'≤ {most}'}")
        return value

    def say(self, line=""):
        print(line, flush=True)
        self.lines.append(line)

    def head(self, title, *columns):
        self.say(f"\n**{title}**\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}")

    def row(self, *cells):
        self.say(f"| {' | '.join(f'{c:.2f}' if isinstance(c, float) else str(c) for c in cells)} |")


def millions(rows, column):
    return f"{statistics.median(row[column] for row in rows) / 1e6:.1f}"


def phold_words(lps, start, remote, lookahead, threads=1):
    end = max(EVENTS * (1 + lookahead) / (lps * start), 3 * (1 + lookahead))
    bare = (threads, lps, start, remote, lookahead, f"{end:.3f}")
    own = f"phold --lps {lps} --start {start} --remote {remote} --lookahead {lookahead} --end {end:.3f} --threads {threads}"
    return bare, own.split()


def one_thread(bench, quick):
    bench.head("P1 · PHOLD, one thread ÷ bare heap, one thread (must 0.8, aim 1.0)", "processes × pending", "remote",
               "lookahead", "bare heap, M events/s", "engine, M events/s", "ratio", "with Philox and digest")
    all_ratios = []
    for name, lps, start in [SIZES[0], SIZES[4]] if quick else SIZES:
        for remote in [0.5] if quick else [0.1, 0.5, 1]:
            for lookahead in [0.1] if quick else [0.1, 1]:
                bare, own = phold_words(lps, start, remote, lookahead)
                rows = bench.in_turn(bench.ceiling_rate("phold_roof", *bare), bench.rate(*own),
                                     bench.rate(*own, "--philox", "--digest"))
                what = f"P1 {name} × {start}, remote {remote}, lookahead {lookahead}"
                ratio = bench.ratio(what, rows, 1, 0, least=0.8)
                all_ratios.append(ratio)
                bench.row(f"{name} × {start}", remote, lookahead, millions(rows, 0), millions(rows, 1), ratio,
                          bench.ratio(what, rows, 2, 0))
    bench.say(f"\nSmallest {min(all_ratios):.2f}, median {statistics.median(all_ratios):.2f}, largest {max(all_ratios):.2f}.")


def two_threads(bench, quick):
    bench.head("P2 · PHOLD, two threads ÷ bare heap, two threads (must 0.8, aim 1.0), remote 0.5", "processes × pending",
               "lookahead", "bare heap, M events/s", "engine, M events/s", "ratio")
    for name, lps, start in [SIZES[4]] if quick else [SIZES[4], SIZES[5]]:
        for lookahead in [0.1] if quick else [0.1, 1]:
            bare, own = phold_words(lps, start, 0.5, lookahead, 2)
            rows = bench.in_turn(bench.ceiling_rate("phold_roof", *bare), bench.rate(*own))
            ratio = bench.ratio(f"P2 {name} × {start}, lookahead {lookahead}", rows, 1, 0, least=0.8)
            bench.row(f"{name} × {start}", lookahead, millions(rows, 0), millions(rows, 1), ratio)


def two_over_one(bench, quick):
    bench.head("P3 · Two threads ÷ own one thread (never slower)", "model", "one, M events/s", "two, M events/s", "ratio",
               "bare heap two ÷ one")
    for name, lps, start in [SIZES[4]] if quick else [SIZES[0], SIZES[1], SIZES[4], SIZES[5]]:
        one, two = (phold_words(lps, start, 0.5, 0.1, threads) for threads in (1, 2))
        rows = bench.in_turn(bench.rate(*one[1]), bench.rate(*two[1]), bench.ceiling_rate("phold_roof", *one[0]),
                             bench.ceiling_rate("phold_roof", *two[0]))
        what = f"PHOLD {name} × {start}, lookahead 0.1"
        bench.row(what, millions(rows, 0), millions(rows, 1), bench.ratio(f"P3 {what}", rows, 1, 0, least=NO_SLOWER),
                  bench.ratio(what, rows, 3, 2))
    for words in ["queue mm1 --customers 10000000", "queue tandem --customers 2000000", "national --days 480",
                  "sample all_ties --longer 1600", "sample closed_network --longer 4000", "sample crowd --longer 400",
                  "sample ring --longer 400", "sample star --longer 8000"]:
        rows = bench.in_turn(*(bench.rate(*words.split(), "--threads", threads) for threads in (1, 2)))
        what = words.split(" --")[0]
        bench.row(what, millions(rows, 0), millions(rows, 1), bench.ratio(f"P3 {what}", rows, 1, 0, least=NO_SLOWER), "–")


def queues(bench, _quick):
    bench.head("P4 · Queueing models, one thread ÷ bare loop", "model", "bare, M events/s", "engine, M events/s", "ratio",
               "must, aim", "with Philox and digest")
    for which, customers, least, aim in [("mm1", 5_000_000, 0.35, 0.5), ("tandem", 1_000_000, 0.6, 0.8)]:
        own = f"queue {which} --customers {customers}".split()
        rows = bench.in_turn(bench.ceiling_rate("qnet", which, customers), bench.rate(*own),
                             bench.rate(*own, "--philox", "--digest"))
        bench.row(which, millions(rows, 0), millions(rows, 1), bench.ratio(f"P4 {which}", rows, 1, 0, least=least),
                  f"{least}, {aim}", bench.ratio(which, rows, 2, 0))


def ladder_ns(most, size):
    out = subprocess.run([CEILINGS / "hold", str(most), "ladder", str(size)], capture_output=True, text=True, check=True)
    rows = [line.split(",") for line in out.stdout.splitlines()[1:]]
    return [float(row[3]) for row in rows]


def holds(bench, quick):
    bench.head("P5 · Pending-event set ÷ bare ladder queue, time per hold (must ≤ 1.2, aim ≤ 1.0)", "pending",
               "bare ladder, 32 bytes, ns", "engine, 64 bytes, ns", "ratio", "to the bare ladder with 64 bytes")
    most = 10_000 if quick else 1_000_000
    rounds = [list(zip(ladder_ns(most, 32), [one["ns_per_hold"] for one in bench.engine("hold", "--max", most)],
                       ladder_ns(most, 64))) for _ in range(bench.rounds)]
    for k in range(len(rounds[0])):
        rows = [one[k] for one in rounds]
        pending = f"{10 ** (k + 2):,}"
        bench.row(pending, statistics.median(row[0] for row in rows), statistics.median(row[1] for row in rows),
                  bench.ratio(f"P5 {pending}", rows, 1, 0, most=1.2), bench.ratio(pending, rows, 1, 2))


def memory(bench, _quick):
    bare, own = phold_words(1 << 20, 1, 0.5, 0.1)
    mib = bench.engine(*own)[0]["memory_mib"]
    child = subprocess.Popen([CEILINGS / "phold_roof", *map(str, bare)], stdout=subprocess.DEVNULL)
    bare_mib = os.wait4(child.pid, 0)[2].ru_maxrss / 1024
    bench.head("P6 · Memory of PHOLD 1M × 1 (must ≤ 192 MiB, aim ≤ 96)", "program", "MiB")
    bench.row("bare heap", f"{bare_mib:.0f}")
    bench.row("engine, one thread", f"{mib:.0f}")
    bench.row("engine, two threads", f"{bench.engine(*own[:-1], 2)[0]['memory_mib']:.0f}")
    if mib > 192:
        bench.missed.append(f"P6: {mib:.0f} MiB, must be ≤ 192")


def observations(bench, _quick):
    bench.head("Observation path: share of the run, Philox, one observation an event (tandem: one a customer)", "model",
               "observed and dropped", "with the digest")
    for words in [phold_words(16384, 16, 0.5, 0.1)[1], "national --days 120".split(),
                  "queue tandem --customers 1000000".split()]:
        rows = bench.in_turn(*(bench.rate(*words, "--philox", *more) for more in ([], ["--observe"], ["--digest"])))
        shares = [1 - bench.ratio("", rows, column, 0) for column in (1, 2)]
        bench.row(words[0] if words[0] != "queue" else words[1], *(f"{share:.0%}" for share in shares))


def replications(bench, threads):
    """Wall time of 64 replications by the product, as a rate."""
    program = bench.engine_path.parent / "shudao"
    words = [program, "run", REPLICATED, "--replications", "64", "--threads", str(threads), "--quiet", "--json"]

    def run():
        before = time.perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
        return 64 / (time.perf_counter() - before)

    return run


def scaling(bench, quick):
    counts = [threads for threads in (1, 2, 4, 8, 16) if threads <= (os.cpu_count() or 1)]
    bench.head(f"Scaling on this machine ({os.cpu_count()} cores): threads ÷ one", "model", *map(str, counts))
    for what, words in [("PHOLD 1M × 1, lookahead 1", phold_words(1 << 20, 1, 0.5, 1)[1][:-2]),
                        ("national, 360 days", "national --days 360".split())]:
        rows = bench.in_turn(*(bench.rate(*words, "--threads", threads) for threads in counts))
        bench.row(what, *(bench.ratio(what, rows, k, 0) for k in range(len(counts))))
    if not quick and (bench.engine_path.parent / "shudao").exists():
        rows = bench.in_turn(*(replications(bench, threads) for threads in counts))
        bench.row(f"64 replications of {REPLICATED}", *(bench.ratio("", rows, k, 0) for k in range(len(counts))))


def prepare(folder):
    CEILINGS.mkdir(parents=True, exist_ok=True)
    for name in ("phold_roof", "qnet", "hold"):
        subprocess.run(["g++", *FLAGS, folder / f"{name}.cpp", "-o", CEILINGS / name], check=True)


def write_into(path, lines):
    """Between the two marks of the page."""
    before, after = path.read_text().split("<!-- table -->")[0], path.read_text().split("<!-- end of table -->")[1]
    path.write_text(before + "<!-- table -->\n" + "\n".join(lines).strip() + "\n\n<!-- end of table -->" + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ceilings", type=pathlib.Path, required=True, help="folder with the loops without an engine")
    parser.add_argument("--engine", type=pathlib.Path, default=ROOT / "build/release/shudao-bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="a few rows, to see that all works")
    parser.add_argument("--only", help="names of the tables to run, for example one_thread,holds")
    parser.add_argument("--into", type=pathlib.Path, help="write the tables between the marks of this page")
    asked = parser.parse_args()
    asked.engine, asked.ceilings = asked.engine.resolve(), asked.ceilings.resolve()
    asked.into = asked.into and asked.into.resolve()
    os.chdir(ROOT)
    prepare(asked.ceilings)
    bench = Bench(asked.engine, 1 if asked.quick else asked.rounds)
    tables = [one_thread, two_threads, two_over_one, queues, holds, memory, observations, scaling]
    for table in tables:
        if not asked.only or table.__name__ in asked.only.split(","):
            table(bench, asked.quick)
    bench.say(f"\nMissed: {'; '.join(bench.missed)}." if bench.missed else "\nEvery row reaches what it must.")
    if asked.into:
        write_into(asked.into, bench.lines)
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
