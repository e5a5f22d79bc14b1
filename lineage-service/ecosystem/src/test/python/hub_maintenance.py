"""Counts what the written rules say of the commits of the hub, of judged messages and of files;
clusters models by the rhythm of their commits, and compares the stages of their lives.

Run as: python3 hub_maintenance.py DATA > \\
    ../resources/dev/clade/lineage/ecosystem/hub/hub_maintenance.json
where DATA is the folder with the real data.
"""

import collections
import datetime
import gzip
import json
import math
import pathlib
import re
import sys

import dynamic_network
import numpy as np
from scipy import stats
from sklearn import cluster, metrics, preprocessing

RULES = pathlib.Path(__file__).parents[2] / (
    "main/resources/dev/clade/lineage/ecosystem/maintenance"
)
CLASSES = ["CORRECTIVE", "ADAPTIVE", "PERFECTIVE"]


def rules(file):
    lines = (RULES / file).read_text().splitlines()[1:]
    return [
        (category, re.compile(pattern, re.ASCII))
        for category, pattern, _ in (line.split("\t") for line in lines)
    ]


PREFIXES = rules("swanson/prefixes.tsv")
WORDS = rules("swanson/words.tsv")
EXCEPTIONS = rules("swanson/exceptions.tsv")
TEMPLATES = rules("swanson/templated_titles.tsv")
PATHS = rules("change/path_rules.tsv")
TITLES = rules("change/title_rules.tsv")
CATEGORIES = [
    "OUTPUT_DATA",
    "SHARING",
    "MODEL_STRUCTURE",
    "PARAMETER_TUNING",
    "PRE_PROCESSING",
    "EXTERNAL_DOCUMENTATION",
    "PROJECT_METADATA",
]
TITLED_PATH = re.compile(
    r"(upload|update|create|delete|add|remove|rename) (\S*\.[a-z]\w*|\S*readme|\S*licen[sc]e)"
    r"( to (\S+))?( with (huggingface_hub|git-lfs))?( \(#\d+\))?",
    re.ASCII,
)


def classify(message):
    text = re.sub(r"\s+", " ", message.lower(), flags=re.ASCII).strip()
    for category, pattern in PREFIXES:
        if pattern.search(text):
            return {category}
    found = set()
    for each in CLASSES:
        left = text
        for category, pattern in EXCEPTIONS:
            if category == each:
                left = pattern.sub(" ", left)
        if any(category == each and pattern.search(left) for category, pattern in WORDS):
            found.add(each)
    return found


def template(message):
    lines = message.splitlines()
    title = lines[0].lower().strip() if lines else ""
    return next((category for category, pattern in TEMPLATES if pattern.search(title)), None)


def treated(message, treatment):
    kind = None if treatment == "AS_CLASSIFIED" else template(message)
    if kind == "DOCUMENTATION":
        return {"PERFECTIVE"}
    if kind == "DELIVERY":
        return None if treatment == "DELIVERIES_EXCLUDED" else {"ADAPTIVE"}
    return classify(message)


def shares(messages):
    answers = {}
    for treatment in ["AS_CLASSIFIED", "DELIVERIES_EXCLUDED", "DELIVERIES_ADAPTIVE"]:
        found = [treated(message, treatment) for message in messages]
        kept = [each for each in found if each is not None]
        answers[treatment] = {
            "commits": len(kept),
            "excluded": len(found) - len(kept),
            "unclassified": sum(not each for each in kept),
            "counts": {name: sum(name in each for each in kept) for name in CLASSES},
        }
    return answers


