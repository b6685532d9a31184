#!/bin/bash
# The Debian package: its program runs where it was unpacked, without anything of the source beside it.
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
cd ..
finish
