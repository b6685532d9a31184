#!/bin/bash
# From a name to a report: a table of figures is looked up, a scenario is made of what is found, and it runs.
source "$(dirname "$0")/cli_helpers.bash" "$1"
unset WEEFSEL_FIGURES
{
    echo "gwb_code_10;regio;gm_naam;recs;a_inw;a_00_14;a_15_24;a_25_44;a_45_64;a_65_oo;a_hh;g_hhgro;p_ink_li"
    echo "GM0001;Dorp;Dorp;Gemeente;1000;170;120;260;280;170;450;2,2;44"
    echo "WK000101;Wijk 01 Kern;Dorp;Wijk;600;100;70;160;170;100;280;2,1;."
    echo "BU00010101;Zambesidreef;Dorp;Buurt;300;60;40;80;80;40;120;2,5;."
    echo "BU00010102;Centrum;Dorp;Buurt;300;40;30;80;90;60;160;1,9;41,5"
    echo "BU00010103;Leeg;Dorp;Buurt;0;0;0;0;0;0;0;.;."
    echo "GM0002;Súdwest-Fryslân;Súdwest-Fryslân;Gemeente;500;80;60;130;140;90;230;2,1;39"
    echo "WK000201;Centrum;Súdwest-Fryslân;Wijk;500;80;60;130;140;90;230;2,1;39"
} >kwb-2023.csv

# Looking up.
expect 2 "$weefsel" neighbourhoods; says "--figures FILE"; says "WEEFSEL_FIGURES"; says "cbs.nl"
expect 0 "$weefsel" neighbourhoods --figures kwb-2023.csv
prints "BU00010101  buurt        Zambesidreef"; prints "3 neighbourhoods"; prints "not simulated"; says "7 of 7 rows"
says "figures of 2023"; prints "in so many of these rows"; prints "low_income (1)"
export WEEFSEL_FIGURES=kwb-2023.csv
expect 0 "$weefsel" neighbourhoods --at-most 2; prints "and 5 more"
expect 0 "$weefsel" neighbourhoods --find sudwest; prints "GM0002"; prints "municipality"
expect 0 "$weefsel" neighbourhoods --find zambesi
prints "low_income"; says "weefsel new my-neighbourhood --figures kwb-2023.csv --code BU00010101"
expect 0 "$weefsel" neighbourhoods --find leeg; prints "Cannot be simulated: no residents"
expect 0 "$weefsel" neighbourhoods --find "Centrum, Dorp"; prints "BU00010102"; says "1 of 7 rows"
expect 0 "$weefsel" neighbourhoods --find Centrum --municipality GM0002; prints "WK000201"; says "1 of 7 rows"
expect 2 "$weefsel" neighbourhoods --find zambezidreef; says "names like it are"; says "BU00010101"
expect 2 "$weefsel" neighbourhoods --find qqqqqqqq; says 'found "qqqqqqqq", which is no name in kwb-2023.csv'
expect 2 "$weefsel" neighbourhoods --figures absent.csv; says "absent.csv"
expect 0 "$weefsel" neighbourhoods --find centrum --json
python3 - "$outputs/out" <<'PY' || fail "the JSON is not of the form that was promised"
import json, sys
found = json.load(open(sys.argv[1]))
assert found["year"] == 2023 and [n["code"] for n in found["neighbourhoods"]] == ["BU00010102", "WK000201"]
first = found["neighbourhoods"][0]
assert first["kind"] == "buurt" and first["municipality"] == "Dorp" and first["residents"] == 300
assert first["can_be_simulated"] and "poverty" in first["missing"] and first["filled"]
PY

