#!/bin/bash
# What other systems read about the project is well formed and says one version, one licence and one name.
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
python=/usr/bin/python3
if ! "$python" -c 'import yaml' 2>/dev/null; then
    echo "python3-yaml is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
said=$("$1" --version) || { echo "the program does not say its version"; exit 1; }
"$python" - "$source_folder" "$said" <<'PYTHON'
import json
import re
import sys
import tomllib
from pathlib import Path

import yaml

root, said = Path(sys.argv[1]), sys.argv[2]
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def text(name):
    return (root / name).read_text(encoding="utf-8")


cff = yaml.safe_load(text("CITATION.cff"))
public = yaml.safe_load(text("publiccode.yml"))
code = json.loads(text("codemeta.json"))
package = tomllib.loads(text("analysis/python/pyproject.toml"))["project"]

# One version: that of the build.
version = re.search(r"project\(weefsel VERSION ([\d.]+)", text("CMakeLists.txt"))[1]
check(f"weefsel {version} " in said + " ", f"the program says {said}, CMakeLists.txt {version}")
for where, told in (
    ("CITATION.cff", cff.get("version")),
    ("codemeta.json", code.get("version")),
    ("publiccode.yml", public.get("softwareVersion")),
    ("analysis/python/pyproject.toml", package["version"]),
    ("weefsel/__init__.py", re.search(r'__version__ = "(.+)"', text("analysis/python/weefsel/__init__.py"))[1]),
):
    check(str(told) == version, f"{where} says version {told}, CMakeLists.txt {version}")

# One licence, one set of authors.
licences = {cff["license"], public["legal"]["license"], package["license"]["text"], code["license"].rsplit("/", 1)[1]}
check(licences == {"Apache-2.0"} and "Apache License" in text("LICENSE"), f"licences: {licences}")
authors = {cff["authors"][0]["name"], public["legal"]["mainCopyrightOwner"], code["author"]["name"]}
check(len(authors) == 1, f"authors: {authors}")
check(cff["keywords"] == code["keywords"], "keywords of CITATION.cff and codemeta.json differ")

# CITATION.cff 1.2.0: https://github.com/citation-file-format/citation-file-format
for key in ("cff-version", "message", "title", "authors"):
    check(cff.get(key), f"CITATION.cff has no {key}")
check(cff["cff-version"] == "1.2.0" and cff["type"] in ("software", "dataset"), "CITATION.cff: version or type")

# codemeta.json: terms of https://w3id.org/codemeta/3.0
terms = {
    "@context", "@type", "name", "description", "version", "license", "developmentStatus", "author", "keywords",
    "applicationCategory", "programmingLanguage", "operatingSystem", "softwareRequirements", "readme",
    "buildInstructions", "softwareHelp",
}
check(code["@context"] == "https://w3id.org/codemeta/3.0", "codemeta.json: another context")
check(code["@type"] == "SoftwareSourceCode", "codemeta.json is of no SoftwareSourceCode")
check(set(code) <= terms, f"codemeta.json: no terms of CodeMeta 3.0: {set(code) - terms}")
for path in (code["readme"], code["buildInstructions"], code["softwareHelp"]["url"]):
    check((root / path).is_file(), f"codemeta.json: {path} is not there")
# https://www.repostatus.org
statuses = ("concept", "wip", "active", "inactive", "unsupported", "moved", "suspended", "abandoned")
check(code["developmentStatus"] in statuses, "codemeta.json: developmentStatus")

# publiccode.yml 0.4: https://yml.publiccode.tools/schema.core.html
check(public["publiccodeYmlVersion"] == "0.4", "publiccode.yml: another version of the standard")
for key in ("name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description", "legal",
            "maintenance", "localisation"):
    check(public.get(key), f"publiccode.yml has no {key}")
check(public["url"].startswith("https://"), "publiccode.yml: url")
check(public["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete"), "developmentStatus")
check(public["softwareType"] == "standalone/desktop", "softwareType")
check(set(public["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}, "platforms")
vocabulary = {"data-analytics", "data-collection", "data-visualization", "predictive-analysis", "budgeting"}
check(set(public["categories"]) <= vocabulary, "publiccode.yml: a category outside the vocabulary")
for language, told in public["description"].items():
    check(0 < len(told["shortDescription"]) <= 150, f"publiccode.yml {language}: shortDescription of over 150")
    check(150 <= len(told["longDescription"]) <= 10000, f"publiccode.yml {language}: longDescription")
    check(told["features"] and all(isinstance(f, str) for f in told["features"]), f"{language}: features")
check(set(public["description"]) == set(public["localisation"]["availableLanguages"]), "languages")
check(public["maintenance"]["type"] in ("internal", "contract", "community", "none"), "maintenance")
check(all(c.get("name") for c in public["maintenance"].get("contacts", [])), "a contact without a name")
check(isinstance(public["localisation"]["localisationReady"], bool), "localisationReady")

for line in wrong:
    print("FAIL:", line)
sys.exit(1 if wrong else 0)
PYTHON
