#!/bin/bash
# Indices of any model's outputs and of a sweep: closed forms, rows that failed, and files that are wrong.
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3

# value FILE OUTPUT FACTOR INDEX LOW HIGH: the value lies between.
value() {
    awk -F, -v o="$2" -v f="$3" -v i="$4" -v low="$5" -v high="$6" \
        '$1==o && $2==f && $3==i {found=1; ok=($4>=low && $4<=high && $5<=$4 && $4<=$6); v=$4} END {if(!found || !ok) {print o, f, i, v; exit 1}}' \
        "$1" || fail "$4 of $3 is not between $5 and $6"
}

# Sobol': a design of free factors, evaluated outside; Ishigami has S1 0.3139 0.4424 0, ST 0.5576 0.4424 0.2437.
cat >free.toml <<'TOML'
[design]
kind = "sobol"
points = 1024
[uncertainties]
x1 = { low = -3.141592653589793, high = 3.141592653589793 }
x2 = { low = -3.141592653589793, high = 3.141592653589793 }
x3 = { low = -3.141592653589793, high = 3.141592653589793 }
TOML
ishigami() { awk -F, 'NR==1 {print "ishigami,flat"; next} {printf "%.17g,3\n", sin($1) + 7*sin($2)^2 + 0.1*$3^4*sin($1)}' "$1"; }
expect 0 "$weefsel" design free.toml -o points.csv --quiet
ishigami points.csv >outputs.csv
expect 0 "$weefsel" sensitivity --design points.csv --values outputs.csv
cp "$outputs/out" indices.csv
[ "$(head -1 indices.csv)" = "output,factor,index,value,lower,upper" ] || fail "the header is another one"
[ "$(wc -l <indices.csv)" -eq 13 ] || fail "two outputs of three factors do not have twelve indices"
value indices.csv ishigami x1 S1 0.26 0.37; value indices.csv ishigami x1 ST 0.50 0.61
value indices.csv ishigami x2 S1 0.39 0.49; value indices.csv ishigami x3 ST 0.19 0.29
grep -q '^flat,x1,S1,,,$' indices.csv || fail "an output that does not vary has an index"
says "method sobol"; says "no index: the output does not vary"; says "seed 1"
expect 0 "$weefsel" sensitivity --design points.csv --values outputs.csv --indicator ishigami -o out --threads 2
prints "S1 (95 %)"; says "out/sensitivity.csv"; absent out/sensitivity_notes.csv
grep -v '^flat' indices.csv | cmp -s - out/sensitivity.csv || fail "the number of threads changes an index"
mv points.csv outside.csv && rm free.toml   # from here on nothing but the table tells what the design is
expect 0 "$weefsel" sensitivity --design outside.csv --values outputs.csv --quiet
cmp -s indices.csv "$outputs/out" || fail "the points alone do not tell what design they are"

# A row that failed: its block is left out and said, in words, in the notes and in JSON.
awk -F, -v OFS=, 'NR==8 {$1="NaN"} {print}' outputs.csv >holes.csv
expect 0 "$weefsel" sensitivity --design outside.csv --values holes.csv --quiet -o holes_indices.csv
says "1 of 1024 blocks left out: no value in row 7"
grep -q "blocks_left_out,1" holes_indices_notes.csv || fail "the notes do not say what was left out"
expect 0 "$weefsel" sensitivity --design outside.csv --values holes.csv --json --quiet
"$python" - "$outputs/out" <<'PY' || fail "the result is no JSON of the form that was promised"
import json, sys
r = json.load(open(sys.argv[1]))
assert r["method"] == "sobol" and r["points"] == 5120 and r["factors"] == ["x1", "x2", "x3"]
assert any(n["note"] == "blocks_left_out" and n["value"] == 1 and "row 7" in n["text"] for n in r["notes"])
assert {i["index"] for i in r["indices"]} == {"S1", "ST"}
assert [i["value"] for i in r["indices"] if i["output"] == "flat"] == [None] * 6
PY

