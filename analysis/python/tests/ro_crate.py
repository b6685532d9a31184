"""Checks a folder against RO-Crate 1.1 and Process Run Crate 0.5, as far as the program uses them.

The rules stand in docs/guides/provenance.md; ro_crate_terms.json holds the terms that may be used, with the addresses
that they have in the published context.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

SPECIFICATION = "https://w3id.org/ro/crate/1.1"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
DESCRIPTOR = "ro-crate-metadata.json"
PUBLISHED = json.loads(Path(__file__).with_name("ro_crate_terms.json").read_text(encoding="utf-8"))["terms"]

Entity = dict[str, Any]


def breaches(folder: Path) -> list[str]:
    """Every rule that the folder breaks, in words; empty when it is a valid crate."""
    try:
        crate = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"{DESCRIPTOR} cannot be read as JSON: {error}"]
    if not isinstance(crate, dict) or not isinstance(crate.get("@graph"), list):
        return ["the document has no @graph"]
    found = list(_form(crate))
    if found:
        return found  # the rest reads entities by @id
    by_id: dict[str, Entity] = {entity["@id"]: entity for entity in crate["@graph"]}
    root = by_id.get("./", {})
    return [
        *_terms(crate),
        *_descriptor(by_id),
        *_root(root),
        *_links(by_id),
        *_files(by_id, root, folder),
        *_run(by_id, root),
    ]


def _form(crate: dict[str, Any]) -> Iterator[str]:
    """JSON-LD, flattened and compacted: entities side by side, links as {"@id": ...}, no list of one."""
    ids: set[str] = set()
    for entity in crate["@graph"]:
        name = entity.get("@id") if isinstance(entity, dict) else None
        if not isinstance(name, str) or not entity.get("@type"):
            yield f"an entity without @id or @type: {entity}"
            continue
        if name in ids:
            yield f"two entities are called {name}"
        ids.add(name)
        for key, value in entity.items():
            if isinstance(value, list) and len(value) < 2:
                yield f"{name}: {key} is a list of {len(value)}"
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and set(one) != {"@id"}:
                    yield f"{name}: {key} holds an entity instead of a link to one"
                elif not isinstance(one, (dict, str, int, float, bool)):
                    yield f"{name}: {key} holds {one!r}"


def _terms(crate: dict[str, Any]) -> Iterator[str]:
    """Every type and property is one of the published context, or declared beside it with an address."""
    context = crate.get("@context")
    parts = context if isinstance(context, list) else [context]
    if parts[:1] != [CONTEXT]:
        yield f"@context does not begin with {CONTEXT}"
    own = {term: address for part in parts[1:] if isinstance(part, dict) for term, address in part.items()}
    for term, address in own.items():
        if term in PUBLISHED or not str(address).startswith(("http://", "https://")):
            yield f"@context gives {term} the address {address}"
    known = {*PUBLISHED, *own}
    for entity in crate["@graph"]:
        for term in [*_types(entity), *(key for key in entity if not key.startswith("@"))]:
            if term not in known:
                yield f"{entity['@id']}: {term} is no term of the context"


def _descriptor(by_id: dict[str, Entity]) -> Iterator[str]:
    descriptor = by_id.get(DESCRIPTOR, {})
    if "CreativeWork" not in _types(descriptor):
        yield f"{DESCRIPTOR} is not described as a CreativeWork"
    if _targets(descriptor, "conformsTo") != [SPECIFICATION]:
        yield f"{DESCRIPTOR} does not conform to {SPECIFICATION}"
    if _targets(descriptor, "about") != ["./"]:
        yield f"{DESCRIPTOR} is not about ./"


def _root(root: Entity) -> Iterator[str]:
    if "Dataset" not in _types(root):
        yield "./ is no Dataset"
    for key in ("name", "description", "datePublished", "license"):
        if not root.get(key):
            yield f"./ has no {key}"
    yield from _time(root, "datePublished")


def _links(by_id: dict[str, Entity]) -> Iterator[str]:
    """What is linked to is described, and nothing is described that nobody links to."""
    linked = {DESCRIPTOR}
    for name, entity in by_id.items():
        for key in entity:
            for target in _targets(entity, key):
                linked.add(target)
                if target not in by_id and target != SPECIFICATION:
                    yield f"{name}: {key} is {target}, which is not described"
    for name in by_id.keys() - linked:
        yield f"{name} is described and nobody links to it"


def _files(by_id: dict[str, Entity], root: Entity, folder: Path) -> Iterator[str]:
    """A file is a part of the root, lies in the folder, and is as long and has the digest that is told."""
    parts = _targets(root, "hasPart")
    if not parts:
        yield "./ has no parts"
    for name, entity in by_id.items():
        if "File" in _types(entity) and name not in parts:
            yield f"{name} is a File and no part of ./"
    for name in parts:
        entity, path = by_id.get(name, {}), folder / name
        if "File" not in _types(entity):
            yield f"{name} is a part of ./ and no File"
        elif Path(name).is_absolute() or ".." in Path(name).parts or not path.is_file():
            yield f"{name} does not lie in the folder"
        else:
            if entity.get("contentSize") != str(path.stat().st_size):
                yield f"{name} has another size than is told"
            if entity.get("sha256") != hashlib.sha256(path.read_bytes()).hexdigest():
                yield f"{name} has another SHA-256 than is told"
            if "/" not in str(entity.get("encodingFormat", "")):
                yield f"{name} has no media type"


def _run(by_id: dict[str, Entity], root: Entity) -> Iterator[str]:
    """Process Run Crate: what was run, with which program, on what, when, and what came of it."""
    if PROFILE not in _targets(root, "conformsTo") or "CreativeWork" not in _types(by_id.get(PROFILE, {})):
        yield f"./ does not conform to {PROFILE}"
    actions = [entity for entity in by_id.values() if "CreateAction" in _types(entity)]
    if not actions:
        yield "no CreateAction tells how the results were made"
    for action in actions:
        name = action["@id"]
        if name not in _targets(root, "mentions"):
            yield f"./ does not mention {name}"
        programs = [by_id.get(t, {}) for t in _targets(action, "instrument")]
        if not any("SoftwareApplication" in _types(p) and p.get("softwareVersion") for p in programs):
            yield f"{name} has no program with a version as its instrument"
        made = {*_targets(action, "object"), *_targets(action, "result")}
        if made != set(_targets(root, "hasPart")):
            yield f"{name}: what went in and came out are not the files of the folder"
        yield from _time(action, "startTime")
        yield from _time(action, "endTime")


def _time(entity: Entity, key: str) -> Iterator[str]:
    try:
        datetime.fromisoformat(str(entity.get(key)))
    except ValueError:
        yield f"{entity.get('@id')}: {key} is {entity.get(key)!r}, no date of ISO 8601"


def _types(entity: Entity) -> list[str]:
    types = entity.get("@type", [])
    return types if isinstance(types, list) else [types]


def _targets(entity: Entity, key: str) -> list[str]:
    value = entity.get(key)
    return [v["@id"] for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict)]