def read(data, file):
    with gzip.open(data / file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judged(data):
    """Each set as (message, classes)."""
    swanson = [
        (each["message"], {name for name in CLASSES if each[name.lower()]})
        for each in read(data, "commit_labels/swanson_multilabel.jsonl.gz")
        if all(each[name.lower()] is not None for name in CLASSES)
    ]
    levin = [
        (re.sub(r"^\[PATCH \d+/\d+] ", "", each["message"]), {each["label"].upper()})
        for each in read(data, "commit_labels/levin_yehudai_1151.jsonl.gz")
    ]
    return {"swanson": swanson, "levin": levin}


def scores(messages):
    truth = [[name in classes for name in CLASSES] for _, classes in messages]
    given = [[name in classify(message) for name in CLASSES] for message, _ in messages]
    return {
        "messages": len(messages),
        "f1": metrics.f1_score(truth, given, average=None, zero_division=0).tolist(),
        "microF1": metrics.f1_score(truth, given, average="micro", zero_division=0),
        "macroF1": metrics.f1_score(truth, given, average="macro", zero_division=0),
    }


def status(commits):
    models = collections.defaultdict(list)
    for each in commits:
        models[each["model_id"]].append(each)
    observed = max(time(each) for each in commits)
    table = []
    for history in models.values():
        times = sorted(time(each) for each in history)
        gaps = [days(a, b) for a, b in zip(times, times[1:])]
        recency = days(times[-1], observed)
        authors = {author for each in history for author in each["authors"]}
        corrective = sum("CORRECTIVE" in classify(text(each)) for each in history)
        months = {(each.year, each.month) for each in times}
        table.append(
            [
                math.log1p(len(times)),
                len(times) / len(months),
                np.mean(gaps) if gaps else recency,
                max(gaps) if gaps else recency,
                recency,
                len(authors),
                days(times[0], times[-1]),
                corrective / len(times),
            ]
        )
    scaled = preprocessing.StandardScaler().fit_transform(table)
    means = cluster.KMeans(2, n_init=200, random_state=1).fit(scaled)
    index = [
        np.mean((scaled[:, 0] + scaled[:, 1] - scaled[:, 2] - scaled[:, 3])[means.labels_ == k] / 2)
        - np.mean(scaled[means.labels_ == k, 4])
        for k in (0, 1)
    ]
    single = [len(history) == 1 for history in models.values()]
    high = [label == np.argmax(index) and not one for label, one in zip(means.labels_, single)]
    return {
        "models": len(table),
        "high": int(sum(high)),
        "single": sum(single),
        "inertia": means.inertia_,
        "silhouette": metrics.silhouette_score(scaled, means.labels_),
    }


def changes(commits):
    """Categories of files from each commit of a repository to its next one."""
    repositories = collections.defaultdict(list)
    for each in sorted(commits, key=lambda each: (each["date"], each["commit"])):
        paths = [path.lower() for path, _ in each["files"]]
        repositories[each["repo"]].append(
            {category for category, pattern in PATHS if any(map(pattern.search, paths))}
        )
    steps = [pair for each in repositories.values() for pair in zip(each, each[1:])]
    counts = collections.defaultdict(collections.Counter)
    for first, following in steps:
        for category in first:
            counts[category].update(following)
    before = sum("OUTPUT_DATA" in first for first, _ in steps)
    return {
        "steps": len(steps),
        "counts": {name: dict(sorted(row.items())) for name, row in sorted(counts.items())},
        "outputAfterOutput": counts["OUTPUT_DATA"]["OUTPUT_DATA"] / before,
    }


def titled(message):
    """The categories that a title tells; None when it tells nothing."""
    lines = message.splitlines()
    title = lines[0].lower().strip() if lines else ""
    path = TITLED_PATH.fullmatch(title)
    if path:
        paths = [each for each in (path.group(2), path.group(4)) if each]
        return {category for category, pattern in PATHS if any(map(pattern.search, paths))}
    return {category for category, pattern in TITLES if pattern.search(title)} or None


def titled_changes(commits):
    """What titles tell, from each commit of a model to its next one, as a Bayesian network."""
    models = collections.defaultdict(list)
    for each in sorted(commits, key=time):
        models[each["model_id"]].append(titled(text(each)))
    told = [each for model in models.values() for each in model if each is not None]
    counts = collections.Counter()
    for model in models.values():
        for first, following in zip(model, model[1:]):
            if first is not None and following is not None:
                pattern = [name in first for name in CATEGORIES]
                pattern += [name in following for name in CATEGORIES]
                counts[tuple(map(int, pattern))] += 1
    total, _ = dynamic_network.best_network(counts, 2 * len(CATEGORIES))
    before = dynamic_network.best_of_before(counts, 2 * len(CATEGORIES))
    return {
        "telling": len(told),
        "counts": {name: sum(name in each for each in told) for name in CATEGORIES},
        "steps": sum(counts.values()),
        "transitions": [
            [sum(n for p, n in counts.items() if p[i] and p[7 + j]) for j in range(7)]
            for i in range(7)
        ],
        "bestScore": total,
        "bestScoreOfBefore": before,
    }


def thirds_of_commits(times):
    return [[t for i, t in enumerate(times) if 3 * i // len(times) == k] for k in range(3)]


def thirds_of_lifetime(times):
    span = times[-1] - times[0]
    if not span:
        return None
    return [[t for t in times if min(2, 3 * (t - times[0]) // span) == k] for k in range(3)]


def stages(commits):
    """Mean gaps, compared between stages where each stage has two commits."""
    models = collections.defaultdict(list)
    for each in commits:
        models[each["model_id"]].append(time(each))
    answers = {}
    for name, divide in [
        ("THIRDS_OF_COMMITS", thirds_of_commits),
        ("THIRDS_OF_LIFETIME", thirds_of_lifetime),
    ]:
        parted = [divide(sorted(times)) for times in models.values()]
        gaps = [
            [days(part[0], part[-1]) / (len(part) - 1) for part in parts]
            for parts in parted
            if parts and all(len(part) > 1 for part in parts)
        ]
        test = stats.friedmanchisquare(*zip(*gaps))
        answers[name] = {
            "models": len(gaps),
            "medians": np.median(gaps, axis=0).tolist(),
            "chiSquared": test.statistic,
        }
    return answers


def time(commit):
    return datetime.datetime.strptime(commit["created_at"], "%Y-%m-%dT%H:%M:%S.0000Z")


def days(start, end):
    return (end - start).total_seconds() / 86400


def text(commit):
    return commit["title"] + "\n" + commit["message"]


def main():
    data = pathlib.Path(sys.argv[1])
    commits = read(data, "commits/hub_commits_2024_11.jsonl.gz")
    print(
        json.dumps(
            {
                "shares": shares([text(each) for each in commits]),
                "rules": {name: scores(each) for name, each in judged(data).items()},
                "status": status(commits),
                "stages": stages(commits),
                "titledChanges": titled_changes(commits),
                "changes": changes(read(data, "commits/hub_weight_commits_2024_12.jsonl.gz")),
            },
            indent=1,
        )
    )


main()
