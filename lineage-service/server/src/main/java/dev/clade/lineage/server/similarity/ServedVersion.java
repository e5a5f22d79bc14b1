package dev.clade.lineage.server.similarity;

import dev.clade.embedding.answer.EmbeddingAnswers;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version that answers.
 *
 * @param id its identifier
 * @param answers what it knows
 */
public record ServedVersion(String id, EmbeddingAnswers answers) {
  /** Returns the row of an artifact; nothing for one that it does not know. */
  public OptionalInt row(ArtifactName name) {
    return kind(name.kind())
        .map(kind -> answers.find(kind, name.id()))
        .orElseGet(OptionalInt::empty);
  }

  /** Returns the name of a row. */
  public ArtifactName name(int row) {
    ArtifactKind kind =
        switch (answers.kind(row)) {
          case MODEL -> ArtifactKind.MODEL;
          case DATASET -> ArtifactKind.DATASET;
          case SPACE -> ArtifactKind.SPACE;
        };
    return new ArtifactName(kind, answers.id(row));
  }

  /** Returns what the embedding calls a kind; nothing for papers, of which it knows none. */
  public static Optional<RepositoryKind> kind(ArtifactKind kind) {
    return switch (kind) {
      case MODEL -> Optional.of(RepositoryKind.MODEL);
      case DATASET -> Optional.of(RepositoryKind.DATASET);
      case SPACE -> Optional.of(RepositoryKind.SPACE);
      case PAPER -> Optional.empty();
    };
  }
}