# From a name to a report.
expect 0 "$weefsel" new zambesi --find Zambesidreef; there zambesi.toml
grep -q 'Kerncijfers wijken en buurten 2023' zambesi.toml && grep -q 'CC BY 4.0' zambesi.toml || fail "the source is not told"
grep -q '^code = "BU00010101"' zambesi.toml || fail "the code is not told"
expect 0 "$weefsel" check zambesi.toml; says "This scenario can be run."
expect 0 "$weefsel" compare zambesi.toml --years 1 --draws 1 --replicates 2 --set warmup_years=1 --quiet -o out
there out/report.html
expect 0 "$weefsel" new at-once --find Zambesidreef --compare --quiet; there at-once.toml; there out/at-once/report.html
expect 0 "$weefsel" new wijk --code WK000201 --quiet; expect 0 "$weefsel" check wijk.toml
expect 0 "$weefsel" new plain --figures kwb-2023.csv --find "Centrum, Dorp"; there plain.toml
# The same figures as the table itself gives.
sed '/^\[neighbourhood\]/,/^$/d' zambesi.toml >own.toml
sed -i 's|^# What runs today.*|[neighbourhood]\nkwb = "kwb-2023.csv"\ncode = "BU00010101"\n|' own.toml
for file in zambesi own; do
    expect 0 "$weefsel" check $file.toml; grep -A3 "residents" "$outputs/out" | head -4 >"$file.said"
done
cmp -s zambesi.said own.said || fail "typed figures are not those of the table"

# What cannot be decided, and what is no neighbourhood.
expect 2 "$weefsel" new none --code BU99999999; says "--code:1:1"; says "which is no code in kwb-2023.csv"; absent none.toml
expect 2 "$weefsel" new two --find centrum; says "choose one with --code"; says 'as in "centrum, '; absent two.toml
expect 2 "$weefsel" new whole --code WK000101; says 'code = "WK000101"'; says "3 neighbourhoods"; absent whole.toml
expect 2 "$weefsel" new none --find Leeg; says "no residents"; absent none.toml
expect 2 "$weefsel" new none --code BU99999999; says "BU99999999"; absent none.toml
expect 2 "$weefsel" new none --find a --code BU00010101; absent none.toml
expect 2 "$weefsel" new none --figures kwb-2023.csv; says "say which neighbourhood"; absent none.toml
unset WEEFSEL_FIGURES
expect 2 "$weefsel" new none --find Zambesidreef; says "WEEFSEL_FIGURES"; absent none.toml

# The same table as a workbook, and workbooks that mean harm.
python3 - <<'PY' || fail "no workbooks were made"
import zipfile
from xml.sax.saxutils import escape
table = [line.rstrip("\n").split(";") for line in open("kwb-2023.csv", encoding="utf-8")]
def sheet(rows):
    out = ""
    for n, row in enumerate(rows, 1):
        cells = "".join(f'<c r="{chr(65 + c)}{n}" t="inlineStr"><is><t>{escape(v)}</t></is></c>' for c, v in enumerate(row))
        out += f'<row r="{n}">{cells}</row>'
    return "<worksheet><sheetData>" + out + "</sheetData></worksheet>"
def book(name, content):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="KWB2023" r:id="a"/></sheets></workbook>')
        z.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>')
        z.writestr("xl/worksheets/s.xml", content)
book("table.bin", sheet(table))
book("bomb.xlsx", "<worksheet><sheetData>" + " " * 420_000_000 + "</sheetData></worksheet>")
open("old.xls", "wb").write(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 600)
whole = open("table.bin", "rb").read()
open("cut.xlsx", "wb").write(whole[: len(whole) // 2])
PY
expect 0 "$weefsel" neighbourhoods --figures table.bin --find zambesi; prints "BU00010101"
expect 0 "$weefsel" new sheet --figures table.bin --find zambesi; there sheet.toml
grep -v "^#\|^title" sheet.toml >a; grep -v "^#\|^title" zambesi.toml >b
cmp -s a b || fail "a workbook gives other figures than the same table as CSV"
expect 2 "$weefsel" neighbourhoods --figures bomb.xlsx; says "unpacks to more than 400 MB"
expect 2 "$weefsel" neighbourhoods --figures old.xls; says "save it as xlsx"
expect 2 "$weefsel" neighbourhoods --figures cut.xlsx; says "damaged or cut off"
finish
