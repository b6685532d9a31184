#!/usr/bin/env bash
# Installs the Debian packages that Weefsel needs and that are not there yet.
#   cmake/install_packages.sh run     what building and running the program takes
#   cmake/install_packages.sh package what making the Debian package takes
#   cmake/install_packages.sh page    what making the page takes
#   cmake/install_packages.sh test    besides, what its tests and benchmarks take
# A machine that has them all is left alone and needs no network.
set -euo pipefail

to_run=(g++ cmake ninja-build libeigen3-dev libboost-dev libhdf5-dev libfmt-dev libcli11-dev
    libtomlplusplus-dev nlohmann-json3-dev libexpat1-dev libzip-dev zlib1g-dev libutf8proc-dev libcpp-httplib-dev
    pybind11-dev python3-dev python3-numpy)
to_test=(git catch2 libbenchmark-dev python3-xarray python3-h5netcdf python3-matplotlib python3-scipy
    python3-yaml python3-jsonschema r-base-core r-cran-ncdf4 chromium libopenmpi-dev openmpi-bin
    clang clang-format clang-tidy libclang-rt-14-dev)
# For the page of the report; a node from elsewhere, with its npm, will do.
command -v npm >/dev/null || to_test+=(nodejs npm)

to_make_the_page=(emscripten cmake ninja-build git libeigen3-dev libboost-dev libfmt-dev libtomlplusplus-dev)
command -v node >/dev/null || to_make_the_page+=(nodejs)

case "${1:-}" in
    run) wanted=("${to_run[@]}") ;;
    package) wanted=("${to_run[@]}" dpkg-dev file) ;;
    page) wanted=("${to_make_the_page[@]}") ;;
    test) wanted=("${to_run[@]}" "${to_test[@]}") ;;
    *) echo "usage: $0 run|package|page|test" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian machine; please install what ${wanted[*]} give on Debian 12." >&2
    exit 0
fi

missing=()
for package in "${wanted[@]}"; do
    status="$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)"
    [[ "$status" == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=(env DEBIAN_FRONTEND=noninteractive)
if [[ "$(id -u)" -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "These Debian packages are missing, and installing them takes root or sudo:" >&2
        echo "    apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo "${as_root[@]}")
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
# One apt-get step; its own words only when it fails.
apt() {
    if ! "${as_root[@]}" apt-get -y -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        echo "apt-get $1 failed; the reason stands above." >&2
        exit 1
    fi
}
echo "Installing ${#missing[@]} Debian packages (once): ${missing[*]}"
apt update
apt install --no-install-recommends "${missing[@]}"
