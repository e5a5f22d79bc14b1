package dev.clade.lineage.server.embedding;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.version.HubEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what is encoded into blocks to be stored. */
final class RowBlocks implements HubEncoder.Rows {
  private static final int BLOCK = 256;

  private final Consumer<List<EncodedRow>> store;
  private final List<EncodedRow> block = new ArrayList<>();

  /** Hands blocks to a store, which may block. */
  RowBlocks(Consumer<List<EncodedRow>> store) {
    this.store = store;
  }

  @Override
  public void accept(int row, RepositoryRecord record, Encoding encoding) {
    block.add(row(row, record, encoding));
    if (block.size() == BLOCK) {
      finish();
    }
  }

  /** Hands out what is left. */
  void finish() {
    if (!block.isEmpty()) {
      store.accept(List.copyOf(block));
      block.clear();
    }
  }

  private static EncodedRow row(int row, RepositoryRecord record, Encoding encoding) {
    float[] fused = encoding.fused();
    float[] views = new float[encoding.views().size() * fused.length];
    byte presence = 0;
    int place = 0;
    for (View view : View.values()) {
      if (encoding.views().contains(view)) {
        presence |= (byte) (1 << view.ordinal());
        System.arraycopy(encoding.view(view), 0, views, place, fused.length);
        place += fused.length;
      }
    }
    return new EncodedRow(row, name(record), presence, fused, views);
  }

  private static String name(RepositoryRecord record) {
    return switch (record.kind()) {
          case MODEL -> "models/";
          case DATASET -> "datasets/";
          case SPACE -> "spaces/";
        }
        + record.id();
  }
}
