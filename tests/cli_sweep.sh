#!/bin/bash
# A sweep has the same data from one thread, two threads, two ranks, three shards, and when it was killed and
# resumed; a run that fails is empty and named; wrong designs are refused before anything is written.
source=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
"$python" -c 'import xarray, h5netcdf' 2>/dev/null || { echo "xarray is not there; the data cannot be compared"; exit 77; }
small_scenario small.toml 's/^years = 2/years = 1/'
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "lhs"
points = 6
seed = 1
replicates = 2
[uncertainties]
"network.halflife_friend" = { low = 6, high = 18 }
[levers]
"option.structural.line.1.buys.1.fte" = [0.5, 1, 2]
[outputs]
indicators = ["social_cohesion", "population"]
years = [1]
TOML

same() { # same A B: the same data in both sweeps
    "$python" - "$1/sweep.h5" "$2/sweep.h5" <<'PY' || fail "$1 and $2 differ"
import sys, xarray
a, b = (xarray.open_dataset(f, engine="h5netcdf").load() for f in sys.argv[1:])
sys.exit(0 if a.equals(b) and a.social_cohesion.dims == ("point", "option", "replicate", "year") else 1)
PY
}

# Points.
expect 0 "$weefsel" design d.toml; prints "network.halflife_friend,option.structural.line.1.buys.1.fte"
[ "$(wc -l <"$outputs/out")" -eq 7 ] || fail "a design of 6 points has not 6 rows"
sed 's/"lhs"/"sobol"/; s/points = 6/points = 4/' d.toml >sobol.toml
expect 0 "$weefsel" design sobol.toml -o sobol.csv
[ "$(wc -l <sobol.csv)" -eq 17 ] || fail "a Sobol' design of 4 base points and 2 factors has not 16 rows"
cat >free.toml <<'TOML'
[design]
kind = "morris"
points = 3
[uncertainties]
a = { low = 0, high = 1 }
TOML
expect 0 "$weefsel" design free.toml; prints "a"
expect 2 "$weefsel" sweep free.toml; says "scenario is missing"

expect 0 "$weefsel" sweep "$source/scenarios/designs/first-sweep.toml" --dry-run --set warmup_years=0
prints "3 uncertain factors and 3 levers; 70 points x 2 replicates = 140 runs"
sed 's/{ low = 6, high = 18 }/{ distribution = "posterior" }/' d.toml >posterior.toml
expect 2 "$weefsel" design posterior.toml
says "posterior.toml:8:1: network.halflife_friend asks for the posterior, which cannot be taken"
sed -i 's/network.halflife_friend/help.volunteer_start/' posterior.toml
expect 0 "$weefsel" design posterior.toml; prints "help.volunteer_start,option"
[ "$(wc -l <"$outputs/out")" -eq 7 ] || fail "a design of 6 points with a posterior has not 6 rows"
for value in $(tail -n +2 "$outputs/out" | cut -d, -f1); do
    grep -q ",$value," "$source/scenarios/posterior.csv" || fail "$value is no value of the posterior"
done
expect 0 "$weefsel" sweep posterior.toml -o posterior --dry-run; prints "12 runs"

# What it will take.
expect 0 "$weefsel" sweep d.toml -o dry --dry-run; prints "12 runs"; prints "Time:"; prints "Disk:"
expect 0 "$weefsel" sweep d.toml -o dry --dry-run --json; prints '"runs": 12'
absent dry

# One thread, two threads, other batches.
expect 0 "$weefsel" sweep d.toml -o one --threads 1 --batch 5 --quiet
there one/design.toml one/design.csv one/manifest.json one/status.jsonl one/shards/000001.h5 one/sweep.h5
expect 0 "$weefsel" sweep d.toml -o two --threads 2 --batch 2
same one two
expect 0 "$weefsel" status two; prints "12 runs of 12"; prints "failed:  none"; prints "sweep.h5 is there"
rm two/design.csv
expect 0 "$weefsel" sweep d.toml -o two --quiet
cmp -s one/design.csv two/design.csv || fail "the points of a sweep did not come back"
same one two
for big in '"points": 1000000000000000000' '"replicates": 1000000000000000000' '"points": -1'; do
    mkdir -p big && sed "s/${big% *} [0-9]*/$big/" two/manifest.json >big/manifest.json
    expect 2 "$weefsel" status big; says "big/manifest.json:1:1: is no manifest of a sweep"
done