# Morris, and points of no design at all.
cat >morris.toml <<'TOML'
[design]
kind = "morris"
points = 20
[uncertainties]
a = { low = 10, high = 20 }
b = { low = 0, high = 1 }
TOML
expect 0 "$weefsel" design morris.toml -o morris.csv --quiet
awk -F, 'NR==1 {print "y"; next} {print $1 - 4*$2}' morris.csv >morris_outputs.csv
expect 0 "$weefsel" sensitivity --design morris.csv --values morris_outputs.csv --quiet -o effects.csv
value effects.csv y a mu 9.999 10.001; value effects.csv y b mu -4.001 -3.999
value effects.csv y b mu_star 3.999 4.001; value effects.csv y a sigma -0.001 0.001
head -61 outside.csv >few.csv
awk -F, 'NR==1 {print "y"; next} {print 2*$1 + $2}' few.csv >few_outputs.csv
sed -n '1p;3~3p' few.csv >scattered.csv; sed -n '1p;3~3p' few_outputs.csv >scattered_outputs.csv
expect 0 "$weefsel" sensitivity --design scattered.csv --values scattered_outputs.csv -o emulated.csv
says "emulator"; value emulated.csv y x1 S1 0.6 0.95; value emulated.csv y x3 ST -0.01 0.05
expect 0 "$weefsel" sensitivity --design few.csv --values few_outputs.csv -o emulated.csv --method emulator --quiet

# Points of one factor are no trajectories because there is an even number of them, design or not.
printf '[design]\nkind = "lhs"\npoints = 40\n[uncertainties]\nx = { low = 0, high = 1 }\n' >one.toml
expect 0 "$weefsel" design one.toml -o one.csv --quiet
awk -F, 'NR==1 {print "y"; next} {print $1 + 0.1*sin(1000*$1)}' one.csv >one_outputs.csv
expect 0 "$weefsel" sensitivity --design one.csv --values one_outputs.csv -o one_indices.csv
says "method emulator"; value one_indices.csv y x S1 0.85 1.1
expect 2 "$weefsel" sensitivity --design one.csv --values one_outputs.csv --method morris; says "all steps equally large"
cp one.csv alone.csv   # no design beside it
expect 0 "$weefsel" sensitivity --design alone.csv --values one_outputs.csv -o one_indices.csv; says "method emulator"

# Outputs too small to square, or too large for the emulator's arithmetic, take no other along.
awk -F, 'NR==1 {print "tiny,vast,y"; next} {print $1*1e-300 "," $1*1e154 "," $1}' one_outputs.csv >tiny_outputs.csv
expect 0 "$weefsel" sensitivity --design one.csv --values tiny_outputs.csv --method emulator -o tiny_indices.csv
prints "no index: the output does not vary"; prints "no index: no surface could be fitted"; value tiny_indices.csv y x S1 0.85 1.1
grep -q '^tiny,x,S1,,,$' tiny_indices.csv || fail "an output too small to square has an index"

# What an emulator predicts at other points, columns in any order.
printf 'x3,x1,x2\n0,1,-1\n1,0.5,2\n' >asked.csv
expect 0 "$weefsel" sensitivity --design scattered.csv --values scattered_outputs.csv --predict asked.csv --quiet
awk -F, 'NR==2 {a=($3>0.5 && $3<1.5 && $4<=$3 && $3<=$5)} NR==3 {b=($3>2.5 && $3<3.5)} END {exit !(a && b && NR==3)}' "$outputs/out" || fail "2 x1 + x2 is not predicted"
expect 0 "$weefsel" sensitivity --design scattered.csv --values scattered_outputs.csv --predict asked.csv --json --quiet -o predicted.csv
prints '"run_lower"'; there predicted.csv

