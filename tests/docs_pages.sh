#!/usr/bin/env bash
# Every page of the documentation stands in the contents of the site, every link in it leads to a file and to a heading
# that are there, and every path that TRACE names exists. Needs no mkdocs; builds the site where there is one.
#   docs_pages.sh BINARY BUILD SOURCE
set -euo pipefail
source="$3"
cd "$source"
failed=0
fail() { echo "$*"; failed=1; }

# The contents of the site.
pages="$(git ls-files --cached --others --exclude-standard docs | grep '\.md$' | sed 's:^docs/::' | sort)"
contents="$(sed -n '/^nav:/,$s/^ *- .*: \(.*\.md\)$/\1/p' mkdocs.yml | sort)"
[ -n "$contents" ] || fail "mkdocs.yml: no page stands under nav"
while read -r page; do fail "docs/$page stands nowhere under nav in mkdocs.yml"; done < <(comm -23 <(echo "$pages") <(echo "$contents"))
while read -r page; do fail "mkdocs.yml: docs/$page is under nav and does not exist"; done < <(comm -13 <(echo "$pages") <(echo "$contents"))
while read -r page; do fail "mkdocs.yml: docs/$page stands twice under nav"; done < <(uniq -d <<<"$contents")

# anchors FILE: of its headings, as the repository's readers make them, and those that it sets itself.
anchors() {
    sed -n 's/.*<a id="\([^"]*\)">.*/\1/p' "$1"
    sed -n 's/^#\{1,6\} *//p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/\[\([^]]*\)\]([^)]*)/\1/g; s/[^[:alnum:]_ -]//g; s/ /-/g'
}
# Links: file and heading.
while IFS=: read -r page line address; do
    case "$address" in *://* | mailto:*) continue ;; esac
    file="${address%%#*}" heading=""
    [[ "$address" == *'#'* ]] && heading="${address#*#}"
    target="$page"
    [ -n "$file" ] && target="$(dirname "$page")/$file"
    if [ ! -e "$target" ]; then
        fail "$page:$line: $address leads to no file"
    elif [ -n "$heading" ] && [[ "$target" == *.md ]] && ! grep -qxF -- "$heading" <<<"$(anchors "$target")"; then
        fail "$page:$line: $target has no heading #$heading"
    fi
done < <(git ls-files --cached --others --exclude-standard '*.md' | grep -v '^analysis/' | while read -r page; do
    { grep -noE '\]\([^) ]+\)' "$page" || true; } | sed -E "s:^([0-9]+)\:\]\((.*)\)$:\1\:\2:; s:^:$page\::"
done)

# The files that TRACE shows.
while read -r path; do
    [ -e "$path" ] || fail "docs/trace.md: $path does not exist"
done < <(grep -oE '`[a-z._]+/[A-Za-z0-9_./-]+`' docs/trace.md | tr -d '`' | sort -u)

if command -v mkdocs >/dev/null; then
    site="$(mktemp -d)"
    trap 'rm -rf "$site"' EXIT
    mkdocs build --quiet --strict --site-dir "$site" || fail "mkdocs: the site does not build without warnings"
else
    echo "without mkdocs the site itself is not built"
fi
exit "$failed"
