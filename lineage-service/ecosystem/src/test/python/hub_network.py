"""Counts what HubNetworkTest expects, with networkx, from the rule as the study's script has it.

Run as: python3 hub_network.py FOLDER, which holds commits/, hub_models_2024_07/ and
model_families_2025_04/ of the shared data. With networkx 3.6.1 and scipy 1.17.1.
"""

import collections
import gzip
import itertools
import json
import sys

import networkx as nx
import numpy as np
from scipy.optimize import minimize
from scipy.stats import spearmanr

AUTOMATED = {
    "system",
    "sfconvertbot",
    "librarian-bot",
    "parquet-converter",
    "hf-transformers-bot",
    "leaderboard-pr-bot",
    "autoevaluator",
}


SUB_FIELDS = {
    "vision": """computer-vision depth-estimation image-classification object-detection
        image-segmentation image-to-image unconditional-image-generation video-classification
        zero-shot-image-classification""",
    "language": """text-classification token-classification table-question-answering
        question-answering zero-shot-classification translation summarization conversational
        text-generation text2text-generation fill-mask sentence-similarity""",
    "multimodal": """multimodal feature-extraction text-to-image image-to-text text-to-video
        visual-question-answering document-question-answering graph-machine-learning""",
}


def network(commits, excluded):
    graph = nx.DiGraph()
    single = repositories = 0
    for _, group in itertools.groupby(commits, key=lambda commit: commit["model_id"]):
        lists = [[a for a in each["authors"] if a.lower() not in excluded] for each in group]
        lists = [each for each in lists if each]
        everybody = set().union(*lists)
        repositories += bool(everybody)
        single += len(everybody) == 1
        for first, *_ in lists:
            for other in everybody - {first} if len(everybody) > 1 else everybody:
                weight = graph.get_edge_data(first, other, {"weight": 0})["weight"]
                graph.add_edge(first, other, weight=weight + 1)
    return graph, repositories, single


def report(commits, excluded):
    graph, repositories, single = network(commits, excluded)
    loops = nx.number_of_selfloops(graph)
    flawed = nx.overall_reciprocity(graph)
    tied = graph.copy()
    tied.remove_edges_from(list(nx.selfloop_edges(tied)))
    nodes = len(tied)
    tied.remove_nodes_from(list(nx.isolates(tied)))
    undirected = tied.to_undirected()
    cores = nx.core_number(undirected)
    between = nx.betweenness_centrality(tied)
    reciprocity = nx.reciprocity(tied, list(tied))
    ranks = nx.pagerank(tied, tol=1e-14, max_iter=1000)
    print(repositories, single, nodes, tied.number_of_edges(), loops, nodes - len(tied))
    print("density", nx.density(tied), nx.density(undirected))
    print("reciprocity", nx.overall_reciprocity(tied), flawed)
    print("assortativity", nx.degree_assortativity_coefficient(undirected))
    print("out to in", nx.degree_assortativity_coefficient(tied, x="out", y="in"))
    print("clustering", nx.transitivity(undirected), nx.average_clustering(undirected))
    print("core", max(cores.values()), sum(k == max(cores.values()) for k in cores.values()))
    sizes = [len(part) for part in nx.connected_components(undirected)]
    print("components", len(sizes), max(sizes))
    for name, scores in (("pagerank", ranks), ("betweenness", between)):
        top = max(scores, key=scores.get)
        print(name, top, scores[top])
    for name, position in (
        ("in", dict(tied.in_degree())),
        ("out", dict(tied.out_degree())),
        ("betweenness", between),
        ("core", cores),
    ):
        rho = spearmanr([reciprocity[v] for v in tied], [position[v] for v in tied]).statistic
        print("reciprocity by", name, rho)
    core_periphery(undirected)
    community = nx.community.louvain_communities(undirected_weights(tied), seed=1)
    print("louvain", nx.community.modularity(undirected_weights(tied), community), len(community))


def core_periphery(graph):
    """The discrete core by counting what does not fit, the continuous one by another optimiser."""
    order = sorted(graph, key=lambda v: (-graph.degree(v), v))
    a = nx.to_numpy_array(graph, nodelist=order, weight=None)

    def errors(k):
        return k * (k - 1) // 2 - a[:k, :k].sum() / 2 + a[k:, k:].sum() / 2

    size = min(range(len(a) + 1), key=lambda k: (errors(k), k))
    print("discrete core", size, errors(size))
    pairs = ~np.eye(len(a), dtype=bool)

    def squares(c):
        rest = np.where(pairs, a - np.outer(c, c), 0)
        return (rest**2).sum(), -4 * rest @ c

    degrees = a.sum(1)
    fit = minimize(
        squares,
        degrees / np.sqrt(degrees.sum()),
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, None)] * len(a),
        options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 20000},
    )
    print("continuous core", np.corrcoef(a[pairs], np.outer(fit.x, fit.x)[pairs])[0, 1])


def sub_fields(commits, rows):
    tags = {}
    for row in rows:
        columns = row.rstrip("\n").split("\t")
        tags[columns[0]] = set(columns[6].split("|"))
    for name, names in SUB_FIELDS.items():
        chosen = [c for c in commits if tags.get(c["model_id"], set()) & set(names.split())]
        graph, repositories, single = network(chosen, set())
        loops = nx.number_of_selfloops(graph)
        print(name, repositories, single, len(graph), graph.number_of_edges() - loops)


def undirected_weights(tied):
    graph = nx.Graph()
    graph.add_nodes_from(tied)
    for u, v, weight in tied.edges(data="weight"):
        before = graph.get_edge_data(u, v, {"weight": 0})["weight"]
        graph.add_edge(u, v, weight=before + weight)
    return graph


def adoption(rows):
    pairs = {tuple(row.rstrip("\n").split("\t")) for row in rows}
    models = collections.Counter(model for model, _ in pairs)
    owners = collections.Counter(model.split("/")[0] for model, _ in pairs)
    spaces = collections.defaultdict(set)
    for model, space in pairs:
        spaces[space].add(model)
    tied = collections.Counter(
        pair for used in spaces.values() for pair in itertools.combinations(sorted(used), 2)
    )
    print(len(pairs), len(models), len(spaces), models.most_common(3), owners.most_common(3))
    print("pairs", len(tied), tied.most_common(1), max(len(used) for used in spaces.values()))


def main():
    folder = sys.argv[1]
    with gzip.open(folder + "/commits/hub_commits_2024_11.jsonl.gz", "rt") as lines:
        commits = [json.loads(line) for line in lines]
    report(commits, set())
    report(commits, AUTOMATED)
    with gzip.open(folder + "/hub_models_2024_07/models.tsv.gz", "rt") as rows:
        sub_fields(commits, rows)
    with gzip.open(folder + "/model_families_2025_04/spaces.tsv.gz", "rt") as rows:
        next(rows)
        adoption(rows)


if __name__ == "__main__":
    main()