# A run of the sweep is what `weefsel run` lives with the point's values.
fte=$(sed -n 4p one/design.csv | cut -d, -f2)
friend=$(sed -n 4p one/design.csv | cut -d, -f1)
expect 0 "$weefsel" run small.toml --option structural -o run.h5 --quiet --replicates 2 \
    --set "parameters.network.halflife_friend=$friend" --set "option.structural.line.1.buys.1.fte=$fte"
"$python" - <<'PY' || fail "a run of the sweep is not what weefsel run lives"
import sys, xarray, numpy
sweep = xarray.open_dataset("one/sweep.h5", engine="h5netcdf")
run = xarray.open_dataset("run.h5", group="indicators", engine="h5netcdf")
a = sweep.population.sel(point=3, option="structural", year=1).values
b = run.population.isel(option=0, draw=0).mean("month").values
sys.exit(0 if numpy.allclose(a, b, rtol=1e-6) else 1)
PY

# Ranks.
if command -v mpirun >/dev/null && ldd "$weefsel" | grep -q libmpi; then
    ranks=(env OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe -n 2)
    expect 0 timeout 120 "${ranks[@]}" "$weefsel" sweep d.toml -o ranks --batch 1 --quiet
    same one ranks
    grep -q '"rank 1"' ranks/status.jsonl || fail "rank 1 did nothing"
    expect 2 timeout 60 "${ranks[@]}" "$weefsel" sweep free.toml
    [ "$(grep -c 'scenario is missing' "$outputs/err")" -eq 1 ] || fail "a wrong design is not said once by all ranks"

    # A rank that is killed, a launcher that is interrupted, a rank that cannot write: it is said what is kept, and the
    # same command goes on to the same data.
    lives=("$weefsel" sweep d.toml --batch 1 --quiet --set years=20 --replicates 8)
    expect 0 "${lives[@]}" -o alone
    ended() { # ended CODE COMMAND: what became of a sweep over ranks that COMMAND ends in the middle
        rm -rf lost pid.*
        # shellcheck disable=SC2016
        setsid "${ranks[@]}" bash -c 'echo $$ >pid.$OMPI_COMM_WORLD_RANK; exec "$0" "$@"' "${lives[@]}" -o lost \
            >"$outputs/out" 2>"$outputs/err" &
        launcher=$!
        for _ in $(seq 400); do [ "$(find lost/shards -name '*.h5' 2>/dev/null | wc -l)" -ge 2 ] && break; sleep 0.02; done
        eval "$2"
        timeout 60 tail --pid="$launcher" -f /dev/null || fail "ranks did not end: $2"
        wait "$launcher"
        [ $? -eq "$1" ] || fail "another exit code than $1: $2"
    }
    ended 137 'kill -9 "$(cat pid.1)"'
    says "1 worker of other ranks does not answer"; says "of 48 runs are finished and kept in lost. The same command goes on"
    expect 0 timeout 120 "${ranks[@]}" "${lives[@]}" -o lost
    same alone lost
    ended 1 'kill -INT "$launcher"'; says "Interrupted: "
    ended 137 'kill -9 "$(cat pid.0)"'
    absent lost/sweep.h5
    expect 0 timeout 120 "${ranks[@]}" "${lives[@]}" -o lost
    same alone lost
    rm -rf lost
    # shellcheck disable=SC2016
    expect 2 timeout 120 "${ranks[@]}" bash -c '[ $OMPI_COMM_WORLD_RANK = 1 ] && ulimit -f 1; exec "$0" "$@"' "${lives[@]}" -o lost
    says "weefsel: rank 1: lost/shards/"; says "cannot be written: File too large"
    [ "$(grep -c 'cannot be written' "$outputs/err")" -eq 1 ] || fail "why a rank cannot write is not said once"
    expect 0 "${lives[@]}" -o lost
    same alone lost
else
    echo "no mpirun, or built without MPI: ranks are not tested"
fi

# Shards.
sed 's/high = 18/high = 19/' d.toml >other.toml
for i in 1 2; do expect 0 "$weefsel" sweep d.toml -o shards --batch 2 --quiet --shard $i/3; done
absent shards/sweep.h5
expect 0 "$weefsel" status shards; prints "8 runs of 12"
expect 2 "$weefsel" merge shards; says "2 files of 6 are missing"
begun() { printf '{"file":%s,"state":"begun","time":"%s","worker":"thread 1"}\n' "$1" "$2"; }
{ begun 3 2020-01-01T00:00:00Z; begun 6 2020-01-01T00:00:00Z; begun 3 2020-01-02T00:00:00Z; } >shards/status-3of3.jsonl
expect 0 "$weefsel" status shards; prints "running: 1 file begun"; prints "file 3 since 2020-01-02"
expect 0 "$weefsel" sweep d.toml -o shards --quiet --shard 3/3
there shards/status-1of3.jsonl shards/status-3of3.jsonl
expect 0 "$weefsel" merge shards
same one shards
mv shards/shards/000006.h5 away.h5
expect 2 "$weefsel" merge shards; says "1 file of 6 is missing"
mv away.h5 shards/shards/000006.h5
expect 2 "$weefsel" sweep d.toml -o shards --shard 4/3; says "from 1 to n"

