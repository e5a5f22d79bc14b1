package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A catalogue in memory.
 *
 * @param repositories by kind, as the others in the order in which they are read
 * @param commits of models only, as all that follow
 */
public record MemoryCatalogue(
    Map<ArtifactKind, List<Repository>> repositories,
    List<History> commits,
    List<DatedCounts> counts,
    List<CardText> cards)
    implements Catalogue {
  /** Nothing is known. */
  public static final MemoryCatalogue EMPTY =
      new MemoryCatalogue(Map.of(), List.of(), List.of(), List.of());

  /** Returns the same with other repositories. */
  public MemoryCatalogue with(ArtifactKind kind, List<Repository> some) {
    Map<ArtifactKind, List<Repository>> all = new EnumMap<>(ArtifactKind.class);
    all.putAll(repositories);
    all.put(kind, some);
    return new MemoryCatalogue(all, commits, counts, cards);
  }

  /** Returns the same with other commits of models. */
  public MemoryCatalogue withCommits(List<History> some) {
    return new MemoryCatalogue(repositories, some, counts, cards);
  }

  /** Returns the same with other counts of models. */
  public MemoryCatalogue withCounts(List<DatedCounts> some) {
    return new MemoryCatalogue(repositories, commits, some, cards);
  }

  /** Returns the same with other cards of models. */
  public MemoryCatalogue withCards(List<CardText> some) {
    return new MemoryCatalogue(repositories, commits, counts, some);
  }

  @Override
  public void readRepositories(ArtifactKind kind, Consumer<Repository> reader) {
    repositories.getOrDefault(kind, List.of()).forEach(reader);
  }

  @Override
  public void readCommits(ArtifactKind kind, Consumer<History> reader) {
    models(kind, commits).forEach(reader);
  }

  @Override
  public void readCounts(ArtifactKind kind, Consumer<DatedCounts> reader) {
    models(kind, counts).forEach(reader);
  }

  @Override
  public void readCards(ArtifactKind kind, Consumer<CardText> reader) {
    models(kind, cards).forEach(reader);
  }

  private static <T> List<T> models(ArtifactKind kind, List<T> some) {
    return kind == ArtifactKind.MODEL ? some : List.of();
  }
}
