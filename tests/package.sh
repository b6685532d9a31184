#!/bin/bash
# The Debian packages: the program runs where it was unpacked, without anything of the source beside it, and beside the
# second package it takes plugins in Python and is what `import weefsel` finds.
#   package.sh BINARY BUILD SOURCE
build=$(realpath "$2")
for tool in cpack dpkg-deb dpkg-shlibdeps; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
source "$(dirname "$0")/cli_helpers.bash" "$1"

cpack --config "$build/CPackConfig.cmake" -B "$folder/made" >cpack.log 2>&1 || { cat cpack.log; exit 1; }
package=$(ls made/weefsel_*.deb) || { cat cpack.log; exit 1; }
[ "$(dpkg-deb --field "$package" Package)" = weefsel ] || fail "the package has another name"
for library in libc6 libhdf5 libfmt libzip; do
    dpkg-deb --field "$package" Depends | grep -q "$library" || fail "the package does not depend on $library"
done
dpkg-deb --contents "$package" | awk '{print $6}' | grep -vE '^\./(usr/(bin/(weefsel)?|share/(weefsel/.*|doc/weefsel/.*|doc/|)|)|)$' &&
    fail "the package holds what nobody needs who only uses the program (above)"

mkdir root elsewhere
dpkg-deb -x "$package" root
cd elsewhere || exit 1
alone=(env -i LC_ALL=C.UTF-8 "$folder/root/usr/bin/weefsel")
expect 0 "${alone[@]}" --version
study=$folder/root/usr/share/weefsel/scenarios/first-look.toml
expect 0 "${alone[@]}" check "$study"; says "This scenario can be run."
expect 0 "${alone[@]}" compare "$study" --years 1 --draws 2 --replicates 1 --set warmup_years=1 -o out
says "parameters come together from the posterior"
there out/report.html out/results.h5 out/summary.csv
expect 0 "${alone[@]}" new mine
expect 0 "${alone[@]}" check mine.toml
cat >plugin.py <<'PY'
def intervention(month, state, random):
    state.resident.trust[:] = 1
PY
with=(--option structural --years 1 --draws 1 --replicates 1 --set warmup_years=1 --plugin plugin.py --quiet)
expect 2 "${alone[@]}" run "$study" "${with[@]}" -o alone.h5; says "install weefsel-python"

library=$build/libweefsel_python_plugin.so
if [ -e "$library" ]; then
    dpkg-deb --field "$folder"/made/weefsel-python_*.deb Depends | grep -q "weefsel (= .*python3-numpy.*libpython3" ||
        fail "the package for Python does not depend on the program, numpy and Python"
    dpkg-deb -x "$folder"/made/weefsel-python_*.deb "$folder/root"
    expect 0 "${alone[@]}" run "$study" "${with[@]}" -o with.h5
    modules=$folder/root/usr/lib/python3/dist-packages
    expect 0 env -C / WEEFSEL="$folder/root/usr/bin/weefsel" PYTHONPATH="$modules" /usr/bin/python3 -c \
        'import weefsel; print(weefsel.__file__, weefsel.find_program())'
    prints "$modules/weefsel/__init__.py"
fi
cd ..
finish
