#!/bin/bash
# The engine of the page, compiled to WebAssembly, simulates to the bit what the program simulates: in node, and in
# Chromium and Firefox where they are installed.
build_folder=$(realpath "${2:-$(dirname "$0")/../build/release}")
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
for tool in emcc node; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
engine=$("$source_folder/page/build_engine.sh" 2>/dev/null) || { echo "FAIL: the engine does not build"; exit 1; }
chromium="" firefox="" packages=""
if command -v npm >/dev/null && packages=$("$source_folder/ui/packages.sh"); then
    chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
    firefox=$(command -v firefox-esr || command -v firefox)
fi
node "$source_folder/page/test/same_bits.mjs" "$engine" "$build_folder/tests/weefsel_page_digests" "$source_folder" \
    "$packages" "$chromium" "$firefox"