# What knowing a factor would be worth for a choice between nothing and x1 + x2 / 10; x3 decides nothing.
# E max(0, x1) of -pi..pi is pi / 4.
awk -F, 'NR==1 {print "nothing,something,cost"; next} {printf "0,%.9g,-100\n", $1 + $2/10}' few.csv >benefits.csv
expect 0 "$weefsel" sensitivity --design few.csv --values benefits.csv --worth -o worth.csv
[ "$(head -1 worth.csv)" = "output,factor,value,lower,upper" ] || fail "the header of worth is another one"
worth() {  # worth FACTOR LOW HIGH
    awk -F, -v f="$1" -v low="$2" -v high="$3" '$2==f {found=1; ok=($3>=low && $3<=high && $4<=$3 && $3<=$5)} END {exit !(found && ok)}' worth.csv ||
        fail "the worth of $1 is not between $2 and $3"
}
worth x1 0.6 0.95; worth x3 0 0.02; worth "(all)" 0.6 0.95
prints "worth knowing (95 %)"; prints "is best on average"; there worth_notes.csv
expect 0 "$weefsel" sensitivity --design few.csv --values benefits.csv --worth --json --quiet --indicator nothing --indicator cost
"$python" - "$outputs/out" <<'PY' || fail "worth is no JSON of the form that was promised"
import json, sys
r = json.load(open(sys.argv[1]))
assert [w["factor"] for w in r["worth"]] == ["(all)", "x1", "x2", "x3"]
assert all(w["value"] == w["upper"] == 0 for w in r["worth"]) and all(w["output"] == "net_benefit" for w in r["worth"])
PY

# A file beside the points that is no design of theirs is said and not used.
echo "title = 3" >design.toml
expect 0 "$weefsel" sensitivity --design few.csv --values few_outputs.csv; says "design.toml cannot be read as a design and is not used"
rm design.toml

# Pairs of factors: of Ishigami x1 and x3 make 0.2437 together. A design without the rows says what to write.
mkdir pairs
printf '[design]\nkind = "sobol"\npoints = 1024\nsecond_order = true\n[uncertainties]\n' >pairs/pairs.toml
for x in x1 x2 x3; do echo "$x = { low = -3.141592653589793, high = 3.141592653589793 }"; done >>pairs/pairs.toml
expect 0 "$weefsel" design pairs/pairs.toml -o pairs/points.csv --quiet
[ "$(wc -l <pairs/points.csv)" -eq 8193 ] || fail "a design of 1,024 base points for pairs of 3 factors has not 8,192 rows"
ishigami pairs/points.csv >pairs/outputs.csv
expect 0 "$weefsel" sensitivity --design pairs/points.csv --values pairs/outputs.csv --second-order --indicator ishigami -o pairs/indices.csv
prints "together, beyond each alone"; prints "x1:x3"
value pairs/indices.csv ishigami x1:x3 S2 0.19 0.30; value pairs/indices.csv ishigami x1:x2 S2 -0.05 0.05
value pairs/indices.csv ishigami x1 ST 0.50 0.61
expect 0 "$weefsel" sensitivity --design pairs/points.csv --values pairs/outputs.csv --indicator ishigami -o pairs/plain.csv; says "--second-order uses them"
grep -v ,S2, pairs/indices.csv | cmp -s - pairs/plain.csv || fail "--second-order changes an index of one factor"
expect 2 "$weefsel" sensitivity --design outside.csv --values outputs.csv --second-order
says "outside.csv:1:1: --second-order needs blocks of 8 rows"; says "second_order = true under [design]"
expect 2 "$weefsel" sensitivity --design pairs/points.csv --values pairs/outputs.csv --second-order --method emulator; says "leave --method"
sed 's/"sobol"/"lhs"/' pairs/pairs.toml >wrong.toml; expect 2 "$weefsel" design wrong.toml; says 'wrong.toml:4:1: second_order goes with kind = "sobol" only'

# Given data: S1 from any points, beside what a factor that does nothing gets.
expect 0 "$weefsel" sensitivity --design outside.csv --values outputs.csv --method given-data --indicator ishigami -o given.csv
says "method given-data"; prints "S1_permuted"; prints "no larger than of a factor that does nothing"
value given.csv ishigami x1 S1 0.28 0.35; value given.csv ishigami x2 S1 0.41 0.47; value given.csv ishigami x3 S1 -0.01 0.02
value given.csv ishigami x3 S1_permuted -0.005 0.005

# A design that is too small is warned of, on the screen however quiet, in the notes and in JSON.
head -41 outside.csv >tiny.csv; head -41 outputs.csv >tiny_values.csv
expect 0 "$weefsel" sensitivity --design tiny.csv --values tiny_values.csv --indicator ishigami -o tiny_indices.csv
prints "warning: an interval"; prints "times as many points"
says "warning: the design is too small for indices of 1 of 1 output; tiny_indices_notes.csv says which"
grep -qE '^ishigami,(total_above_1|interval_too_wide|interval_undecided),[0-9]+,"?warning: ' tiny_indices_notes.csv || fail "the notes do not warn"
expect 0 "$weefsel" sensitivity --design tiny.csv --values tiny_values.csv --quiet --json
says "warning: the design is too small for indices of 1 of 2 outputs"; prints '"text": "warning: '
expect 0 "$weefsel" sensitivity --design outside.csv --values outputs.csv --indicator ishigami --quiet
if grep -q warning "$outputs/err"; then fail "1,024 base points are said to be too few"; fi

