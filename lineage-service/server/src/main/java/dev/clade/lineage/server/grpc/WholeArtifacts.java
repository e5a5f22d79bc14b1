package dev.clade.lineage.server.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Puts the rows of artifacts together that come in pieces.
 *
 * @param <R> a row
 */
final class WholeArtifacts<R> {
  private final BiConsumer<String, List<R>> reader;
  private final List<R> rows = new ArrayList<>();
  private String name = "";

  /** Hands each artifact's name and all its rows to a reader. */
  WholeArtifacts(BiConsumer<String, List<R>> reader) {
    this.reader = reader;
  }

  /** Takes rows of an artifact; when another one was begun, that is whole. */
  void add(String artifact, List<R> some) {
    if (!artifact.equals(name)) {
      hand();
      name = artifact;
    }
    rows.addAll(some);
  }

  /** Takes that everything up to a name was added. */
  void through(String artifact) {
    if (artifact.equals(name)) {
      hand();
    }
  }

  /** Forgets the artifact that is not whole. */
  void forget() {
    rows.clear();
  }

  private void hand() {
    if (!rows.isEmpty()) {
      reader.accept(name, List.copyOf(rows));
      rows.clear();
    }
  }
}
