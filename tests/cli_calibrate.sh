#!/bin/bash
# A fit of a tiny neighbourhood: a posterior that other commands read, the same after an interruption and for
# any number of threads; progress, files that are wrong, and folders of other fits.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml 's/^years = 2/years = 1/' 's/^replicates = 4/replicates = 1/'
cat >targets.toml <<'TOML'
title = "Tiny"
scenario = "small.toml"
[search]
particles = 24
generations = 3
minimal_acceptance = 0.05
runs = 400
rows = 10
[[target]]
quantity = "lonely"
value = 46
tolerance = 3
unit = "%"
source = "example"
[[target]]
indicator = "healthy"
value = 0.75
tolerance = 0.02
unit = "1"
source = "example"
[free]
"wellbeing.loneliness_level" = { spread = 0.5, scale = "linear" }
"survey.healthy_level" = { low = 1.6, high = 3.6 }
"cohesion.trust_usual" = {}
TOML

expect 0 "$weefsel" calibrate targets.toml -o whole --threads 2
says "generation 1 of 3"; says "accepted in"; says "left:"; says "distance below"
prints "to prior"; prints "recovered"; prints "survey.healthy_level"; prints "seed 7"
there whole/posterior.csv whole/generations.csv whole/parameters.csv whole/figures.csv whole/left_out.csv whole/runs.csv
[ "$(grep -vc '^#' whole/posterior.csv)" -eq 11 ] || fail "not 10 sets and a header"
grep -v '^#' whole/posterior.csv | head -1 |
    grep -qx 'wellbeing.loneliness_level,survey.healthy_level,cohesion.trust_usual' || fail "the header is not the names"

# Two figures teach two parameters; of the third the prior alone is known.
python3 - whole/parameters.csv <<'PY' || fail "what was learnt is not where the figures are"
import csv, sys
width = {r["parameter"]: float(r["width_to_prior"]) for r in csv.DictReader(open(sys.argv[1]))}
assert width["survey.healthy_level"] < 0.8, width
assert width["cohesion.trust_usual"] > 0.5, width
PY
# Made-up data give back what they teach; each figure is expected from the other one.
python3 - whole <<'PY' || fail "made-up data or figures left out do not say what they should"
import csv, sys
back = {r["parameter"]: float(r["recovered_r"]) for r in csv.DictReader(open(sys.argv[1] + "/parameters.csv"))}
assert back["survey.healthy_level"] > 0.5, back
left = list(csv.DictReader(open(sys.argv[1] + "/left_out.csv")))
assert [r["figure"] for r in left] == ["lonely", "healthy"] and all(float(r["lower"]) < float(r["upper"]) for r in left), left
PY

# The sets of one fit are the prior of the next: its columns are free there, with others or without, and there is one generation.
sed '1i prior = "whole/posterior.csv"' targets.toml | sed 's/^generations = 3/generations = 1/; s/^particles = 24/particles = 10/' >next.toml
expect 0 "$weefsel" calibrate next.toml -o next --quiet
[ "$(tail -1 next/generations.csv | cut -d, -f1-4)" = "1,,10,10" ] || fail "not one run a set: $(tail -1 next/generations.csv)"
sed 's/^generations = 1/generations = 2/' next.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says 'wrong.toml:1:1'; says 'allowed with the sets of an earlier fit is generations = 1'
sed 's/"cohesion.trust_usual"/"cohesion.belonging_level"/; s/= {}/= { spread = 0.4, scale = "linear" }/' next.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says 'a column cohesion.trust_usual, which is not in [free]'; absent no
echo '"network.street_chance" = {}' | cat next.toml - >more_free.toml
expect 0 "$weefsel" calibrate more_free.toml -o more_free --quiet
grep -v '^#' more_free/posterior.csv | head -1 | grep -q 'trust_usual,network.street_chance' || fail "what is free besides is not fitted"

# interrupted FOLDER COMMAND...: interrupts a command as soon as it has kept new runs in its folder.
interrupted() {
    local folder=$1 before job
    shift
    before=$(cat "$folder/runs.csv" 2>/dev/null)
    "$@" >"$outputs/out" 2>"$outputs/err" &
    job=$!
    while kill -0 "$job" 2>/dev/null; do
        [ -s "$folder/runs.csv" ] && [ "$(cat "$folder/runs.csv")" != "$before" ] && break
        sleep 0.02
    done
    kill -INT "$job" 2>/dev/null
    wait "$job"
    code=$?
}

