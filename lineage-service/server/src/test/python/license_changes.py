"""Counts how licences change among the descendants of a model, straight from a table of models.

usage: license_changes.py models.tsv.gz licenses.tsv ROOT

Shares no code with the service: names are resolved through dictionaries, and licences judged by the table's own columns.
HubComplianceTest has the figures for two roots; the first of them is named by others only.
"""

import collections
import gzip
import sys

PREFIXES = [
    "google-bert", "distilbert", "FacebookAI", "openai-community", "google-t5", "albert", "xlnet",
    "transfo-xl", "almanach", "dbmdz", "salesforce", "julien-c",
]
BINDING = {"SHARE_ALIKE", "NON_COMMERCIAL", "RESEARCH_ONLY", "USE_RESTRICTIONS", "NO_DERIVATIVES"}


def model_of(line):
    columns = line.rstrip("\n").split("\t")
    return columns[0], columns[6].split("|")


def after(prefix, tags):
    return [tag[len(prefix):] for tag in tags if tag.startswith(prefix)]


def resolver(ids):
    exact = set(ids)
    folded = {}
    for model in sorted(ids):
        folded.setdefault(model.lower(), model)

    def resolve(name):
        if name in exact:
            return name
        if name.lower() in folded:
            return folded[name.lower()]
        if "/" not in name:
            for prefix in PREFIXES:
                owned = f"{prefix}/{name}".lower()
                if owned in folded:
                    return folded[owned]
        return "?" + name.lower()

    return resolve


def change(base, derived):
    if base == derived:
        return "SAME"
    if not derived:
        return "DROPPED"
    if not base:
        return "ADDED"
    if base < derived:
        return "EXTRA_ADDED"
    if derived < base:
        return "SOME_REMOVED"
    return "SOME_REPLACED" if base & derived else "NO_OVERLAP"


def broken(table, parent, child):
    terms, compatible = table[parent]
    lacking = set()
    for term in terms & BINDING:
        if term == "NO_DERIVATIVES":
            kept = False
        elif term == "SHARE_ALIKE":
            kept = child == parent or child in compatible
        elif term == "NON_COMMERCIAL":
            kept = bool(table[child][0] & {"NON_COMMERCIAL", "RESEARCH_ONLY"})
        else:
            kept = term in table[child][0]
        if not kept:
            lacking.add(term)
    return lacking


def verdict(table, base, derived):
    parents = [one for one in base if one in table]
    all_parents = bool(parents) and len(parents) == len(base)
    if all_parents and all("NO_DERIVATIVES" in table[one][0] for one in parents):
        return "CONFLICT"
    judged = []
    for child in derived:
        if child not in table or not parents:
            judged.append(None)
        else:
            judged.append(any(not broken(table, parent, child) for parent in parents))
    if all_parents and False in judged:
        return "CONFLICT"
    return "COMPATIBLE" if judged and all(judged) else "UNKNOWN"


def main(models, licenses, root):
    table = {}
    with open(licenses, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            name, terms, compatible, _ = line.rstrip("\n").split("\t")
            table[name] = (set(filter(None, terms.split("|"))), set(compatible.split("|")))
    with gzip.open(models, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        rows = dict(model_of(line) for line in lines)
    resolve = resolver(rows)
    children = collections.defaultdict(set)
    for model, tags in rows.items():
        for base in after("base_model:", tags):
            parent = resolve(base)
            if parent != model:
                children[parent].add(model)
    reached, level = {resolve(root)}, [resolve(root)]
    while level:
        level = [c for parent in level for c in children[parent] if c not in reached and not reached.add(c)]
    declared = {model: after("license:", rows.get(model, [])) for model in reached}
    edges = [(p, c) for p in reached for c in children[p] if c in reached]
    print(len(reached), "models,", len(edges), "derivations")
    changes = (change(set(declared[p]), set(declared[c])) if p in rows else "UNKNOWN" for p, c in edges)
    print(collections.Counter(changes))
    print(collections.Counter(verdict(table, declared[p], declared[c]) for p, c in edges))
    distances = [
        1 - len(set(declared[p]) & set(declared[c])) / len(set(declared[p]) | set(declared[c]))
        for p, c in edges
        if declared[p] and declared[c]
    ]
    print("mutation", sum(distances), "/", len(distances))


main(*sys.argv[1:])
