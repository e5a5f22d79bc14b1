package dev.clade.lineage.graph.snapshot;

/**
 * An edge of a known node as a number: the neighbor's number, or key, above the label's 8 bits. Of
 * numbers, not of keys, it sorts as rows do.
 */
final class KeyedEdge {
  private KeyedEdge() {}

  static long of(int neighbor, byte label) {
    return ((long) neighbor << Byte.SIZE) | label;
  }

  static int neighbor(long edge) {
    return (int) (edge >> Byte.SIZE);
  }

  static byte label(long edge) {
    return (byte) edge;
  }
}
