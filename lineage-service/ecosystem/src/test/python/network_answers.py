"""Writes what networkx and scipy answer about random networks, for NetworkAnswersTest.

Run as: python3 network_answers.py > ../resources/dev/clade/lineage/ecosystem/network/network_answers.json
with networkx 3.6.1 and scipy 1.17.1. Takes minutes, nearly all for the continuous cores.

An edge is [from, to, weight]; some nodes have an edge to themselves and some have none. Measures
leave self-loops out unless their name says otherwise. What is not defined is null.
"""

import json
import math
import random
import warnings

import networkx as nx
import numpy as np
from scipy.optimize import minimize

SEED = 20240711
GRAPHS = 24
STARTS = 20

warnings.simplefilter("ignore")


def random_network(chance, number):
    nodes = chance.randint(2, 30)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(nodes))
    for _ in range(chance.randint(0, nodes * (1 + number % 4))):
        # Small numbers are drawn more often, so some nodes are hubs.
        u, v = (int(nodes * chance.random() ** (1 + number % 3)) for _ in range(2))
        graph.add_edge(u, v, weight=chance.randint(1, 9))
        if chance.random() < 0.4:
            graph.add_edge(v, u, weight=chance.randint(1, 9))
    return graph


def number(value):
    return None if value is None or math.isnan(value) else float(value)


def tried(measure, *arguments, **options):
    try:
        return number(measure(*arguments, **options))
    except (nx.NetworkXError, ZeroDivisionError):
        return None


def node_reciprocity(graph):
    return [number(nx.reciprocity(graph, [v])[v]) if graph.degree(v) else None for v in graph]


def continuous_core(graph):
    """The least squares of A_ij - c_i c_j over pairs of different nodes, by another optimiser."""
    a = nx.to_numpy_array(graph, weight=None)
    pairs = ~np.eye(len(a), dtype=bool)

    def squares(c):
        rest = np.where(pairs, a - np.outer(c, c), 0)
        return (rest**2).sum(), -4 * rest @ c

    start = np.random.default_rng(SEED)
    fits = [
        minimize(
            squares,
            start.random(len(a)),
            jac=True,
            method="L-BFGS-B",
            bounds=[(0, None)] * len(a),
            options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 20000},
        )
        for _ in range(STARTS)
    ]
    best = min(fits, key=lambda fit: fit.fun)
    correlation = np.corrcoef(a[pairs], np.outer(best.x, best.x)[pairs])[0, 1]
    return {"squares": best.fun, "correlation": number(correlation)}


def answers(chance, index):
    graph = random_network(chance, index)
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    undirected = simple.to_undirected()
    weighted = nx.Graph()
    weighted.add_nodes_from(graph)
    for u, v, weight in simple.edges(data="weight"):
        before = weighted.get_edge_data(u, v, {"weight": 0})["weight"]
        weighted.add_edge(u, v, weight=before + weight)
    labels = [chance.randrange(4) for _ in graph]
    parts = [{v for v in graph if labels[v] == part} for part in set(labels)]
    tied = nx.convert_node_labels_to_integers(
        simple.subgraph([v for v in simple if simple.degree(v)]), ordering="sorted"
    )
    return {
        "nodes": len(graph),
        "edges": [[u, v, weight] for u, v, weight in graph.edges(data="weight")],
        "isolates": nx.number_of_isolates(simple),
        "directedDensity": number(nx.density(simple)),
        "undirectedDensity": number(nx.density(undirected)),
        "reciprocity": tried(nx.overall_reciprocity, simple),
        "reciprocityWithLoops": tried(nx.overall_reciprocity, graph),
        "nodeReciprocity": node_reciprocity(simple),
        "assortativity": tried(nx.degree_assortativity_coefficient, undirected),
        "outToInAssortativity": tried(nx.degree_assortativity_coefficient, simple, x="out", y="in"),
        "transitivity": number(nx.transitivity(undirected)),
        "pairsThatMeet": sum(d * (d - 1) // 2 for _, d in undirected.degree()),
        "meanClustering": number(nx.average_clustering(undirected)),
        "coreNumbers": [nx.core_number(undirected)[v] for v in graph],
        "components": sorted(len(part) for part in nx.connected_components(undirected)),
        "betweenness": [nx.betweenness_centrality(tied)[v] for v in tied],
        "pageRank": [nx.pagerank(tied, tol=1e-15, max_iter=5000)[v] for v in tied],
        "labels": labels,
        "modularity": tried(nx.community.modularity, weighted, parts),
        "continuousCore": continuous_core(tied.to_undirected()) if len(tied) > 2 else None,
    }


def main():
    chance = random.Random(SEED)
    lines = [json.dumps(answers(chance, i), separators=(",", ":")) for i in range(GRAPHS)]
    print('{"networkx":"%s","graphs":[' % nx.__version__)
    print(",\n".join(lines))
    print("]}")


if __name__ == "__main__":
    main()