# A whole sweep is refused beside a shard or a merge, and these beside a whole sweep; shards and merges go side by side.
beside() { flock --shared shards/status.jsonl flock "shards/status-$1.jsonl" "${@:2}"; } # while another lives shard $1
touch shards/shards/000001.h5.17-42-0.part
expect 2 beside 1of3 "$weefsel" sweep d.toml -o shards --quiet
says "shards/status.jsonl:1:1: another process works on this sweep (shard 1/3)"
expect 2 beside 1of3 "$weefsel" sweep other.toml -o shards --quiet --force; says "(shard 1/3); wait for it"
expect 2 flock --shared shards/status.jsonl "$weefsel" sweep d.toml -o shards --quiet; says "works on this sweep; wait for it"
there shards/shards/000001.h5.17-42-0.part
expect 2 flock shards/status.jsonl "$weefsel" sweep d.toml -o shards --quiet --shard 1/3
says "shards/status.jsonl:1:1: another process works on this sweep; wait for it, since it simulates all shards"
expect 2 flock shards/status.jsonl "$weefsel" merge shards; says "it makes sweep.h5 itself at its end"
expect 0 flock shards/status.jsonl "$weefsel" status shards
expect 2 beside 1of3 "$weefsel" sweep d.toml -o shards --quiet --shard 1/3; says "works on this shard of the sweep (1/3)"
expect 0 beside 1of3 "$weefsel" sweep d.toml -o shards --quiet --shard 2/3
expect 0 beside 1of3 "$weefsel" merge shards; same one shards
mv shards/shards/000004.h5 away.h5
expect 2 beside 1of3 "$weefsel" merge shards; says "a process works on shard 1/3 now: wait until"
mv away.h5 shards/shards/000004.h5
expect 0 "$weefsel" sweep d.toml -o shards --quiet
absent shards/shards/000001.h5.17-42-0.part