# Boxes: y is 1 where x1 is above 1 and x2 below 0, nothing else.
awk -F, 'NR==1 {print "y,half"; next} {print ($1 > 1 && $2 < 0) "," $3}' outside.csv >corner.csv
expect 0 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim --above 0.5 --indicator y --boxes 2 --density 0.95 -o boxes.csv
prints "simulations in which y is above 0.5"; prints "quasi-p"; prints "coverage "; says "method prim"; says "Boxes: boxes.csv"
awk -F, 'NR==1 {ok=($0=="output,box,factor,lower,upper,quasi_p,coverage,density,mass,inside,of_interest")}
    $2==1 && $3=="x1" {a=($4>0.8 && $4<1.2 && $5=="" && $6<0.001 && $7>0.9 && $8>=0.95)}
    $2==1 && $3=="x2" {b=($5>-0.2 && $5<0.2 && $4=="" && $6<0.001)} END {exit !(ok && a && b)}' boxes.csv || { fail "the corner is not found"; cat boxes.csv; }
expect 0 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim --below 0.5 --density 0.97 --indicator y --json --quiet
"$python" - "$outputs/out" <<'PY' || fail "boxes are no JSON of the form that was promised"
import json, sys
r = json.load(open(sys.argv[1]))
box, = r["boxes"]
assert r["method"] == "prim" and box["of_interest"] == "y is below 0.5" and box["density"] >= 0.97 and 0 < box["coverage"] <= 1
assert all(l["factor"] in ("x1", "x2", "x3") and (l["lower"] is None or l["upper"] is None or l["lower"] < l["upper"]) for l in box["limits"])
PY
expect 0 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim --below 0.5 --indicator y --quiet; says "so dense is the whole already"
expect 0 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim --above 2 --indicator y --quiet; says "no box: in none of 5120 rows y is above 2"
expect 2 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim; says "--above VALUE or --below VALUE"
expect 2 "$weefsel" sensitivity --design outside.csv --values corner.csv --above 1; says "--prim"
expect 2 "$weefsel" sensitivity --design outside.csv --values corner.csv --prim --above 1 --worth; says "leave --method"

# Wrong input: every place at once, exit code 2, nothing written.
refused() { expect 2 "$weefsel" sensitivity -o there.csv "$@"; absent there.csv; }
head -5000 outputs.csv >short.csv
refused --design outside.csv --values short.csv; says "short.csv:1:1: has 4999 rows of values where outside.csv has 5120 points"
awk -F, -v OFS=, 'NR==3 {$2="three"} NR==9 {$1="1e"} {print}' outputs.csv >text.csv
refused --design outside.csv --values text.csv; says 'text.csv:3:'; says 'flat must be a number'; says 'found "three"'; says 'text.csv:9:1: ishigami'
refused --design outside.csv --values outputs.csv --indicator ishigmai; says "did you mean ishigami?"
refused --design scattered.csv --values scattered_outputs.csv --method sobol; says "scattered.csv:"; says "blocks of 5 rows"
refused --design scattered.csv --values scattered_outputs.csv --method morris; says "trajectories of 4 rows"
tail -n +2 outputs.csv >nameless.csv
refused --design outside.csv --values nameless.csv; says "the first line names the outputs"
refused --design outside.csv; says "--values"
refused --design scattered.csv --values scattered_outputs.csv --predict morris.csv; says "morris.csv:1:1: \"a\" is no factor"
refused --design scattered.csv --values scattered_outputs.csv --predict asked.csv --method sobol; says "--predict"
refused --design outside.csv --values absent.csv; says "absent.csv"
refused --design outside.csv --values outputs.csv --year 4; says "--year"
refused --design few.csv --values benefits.csv --worth --predict asked.csv; says "not both"
refused --design few.csv --values benefits.csv --worth --method sobol; says "leave --method out"
refused --design few.csv --values few_outputs.csv --worth; says "few_outputs.csv:1:1: --worth needs two outputs or more"; says "found 1"
printf '[design]\nkind = "grid"\n[levers]\na = [1, 2, 3]\nb = [1, 2, 3]\n' >chosen.toml
{ echo u,v; yes 1,2 | head -9; } >chosen_values.csv
refused --design chosen.toml --values chosen_values.csv --worth; says "chosen.toml:1:1: --worth is of what nobody chooses, but a, b"
refused; says "needs the folder of a sweep"
refused nowhere; says "nowhere/manifest.json"
refused nowhere --design outside.csv --values outputs.csv; says "not both"

