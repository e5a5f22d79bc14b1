package dev.clade.embedding.version;

import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.network.TrainedNetwork;
import java.util.List;
import java.util.Optional;

/**
 * What a training hands to those who serve it.
 *
 * @param vocabulary how features are made
 * @param network how they are encoded
 * @param refreshes how often the lineage view is made anew from the fused vectors that the network
 *     gives with the one before; the first is made from tags, so 0 leaves it there; at most {@link
 *     #MOST_REFRESHES}
 * @param probe what tells whether a reader computes the same
 * @param attributes how suggestions of attributes are made, each attribute at most once
 * @param parents how parents are inferred; empty where too few were declared to learn from
 */
public record EmbeddingVersion(
    Vocabulary vocabulary,
    TrainedNetwork network,
    int refreshes,
    Probe probe,
    List<AttributeConfidence> attributes,
    Optional<ParentConfidence> parents) {
  /** Most refreshes of the lineage view; each costs an encoding of all repositories. */
  public static final int MOST_REFRESHES = 3;

  /**
   * Takes an unmodifiable copy of the list and checks ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range or an attribute comes twice
   */
  public EmbeddingVersion {
    attributes = List.copyOf(attributes);
    if (refreshes < 0 || refreshes > MOST_REFRESHES) {
      throw new IllegalArgumentException(
          "refreshes must be from 0 to %d; it is %d".formatted(MOST_REFRESHES, refreshes));
    }
    if (attributes.stream().map(AttributeConfidence::attribute).distinct().count()
        < attributes.size()) {
      throw new IllegalArgumentException("attributes: each may be there once");
    }
  }

  /** Returns how many dimensions its vectors have. */
  public int dimension() {
    return network.weights().shape().layers().embedding();
  }
}