# Shards of other numbers go on with what is there; beside each other only where they have no file in common.
sum() { (cd mixed/shards && sha256sum ./*.h5 2>/dev/null); }
expect 0 "$weefsel" sweep d.toml -o mixed --batch 1 --quiet --shard 1/3
before=$(sum)
for i in 1 2 3; do expect 0 "$weefsel" sweep d.toml -o mixed --quiet --shard $i/4; done
[ "$(sum | grep -cF "$before")" -eq 4 ] || fail "files of a shard of three changed while shards of four were lived"
expect 2 "$weefsel" merge mixed; says "2 files of 12 are missing or broken (the first: mixed/shards/000008.h5)"
while_two_of_four() { flock --shared mixed/status.jsonl flock mixed/status-2of4.jsonl "$@"; }
expect 2 while_two_of_four "$weefsel" sweep d.toml -o mixed --quiet --shard 3/3
says "mixed/status-2of4.jsonl:1:1: another process works on shard 2/4, which has files in common with 3/3 (the first: 000006.h5)"
says "ask for --shard i/4 as it did"
expect 0 while_two_of_four "$weefsel" sweep d.toml -o mixed --quiet --shard 4/8
expect 0 "$weefsel" sweep d.toml -o mixed --shard 2/3 --json; prints '"finished_earlier": 3'
expect 0 "$weefsel" merge mixed
same one mixed

# Killed at any moment, with a torn last line, and resumed with the same command.
long=("$weefsel" sweep d.toml --batch 1 --threads 1 --quiet --set years=4)
expect 0 "${long[@]}" -o whole
setsid "${long[@]}" -o killed >/dev/null 2>&1 &
pid=$!
for _ in $(seq 400); do [ "$(find killed/shards -name '*.h5' 2>/dev/null | wc -l)" -ge 2 ] && break; sleep 0.02; done
kill -9 "$pid" && wait "$pid" 2>/dev/null
if [ -e killed/sweep.h5 ]; then echo "the sweep was over before it could be killed"; fi
kept=$(find killed/shards -name '*.h5' | wc -l)
printf '{"file": 3, "state": "do' >>killed/status.jsonl
expect 0 "$weefsel" status killed; prints "$kept runs of 12"
truncate -s 100 killed/shards/000001.h5  # as after a crash of the machine on a disk that lies
expect 0 "$weefsel" status killed; prints "done:    $((kept - 1)) run"
expect 2 "$weefsel" sweep d.toml -o killed --quiet --batch 1; says "--force"
expect 0 "${long[@]}" -o killed --json
prints "\"finished_earlier\": $((kept - 1))"
same whole killed

# Ctrl-C.
setsid "${long[@]}" -o stopped >/dev/null 2>"$outputs/err" &
pid=$!
for _ in $(seq 400); do [ "$(find stopped/shards -name '*.h5' 2>/dev/null | wc -l)" -ge 2 ] && break; sleep 0.02; done
kill -INT "$pid"; wait "$pid"; code=$?
[ "$code" -eq 3 ] || [ -e stopped/sweep.h5 ] || fail "exit code $code after Ctrl-C, expected 3"

# A point with which nothing can be lived fails, and the others do not.
printf 'network.halflife_friend,network.halflife_fellow_member\n9,3\n9,-5\n12,3\n' >points.csv
sed -e 's/"lhs"/"list"/; s/^points = 6/file = "points.csv"/; /uncertainties/,/fte/d' d.toml >list.toml
expect 1 "$weefsel" sweep list.toml -o list --quiet
says "2 of 6 runs failed"; says "halflife_fellow_member"; says "seed 7"
grep -q '"reason":".*halflife_fellow_member' list/status.jsonl || fail "status.jsonl does not say why a run failed"
expect 0 "$weefsel" status list; prints "halflife_fellow_member"
expect 1 "$weefsel" merge list
cp -r list sharded
mv sharded/status.jsonl sharded/status-1of2.jsonl
{ begun 3 2020-01-01T00:00:00Z; begun 4 2020-01-01T00:00:00Z; } >sharded/status.jsonl
expect 0 "$weefsel" status sharded; prints "failed:  2 runs"
for again in "" --json; do
    expect 1 "$weefsel" sweep list.toml -o part --batch 1 --shard 2/2 $again; says "1 of 3 runs failed"
done
prints '"finished_earlier": 3'; prints "halflife_fellow_member"
"$python" - <<'PY' || fail "a failed run is not empty, or another one is"
import sys, xarray
x = xarray.open_dataset("list/sweep.h5", engine="h5netcdf").social_cohesion
failed = xarray.open_dataset("list/sweep.h5", group="failed", engine="h5netcdf")
sys.exit(0 if x.sel(point=2).isnull().all() and x.sel(point=[1, 3]).notnull().all() and list(failed.point.values) == [2, 2] else 1)
PY

# Wrong designs.
wrong() { sed "$1" d.toml >wrong.toml; expect 2 "$weefsel" sweep wrong.toml -o wrong; says "$2"; absent wrong; }
wrong 's/halflife_friend/halflife_frend/' 'did you mean network.halflife_friend?'
wrong 's/option.structural/option.structral/' 'wrong.toml:10:1: option.structral.line.1.buys.1.fte is no setting'
wrong 's/social_cohesion/social_cohesoin/' 'did you mean social_cohesion?'
wrong 's/years = \[1\]/years = [1, 30]/' 'from 1 to 1'
wrong 's/"lhs"/"sobol2"/' 'wrong.toml:3:1: kind must be'
wrong 's/small.toml/none.toml/' 'none.toml'
sed 's/points = 6/points = 600/' d.toml >wrong.toml
expect 2 "$weefsel" sweep wrong.toml -o wrong --batch 1 --replicates 100000
says "a sweep has up to 10000000 files; found 60000000"; absent wrong
expect 2 "$weefsel" sweep other.toml -o one --quiet; says "--force"
touch one/sensitivity_notes.csv one/predictions.csv one/predictions_notes.csv one/mine.txt
expect 0 "$weefsel" sweep other.toml -o one --quiet --force --shard 1/3
[ "$(find one/shards -name '*.h5' | wc -l)" -eq 4 ] || fail "a sweep that replaces another has the size of its files"
expect 0 "$weefsel" sweep other.toml -o one --quiet --force
absent one/sensitivity_notes.csv one/predictions.csv one/predictions_notes.csv; there one/mine.txt
expect 2 "$weefsel" status nowhere; says "nowhere/manifest.json"
finish
