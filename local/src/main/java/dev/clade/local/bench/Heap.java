package dev.clade.local.bench;

/** What the objects of this process take. */
final class Heap {
  private static final int COLLECTIONS = 5;

  private Heap() {}

  /** Returns the bytes that are left after several collections. */
  static long used() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
