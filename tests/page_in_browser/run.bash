# Packs the page and opens it in browsers, for the parts that are named.   source run.bash PART...
# After cli_helpers.bash, whose `folder`, `weefsel`, `small_scenario`, `fail` and `finish` it uses, and with `source_folder` set.
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ] || ! command -v npm >/dev/null || ! command -v emcc >/dev/null; then
    echo "skipped: chromium, emcc, node or npm is not installed"
    exit 77
fi
if ! packages=$("$source_folder/ui/packages.sh"); then
    echo "skipped: the npm packages cannot be installed"
    exit 77
fi
engine=$("$source_folder/page/build_engine.sh" 2>/dev/null) || { fail "the engine does not build"; finish; }
node "$source_folder/page/pack.mjs" "$source_folder/page/page.html" "$engine" \
    "$source_folder/scenarios/posterior.csv" "$folder/weefsel.html" || fail "the page cannot be packed"
small_scenario small.toml
WEEFSEL_FIREFOX=$(command -v firefox-esr || command -v firefox)
export WEEFSEL_FIREFOX
node "$source_folder/tests/page_in_browser.mjs" "$packages" "$browser" "$folder" "$weefsel" "$@" || fail "what the browser shows"
finish
