#!/usr/bin/env python3
"""How well a sweep keeps the cores at work.   benchmarks/sweep.py build/release/weefsel [RUNS] [REPEATS]

Lives the same runs one by one (as many programs of one thread side by side as there are cores, so that cores
share memory and caches alike) and as one sweep on all cores, in turn, and prints three ratios with their goals:
- throughput of the sweep against single-run throughput times the number of workers: at least 95 %,
- time beside living, per run: under 5 ms,
- making files: under 3 % of the time.
On a busy machine clocks tell of its other work too; the first two are therefore given by processor time as
well. With mpirun at hand also how long rank 0 takes to answer a message, and how many ranks that keeps busy.
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
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 96
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


def started(folder, design, *options, before=()):
    shutil.rmtree(folder, ignore_errors=True)
    return subprocess.Popen([*before, weefsel, "sweep", design, "-o", folder, "--quiet", "--json", *options],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def together(*programs):
    """What sweeps side by side say of their work, added up, with processor seconds."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    answers = [json.loads(program.communicate()[0]) for program in programs]
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = {key: sum(a["work"][key] for a in answers) for key in answers[0]["work"]}
    work["runs"] = sum(a["shard"]["lived"] for a in answers)
    work["clock"] = max(a["work"]["seconds"] for a in answers)
    work["cpu"] = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    return work


def written(place, **values):
    place.write_text(DESIGN.format(**values))
    return str(place)


with tempfile.TemporaryDirectory() as here:
    here = pathlib.Path(here)
    first_look = source / "scenarios" / "first-look.toml"
    design = written(here / "d.toml", scenario=first_look, points=runs // 2, replicates=2)
    shorter = ["--years", "4", "--set", "warmup_years=1"]
    apart, many = [], []
    for _ in range(repeats):
        apart.append(together(*(started(str(here / f"apart{i}"), design, "--threads", "1", "--shard",
                                        f"{i + 1}/{cores}", *shorter) for i in range(cores))))
        many.append(together(started(str(here / "many"), design, "--threads", str(cores), *shorter)))

    single = [w["seconds_living"] / w["runs"] for w in apart]
    by_clock = statistics.median(w["runs"] / w["clock"] * s / cores for w, s in zip(many, single))
    by_cpu = statistics.median(
        (a["cpu"] * a["seconds_living"] / a["seconds_working"] / a["runs"]) / (m["cpu"] / m["runs"])
        for a, m in zip(apart, many))
    given = statistics.median(w["cpu"] / w["seconds_working"] for w in many)
    beside = statistics.median((w["seconds_working"] - w["seconds_living"]) / w["runs"] for w in many)
    at_work = statistics.median(w["seconds_living"] / (w["workers"] * w["clock"]) for w in many)
    idle = statistics.median(1 - w["seconds_working"] / (w["workers"] * w["clock"]) for w in many)
    output = statistics.median(w["seconds_writing"] / w["seconds_working"] for w in many)
    print(f"{runs} runs of two options, {statistics.median(single):.2f} s each; {cores} cores, "
          f"on which workers were {given:.0%} of their time")
    print(f"throughput against {cores} times single-run throughput: {by_clock:.1%} by the clock, "
          f"{by_cpu:.1%} by processor time (goal: 95 %)")
    print(f"of the workers' time {at_work:.1%} went into living runs, {idle:.1%} into waiting for the last")
    print(f"beside living: {1000 * beside:.2f} ms a run by the clock, about {1000 * beside * given:.2f} ms of "
          f"processor time (goal: under 5)")
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
        work = together(started(str(here / "ranks"), design, "--batch", "1",
                                before=[mpirun, "--oversubscribe", "-n", str(ranks)]))
        each = work["seconds_serving"] / work["messages"]
        batch = 30  # s, as long as a file of runs takes
        print(f"rank 0 answered {work['messages']} messages of {ranks - 1} ranks in {1e6 * each:.0f} us each: with "
              f"a message every {batch} s, 1,000 ranks take {1000 * each / batch:.2%} of its time, and the last "
              f"of 1,000 that ask at once waits {1000 * each:.2f} s")