# Interrupted (twice), the same command goes on, with another number of threads, to the same posterior.
for _ in 1 2; do
    interrupted broken "$weefsel" calibrate targets.toml -o broken --threads 1
    [ "$code" -eq 3 ] || fail "exit code $code after an interruption"
    says "The same command goes on from there"
done
absent broken/posterior.csv
expect 0 "$weefsel" calibrate targets.toml -o broken --threads 2 --json
python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); assert len(d["parameters"]) == 3 and d["rows"] == 10' \
    "$outputs/out" || fail "the result is no JSON of the form that was promised"
cmp -s whole/posterior.csv broken/posterior.csv || fail "an interruption changes the posterior"
expect 0 "$weefsel" calibrate targets.toml -o whole; says "0 new runs"

# A figure may be what an option does: participation falls where the community centre is closed, and so much more the more the place
# is worth. Levels are measured in the reference, whatever other options are lived.
cat >contrast.toml <<'TOML'
scenario = "small.toml"
[search]
particles = 24
generations = 2
minimal_acceptance = 0.05
runs = 200
rows = 10
[[target]]
indicator = "participation"
option = "structural"
against = "nothing"
value = 0.03
tolerance = 0.005
unit = "1"
source = "example"
[[target]]
quantity = "lonely"
value = 46
tolerance = 3
unit = "%"
source = "example"
[free]
"meeting_place.home" = { low = 1, high = 6 }
TOML
printf '[[option]]\nname = "nothing"\n' >>small.toml
expect 0 "$weefsel" calibrate contrast.toml -o contrast --threads 2; prints "participation@structural-nothing"
head -2 contrast/runs.csv | tail -1 | grep -qx 'generation,attempt,participation@structural-nothing,lonely' || fail "a difference has no name"
python3 - contrast/runs.csv <<'PY' || fail "what an option does is not what was measured"
import csv, sys
rows = [r for r in csv.reader(open(sys.argv[1])) if not r[0].startswith("#")][1:]
effect = [float(r[2]) for r in rows if len(r) == 4]
assert max(effect) > 0.02 and all(-0.3 < e < 1 for e in effect), effect
PY
sed 's/against = "nothing"/against = "nothin"/' contrast.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says 'did you mean nothing'; absent no
sed 's/against = "nothing"/against = "structural"/' contrast.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says 'wrong.toml:11:1'
sed -i '/^\[\[option\]\]$/{N;/name = "nothing"/d}' small.toml

# When to stop may change: more generations go on from the runs that are kept.
sed 's/^generations = 3/generations = 4/' targets.toml >longer.toml
cp -r whole longer
expect 0 "$weefsel" calibrate longer.toml -o longer; says "generation 4 of 4"

# Others read it: fitted sets in every draw, the rest from the prior, or the prior alone.
expect 0 "$weefsel" compare small.toml --draws 3 --replicates 1 --set posterior=whole/posterior.csv -o drawn
says "3 parameters come together from the posterior (10"
expect 0 "$weefsel" compare small.toml --draws 3 --replicates 1 --prior -o prior; says "come from their prior"
expect 0 "$weefsel" compare small.toml --draws 3 --replicates 1 -o usual; says "come together from the posterior"
# A scenario that a run left holds the sets of its draws: with fewer draws the first, with one none, with more a way out.
cp drawn/scenario-resolved.toml held.toml
expect 0 "$weefsel" compare held.toml --draws 2 --replicates 1 -o two; says "3 parameters come together from the posterior (10"
expect 0 "$weefsel" compare held.toml --draws 1 --replicates 1 -o one
expect 0 "$weefsel" run held.toml --option projects --draws 1 --replicates 1 -o one_option
expect 2 "$weefsel" compare held.toml --draws 5 -o no; says "found 3 sets"; says "--prior"
expect 0 "$weefsel" compare held.toml --draws 5 --replicates 1 --prior -o more; says "come from their prior"
echo '{"id": 1}' | expect 0 "$weefsel" serve-runs held.toml --quiet; prints '"id":1'
printf 'scenario = "held.toml"\n[design]\nkind = "lhs"\npoints = 2\n[uncertainties]\n"network.halflife_friend" = { low = 6, high = 18 }\n' >held_design.toml
expect 0 "$weefsel" sweep held_design.toml -o held_sweep --quiet
expect 2 "$weefsel" compare small.toml --draws 3 --set posterior=nowhere.csv -o no; says "posterior: there is no file"
sed 's/^[0-9.-]*,/999,/' whole/posterior.csv >bad.csv
expect 2 "$weefsel" compare small.toml --draws 3 --set posterior=bad.csv -o no; says "allowed is -8 to 5"

