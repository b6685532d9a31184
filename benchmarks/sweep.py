#!/usr/bin/env python3
"""How well a sweep keeps the cores at work.   benchmarks/sweep.py build/release/weefsel [RUNS] [REPEATS]

Lives the same runs on one thread and on all cores, in turn, and prints three ratios with their goals:
- throughput on all cores against the single-run throughput times their number: at least 95 %,
- time beside living, per run: under 5 ms,
- making files: under 3 % of the time.
The first also by processor time, which says the same on a machine that others use. With mpirun at hand also
how long rank 0 takes to answer a message, and how many ranks that would keep busy.
"""
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

weefsel = os.path.abspath(sys.argv[1])
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 32
repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 3
source = pathlib.Path(__file__).resolve().parent.parent
cores = len(os.sched_getaffinity(0))

DESIGN = """scenario = "{scenario}"
[design]
kind = "lhs"
points = {points}
replicates = {replicates}
[uncertainties]
"network.halflife_friend" = {{ low = 6, high = 18 }}
"network.halflife_fellow_member" = {{ low = 3, high = 12 }}
[outputs]
indicators = ["social_cohesion", "severely_lonely", "participation", "wmo"]
"""


def sweep(folder, design, *options, before=()):
    """What `weefsel sweep --json` says of its work, with processor seconds."""
    shutil.rmtree(folder, ignore_errors=True)
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run([*before, weefsel, "sweep", design, "-o", folder, "--quiet", "--json", *options],
                         check=True, capture_output=True, text=True).stdout
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = json.loads(out)
    work = answer["work"] | {"runs": answer["shard"]["lived"]}
    work["cpu"] = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    return work


def written(place, **values):
    place.write_text(DESIGN.format(**values))
    return str(place)


with tempfile.TemporaryDirectory() as here:
    here = pathlib.Path(here)
    first_look = source / "scenarios" / "first-look.toml"
    design = written(here / "d.toml", scenario=first_look, points=runs // 2, replicates=2)
    shorter = ["--years", "10", "--set", "warmup_years=5"]
    one, many = [], []
    for _ in range(repeats):
        one.append(sweep(str(here / "one"), design, "--threads", "1", *shorter))
        many.append(sweep(str(here / "many"), design, "--threads", str(cores), *shorter))

    single = min(w["seconds_living"] / w["runs"] for w in one)
    by_clock = max(w["runs"] / w["seconds"] for w in many) * single / cores
    living = min(w["cpu"] * w["seconds_living"] / w["seconds_working"] / w["runs"] for w in one)
    by_cpu = living / min(w["cpu"] / w["runs"] for w in many)
    beside = statistics.median(
        (w["seconds_working"] - w["seconds_living"]) / w["runs"] for w in many)
    idle = statistics.median(1 - w["seconds_working"] / (w["workers"] * w["seconds"]) for w in many)
    output = statistics.median(w["seconds_writing"] / w["seconds_working"] for w in many)
    print(f"{runs} runs of two options, {single:.2f} s each on one thread; {cores} cores, load "
          f"{os.getloadavg()[0]:.1f}")
    print(f"throughput against {cores} times single-run throughput: {by_clock:.1%} by the clock, "
          f"{by_cpu:.1%} by processor time (goal: 95 %)")
    print(f"beside living: {1000 * beside:.2f} ms a run (goal: under 5); workers without work {idle:.1%}")
    print(f"output: {output:.2%} of the time (goal: under 3 %)")

    mpirun = shutil.which("mpirun")
    linked = subprocess.run(["ldd", weefsel], capture_output=True, text=True).stdout
    if mpirun and "libmpi" in linked:
        tiny = here / "tiny.toml"
        tiny.write_text('extends = "%s"\nyears = 1\nwarmup_years = 0\nequal_money = false\n' % first_look)
        design = written(here / "t.toml", scenario=tiny, points=100, replicates=2)
        root = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
        os.environ.update(root)
        ranks = 8
        work = sweep(str(here / "ranks"), design, "--batch", "1",
                     before=[mpirun, "--oversubscribe", "-n", str(ranks)])
        each = work["seconds_serving"] / work["messages"]
        batch = 30  # s, as long as a file of runs takes
        print(f"rank 0 answered {work['messages']} messages of {ranks - 1} ranks in {1e6 * each:.0f} us each: with "
              f"a message every {batch} s, 1,000 ranks take {1000 * each / batch:.2%} of its time, and the last "
              f"of 1,000 that ask at once waits {1000 * each:.2f} s")
