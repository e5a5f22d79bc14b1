package dev.clade.lineage.ecosystem.catalogue;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import java.util.function.Consumer;

/**
 * What the catalogue knows beside the graph, in the order of names by their bytes. Reading blocks;
 * a failure to read, which is unchecked, ends the analysis.
 */
public interface Catalogue {
  /**
   * Reads what is known of every repository of a kind; those that the hub has under another name
   * now are left out, those that it has no more are not.
   */
  void readRepositories(ArtifactKind kind, Consumer<Repository> reader);

  /** Reads the commits of every repository of a kind that has any. */
  void readCommits(ArtifactKind kind, Consumer<History> reader);

  /**
   * Reads the downloads and likes of every repository of a kind over time, those of one repository
   * behind each other, the earliest first and the present ones last. A repository's counts are
   * listed when they differ from those before.
   */
  void readCounts(ArtifactKind kind, Consumer<DatedCounts> reader);

  /** Reads the card of every repository of a kind that has one. */
  void readCards(ArtifactKind kind, Consumer<CardText> reader);
}
