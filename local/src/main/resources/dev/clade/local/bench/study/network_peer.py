"""Measures collaboration networks with networkx, of all accounts and of people.

Reads lines of a model, a tab and the authors of a commit with commas between them, and prints a
line a measure: accounts, name, seconds and value, with tabs between them.
"""
import itertools
import sys
import time

import networkx as nx
import scipy  # Without it networkx fails half-way.

AUTOMATED = {"system", "SFconvertbot"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(model, authors.split(",")) for model, authors in rows]


def network(commits, excluded):
    """Ties the first author of each commit to all others of the model."""
    graph = nx.DiGraph()
    for _, group in itertools.groupby(commits, key=lambda commit: commit[0]):
        lists = [[name for name in authors if name not in excluded] for _, authors in group]
        lists = [names for names in lists if names]
        everybody = set().union(*lists)
        for first, *_ in lists:
            for other in everybody - {first}:
                if graph.has_edge(first, other):
                    graph[first][other]["weight"] += 1
                else:
                    graph.add_edge(first, other, weight=1)
    return graph


def undirected(graph):
    """Adds up the weights of both ways."""
    both = nx.Graph()
    for one, other, weight in graph.edges(data="weight"):
        before = both.get_edge_data(one, other, {"weight": 0})["weight"]
        both.add_edge(one, other, weight=before + weight)
    return both


def measure(accounts, graph, both):
    cores = {}

    def largest_core():
        cores.update(nx.core_number(both))
        return max(cores.values())

    def louvain():
        return nx.community.modularity(both, nx.community.louvain_communities(both, seed=1))

    for name, value in (
        ("density, directed", lambda: nx.density(graph)),
        ("reciprocity", lambda: nx.overall_reciprocity(graph)),
        ("assortativity of degrees", lambda: nx.degree_assortativity_coefficient(both)),
        ("components", lambda: nx.number_connected_components(both)),
        ("largest core number k", largest_core),
        ("authors of the innermost k-core", lambda: list(cores.values()).count(max(cores.values()))),
        ("transitivity", lambda: nx.transitivity(both)),
        ("modularity, Louvain", louvain),
    ):
        timed(accounts, name, value)


def timed(accounts, name, value):
    start = time.perf_counter()
    found = value()
    print(accounts, name, time.perf_counter() - start, found, sep="\t", flush=True)


def main():
    commits = read(sys.argv[1])
    for accounts, excluded in (("all", set()), ("people", AUTOMATED)):
        graph = nx.DiGraph()

        def build():
            graph.update(network(commits, excluded))
            return graph.number_of_edges()

        timed(accounts, "ties", build)
        measure(accounts, graph, undirected(graph))


if __name__ == "__main__":
    main()