# A sweep of a small scenario.
small_scenario small.toml 's/^years = 2/years = 1/'
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "sobol"
points = 2
replicates = 2
[uncertainties]
"network.halflife_friend" = { low = 6, high = 18 }
"network.halflife_fellow_member" = { low = 3, high = 12, distribution = "loguniform" }
[outputs]
indicators = ["social_cohesion", "population"]
years = [1]
TOML
expect 0 "$weefsel" sweep d.toml -o swept --quiet
expect 0 "$weefsel" sensitivity swept
prints "social_cohesion@structural-projects@y1"; prints "of what the indices divide"; there swept/sensitivity.csv swept/sensitivity_notes.csv
grep -q '^social_cohesion@projects@y1,network.halflife_friend,ST,' swept/sensitivity.csv || fail "no total index of a factor of the sweep"
[ "$(wc -l <swept/sensitivity.csv)" -eq 25 ] || fail "two indicators, two options and a difference do not have 24 indices"
expect 0 "$weefsel" sensitivity swept --indicator social_cohesion --option structural --year 1 --json --quiet
"$python" - "$outputs/out" <<'PY' || fail "the outputs of a sweep are not those that were asked for"
import json, sys
r = json.load(open(sys.argv[1]))
assert {i["output"] for i in r["indices"]} == {"social_cohesion@structural@y1", "social_cohesion@structural-projects@y1"}
PY
expect 2 "$weefsel" sensitivity swept --indicator cohesion_social --year 7 --option nobody
says "no indicator cohesion_social"; says "no year 7; it has 1"; says "no option nobody"

# Boxes and given data of a sweep.
expect 0 "$weefsel" sensitivity swept --prim --indicator population --option structural --above 0; prints "no box: in all of 8 rows"; there swept/boxes.csv
expect 0 "$weefsel" sensitivity swept --method given-data --indicator population --option structural; prints "fewer than 16 rows have a value"
expect 2 "$weefsel" sensitivity swept --second-order; says "needs blocks of 6 rows"

# What it would be worth to know them, for the choice between the options of the sweep.
expect 0 "$weefsel" sensitivity swept --worth
prints "social_cohesion@y1"; prints "network.halflife_friend"; there swept/worth.csv swept/worth_notes.csv
grep -q '^social_cohesion@y1,(all),' swept/worth.csv || fail "no worth of knowing all"
if grep -q population swept/worth.csv; then fail "an indicator without direction has a worth"; fi
expect 2 "$weefsel" sensitivity swept --worth --indicator population --option structural
says "population has no better direction"; says "two options or more to choose between; found 1"

# Runs that fail because nothing can be lived at their point: the block is left out and its rows are named.
printf '%s\n' network.halflife_friend,network.halflife_fellow_member 9,3 12,3 9,5 12,5 10,4 15,4 10,-5 15,-5 8,6 14,6 8,9 14,9 >points.csv
sed -e 's/"sobol"/"list"/; s/^points = 2/file = "points.csv"/; /uncertainties/,/loguniform/d' d.toml >list.toml
expect 1 "$weefsel" sweep list.toml -o list --quiet
expect 0 "$weefsel" sensitivity list --quiet --indicator social_cohesion
says "social_cohesion@structural-projects@y1: 1 of 3 blocks left out: no value in row 7, 8"
grep -q 'blocks_left_out,1' list/sensitivity_notes.csv || fail "the notes of a sweep do not say what was left out"
rm swept/sweep.h5; expect 2 "$weefsel" sensitivity swept; says "weefsel merge"
finish
