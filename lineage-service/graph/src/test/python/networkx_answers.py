"""Writes what networkx answers about random graphs, for NetworkxAnswersTest.

Run as: python3 networkx_answers.py > ../resources/dev/clade/lineage/graph/walk/networkx_answers.json

The graphs have cycles, self-loops and parallel edges. An edge [u, v] leads from the upstream node
u to v, which was made from it. Matrices have a row a node; -1 stands for what cannot be reached.
"""

import itertools
import json
import random

import networkx as nx

SEED = 20240711
GRAPHS = 30


def random_graph(chance, number):
    nodes = chance.randint(1, 16)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(nodes))
    # From nearly a forest to dense; most edges lead from smaller to larger, the others make cycles.
    for _ in range(chance.randint(0, nodes * (1 + number % 3))):
        ends = chance.choices(range(nodes), k=2)
        if chance.random() < 0.75:
            ends.sort()
        graph.add_edge(*ends)
        if chance.random() < 0.15:
            graph.add_edge(*ends)
    return graph


def distances(graph):
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    return [[lengths[u].get(v, -1) for v in graph] for u in graph]


def common_ancestors(graph, nodes):
    """An artifact counts as its own ancestor; the nearest have no other component below them."""
    common = set.intersection(*[nx.ancestors(graph, node) | {node} for node in nodes])
    condensed = nx.condensation(nx.DiGraph(graph.subgraph(common)))
    nearest = [
        member
        for component in condensed
        if condensed.out_degree(component) == 0
        for member in condensed.nodes[component]["members"]
    ]
    return {"of": nodes, "all": sorted(common), "nearest": sorted(nearest)}


def path(graph, source, target):
    paths = list(nx.all_shortest_paths(graph, source, target))
    steps = {step for each in paths for step in itertools.pairwise(each)}
    return {"from": source, "to": target, "first": min(paths), "steps": sorted(steps)}


def paths(graph, chance):
    reachable = [
        (u, v) for u, lengths in nx.all_pairs_shortest_path_length(graph) for v in lengths if u != v
    ]
    return [path(graph, u, v) for u, v in chance.sample(reachable, min(8, len(reachable)))]


def answers(chance, number):
    graph = random_graph(chance, number)
    simple = nx.DiGraph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    undirected = simple.to_undirected()
    groups = [chance.choices(range(len(graph)), k=chance.randint(1, 3)) for _ in range(6)]
    return {
        "nodes": len(graph),
        "edges": [list(edge) for edge in graph.edges(keys=False)],
        "downstream": distances(simple),
        "either": distances(undirected),
        "weak": sorted(sorted(part) for part in nx.weakly_connected_components(graph)),
        "strong": sorted(sorted(part) for part in nx.strongly_connected_components(graph)),
        "common": [common_ancestors(simple, group) for group in groups],
        "pathsDownstream": paths(simple, chance),
        "pathsEither": paths(undirected, chance),
    }


def main():
    chance = random.Random(SEED)
    lines = [json.dumps(answers(chance, i), separators=(",", ":")) for i in range(GRAPHS)]
    print('{"networkx":"%s","graphs":[' % nx.__version__)
    print(",\n".join(lines))
    print("]}")


if __name__ == "__main__":
    main()
