package dev.clade.embedding.network;

import java.util.EnumMap;
import java.util.Map;

/**
 * The weights of a network. Arrays are shared and not copied, since tables are large: who is given
 * weights must not write to them.
 */
public final class NetworkWeights {
  private final NetworkShape shape;
  private final NetworkLayout layout;
  private final float[] dense;
  private final Map<TokenTable, float[]> tables;

  /**
   * Takes weights.
   *
   * @param dense as {@link NetworkLayout} lays them out
   * @param tables for each table of the shape its vectors, bucket after bucket
   * @throws IllegalArgumentException if there are too many or too few
   */
  public NetworkWeights(NetworkShape shape, float[] dense, Map<TokenTable, float[]> tables) {
    this.shape = shape;
    this.layout = new NetworkLayout(shape);
    this.dense = dense;
    this.tables = new EnumMap<>(TokenTable.class);
    this.tables.putAll(tables);
    if (dense.length != layout.size()) {
      throw new IllegalArgumentException(
          "dense: such a network has %,d weights; these are %,d"
              .formatted(layout.size(), dense.length));
    }
    for (TokenTable table : shape.tokenTables()) {
      int size = shape.tables().of(table) * shape.width(table);
      if (!tables.containsKey(table) || tables.get(table).length != size) {
        throw new IllegalArgumentException(
            "tables: %s must have %,d numbers".formatted(table, size));
      }
    }
  }

  /** Returns the form of the network. */
  public NetworkShape shape() {
    return shape;
  }

  /** Returns where the tensors lie among the dense weights. */
  public NetworkLayout layout() {
    return layout;
  }

  /** Returns the dense weights. */
  public float[] dense() {
    return dense;
  }

  /** Returns the vectors of a table that the network has. */
  public float[] table(TokenTable table) {
    return tables.get(table);
  }

  /** Returns how many weights there are, tables included. */
  public long count() {
    long count = dense.length;
    for (TokenTable table : shape.tokenTables()) {
      count += tables.get(table).length;
    }
    return count;
  }
}
