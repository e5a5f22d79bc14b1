package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Edges;
import dev.clade.lineage.ecosystem.network.graph.Groups;

/**
 * The collaboration network of developers, by the rule of the script {@code hf-collabnet.py} of
 * Osborne, Ding and Kirk (arXiv 2405.13058).
 *
 * <p>For every commit of a repository, the first author it lists is tied to every other contributor
 * of the repository, or to themselves when there is no other. Equal ties add up. So the weight of u
 * → v is the number of commits that list u first, over all repositories that u and v share.
 *
 * <p>Two contributors who are each listed first in a repository are therefore always tied both
 * ways, which builds much of the reciprocity in; ties of one direction come only from people who
 * are nothing but co-authors.
 */
public final class CollaborationGraph {
  private CollaborationGraph() {}

  /**
   * Returns the network, self-loops included; nodes are the authors of the contributions. Takes O(Σ
   * first authors · contributors, over repositories).
   */
  public static DirectedGraph of(Contributions contributions) {
    Edges edges = new Edges();
    Groups contributors = contributions.contributors();
    for (int repository = 0; repository < contributors.groupCount(); repository++) {
      for (int i = contributors.start(repository); i < contributors.end(repository); i++) {
        int commits = contributions.firstAuthored(i);
        if (commits > 0) {
          tie(edges, contributors, repository, contributors.member(i), commits);
        }
      }
    }
    return edges.directed(contributions.authorCount());
  }

  private static void tie(
      Edges edges, Groups contributors, int repository, int author, int commits) {
    boolean alone = contributors.size(repository) == 1;
    for (int i = contributors.start(repository); i < contributors.end(repository); i++) {
      int other = contributors.member(i);
      if (alone || other != author) {
        edges.add(author, other, commits);
      }
    }
  }
}