# --force keeps the runs of this very fit, so that the command that is said after an interruption goes on.
head -40 broken/runs.csv >"$outputs/some"
mkdir forced && cp "$outputs/some" forced/runs.csv
expect 0 "$weefsel" calibrate targets.toml -o forced --force; says "(38 were kept)"
cmp -s whole/posterior.csv forced/posterior.csv || fail "--force changes the posterior of the same fit"
sed '3s/,.*/,x/' forced/runs.csv >"$outputs/some" && cp "$outputs/some" forced/runs.csv
expect 2 "$weefsel" calibrate targets.toml -o forced; says "forced/runs.csv:3:1"
expect 0 "$weefsel" calibrate targets.toml -o forced --force; says "(0 were kept)"

# One command at a time: another one in the same folder is refused, with --force too, and takes nothing away.
mkdir left && touch left/posterior.csv.17-42-0.part left/ro-crate-metadata.json.17-42-0.part left/mine.csv.17-42-0.part
cp forced/runs.csv left && expect 0 "$weefsel" calibrate targets.toml -o left --quiet
[ "$(ls left | grep part)" = mine.csv.17-42-0.part ] || fail "a killed calibration left something, or something else is gone"
exec 9<forced && flock -n 9 || fail "the folder cannot be locked"
cp forced/runs.csv "$outputs/some"
for force in "" --force; do
    expect 2 "$weefsel" calibrate targets.toml -o forced --seed 7 $force; says "another process works in this folder"
done
expect 2 "$weefsel" calibrate targets.toml -o forced --seed 8 --force; says "another process works in this folder"
cmp -s forced/runs.csv "$outputs/some" && [ -e forced/posterior.csv ] || fail "a refused command took something away"
exec 9<&-

# Results of another fit are gone as soon as --force begins anew, not only when it ends.
interrupted forced "$weefsel" calibrate targets.toml -o forced --seed 8 --force --threads 1
[ "$code" -eq 3 ] || fail "exit code $code after an interruption"
absent forced/posterior.csv forced/parameters.csv forced/figures.csv forced/generations.csv
cmp -s forced/runs.csv "$outputs/some" && fail "runs of another fit are still there"

# A generation too small for the regression is not said to be moved by it.
grep -q '^# .*; moved by regression$' whole/posterior.csv || fail "the posterior does not say that it was moved"
sed 's/^particles = 24/particles = 8/; s/^generations = 3/generations = 1/' targets.toml >few.toml
expect 0 "$weefsel" calibrate few.toml -o few --quiet
grep -q '^# .*; not moved by regression, for which 8 particles are too few$' few/posterior.csv || fail "the posterior says that it was moved"

# A folder of another fit is refused; --force begins anew.
expect 2 "$weefsel" calibrate targets.toml -o whole --seed 8; says "holds runs of another calibration"
expect 0 "$weefsel" calibrate targets.toml -o whole --seed 8 --force --quiet
cmp -s whole/posterior.csv broken/posterior.csv && fail "another seed gives the same posterior"

# Wrong input: every place at once, nothing made.
sed 's/"lonely"/"lonley"/; s/^tolerance = 3/tolerance = -3/; s/trust_usual/trust_usal/' targets.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no
says "did you mean lonely?"; says "wrong.toml:12:1"; says "did you mean cohesion.trust_usual?"
sed 's/"wellbeing.loneliness_level" = .*/"wellbeing.event_retirement" = { spread = 0.5 }/' targets.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says 'allowed here is "linear"'
sed 's/small.toml/nowhere.toml/' targets.toml >wrong.toml
expect 2 "$weefsel" calibrate wrong.toml -o no; says "wrong.toml:2:1: scenario: there is no file nowhere.toml"
expect 2 "$weefsel" calibrate absent.toml; says "absent.toml"
absent no
# What cannot be measured in any run is said with the reason, not searched for.
sed 's/"lonely"/"ties_retained"/; s/^runs = 400/runs = 24/' targets.toml >short.toml
expect 2 "$weefsel" calibrate short.toml -o no
says "short.toml:1:1: no run of the prior succeeded"; says "ties_retained could not be measured"
finish
