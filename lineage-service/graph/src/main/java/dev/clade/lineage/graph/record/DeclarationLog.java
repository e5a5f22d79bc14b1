package dev.clade.lineage.graph.record;

import java.util.Arrays;

/**
 * The declarations of every record, one behind the other: 4 bytes a name and 5 a declaration. What
 * a newer record replaces stays until it makes up half of the log.
 */
final class DeclarationLog {
  private static final int NO_DECLARATIONS = -1;
  private static final int SMALLEST_GARBAGE = 1 << 12;

  /** Set in the label of a record's last declaration. */
  private static final int LAST = 1 << 7;

  /** By name id: where its declarations start, or that there are none. */
  private int[] starts = {};

  private int[] upstreams = {};
  private byte[] labels = {};
  private int size;
  private int garbage;

  /** Replaces the declarations of an artifact. */
  void put(int name, int[] upstream, byte[] label) {
    if (name >= starts.length) {
      int old = starts.length;
      starts = Arrays.copyOf(starts, larger(name + 1));
      Arrays.fill(starts, old, starts.length, NO_DECLARATIONS);
    }
    garbage += count(name);
    starts[name] = upstream.length == 0 ? NO_DECLARATIONS : size;
    append(upstream, label);
    if (garbage > SMALLEST_GARBAGE && garbage > size / 2) {
      compact();
    }
  }

  /** Whether an artifact has just these declarations. */
  boolean holds(int name, int[] upstream, byte[] label) {
    if (count(name) != upstream.length) {
      return false;
    }
    for (int i = 0; i < upstream.length; i++) {
      if (upstream(name, i) != upstream[i] || label(name, i) != label[i]) {
        return false;
      }
    }
    return true;
  }

  int count(int name) {
    if (name >= starts.length || starts[name] == NO_DECLARATIONS) {
      return 0;
    }
    int last = starts[name];
    while ((labels[last] & LAST) == 0) {
      last++;
    }
    return last + 1 - starts[name];
  }

  int upstream(int name, int index) {
    return upstreams[starts[name] + index];
  }

  byte label(int name, int index) {
    return (byte) (labels[starts[name] + index] & ~LAST);
  }

  /** Returns how many declarations all records have. */
  int total() {
    return size - garbage;
  }

  /**
   * Returns the same log under new ids.
   *
   * @param oldIds by new id the id here
   * @param newIds by id here the new one
   */
  DeclarationLog renumbered(int[] oldIds, int[] newIds) {
    DeclarationLog renumbered = new DeclarationLog();
    renumbered.starts = new int[oldIds.length];
    renumbered.upstreams = new int[total()];
    renumbered.labels = new byte[total()];
    for (int name = 0; name < oldIds.length; name++) {
      int count = count(oldIds[name]);
      renumbered.starts[name] = count == 0 ? NO_DECLARATIONS : renumbered.size;
      for (int i = 0; i < count; i++) {
        renumbered.upstreams[renumbered.size] = newIds[upstream(oldIds[name], i)];
        renumbered.labels[renumbered.size++] = labels[starts[oldIds[name]] + i];
      }
    }
    return renumbered;
  }

  private void append(int[] upstream, byte[] label) {
    int end = size + upstream.length;
    if (end > upstreams.length) {
      upstreams = Arrays.copyOf(upstreams, larger(end));
      labels = Arrays.copyOf(labels, larger(end));
    }
    System.arraycopy(upstream, 0, upstreams, size, upstream.length);
    System.arraycopy(label, 0, labels, size, label.length);
    if (end > size) {
      labels[end - 1] |= (byte) LAST;
    }
    size = end;
  }

  private void compact() {
    int[] keptUpstreams = new int[total()];
    byte[] keptLabels = new byte[total()];
    int kept = 0;
    for (int name = 0; name < starts.length; name++) {
      int count = count(name);
      if (count > 0) {
        System.arraycopy(upstreams, starts[name], keptUpstreams, kept, count);
        System.arraycopy(labels, starts[name], keptLabels, kept, count);
        starts[name] = kept;
        kept += count;
      }
    }
    upstreams = keptUpstreams;
    labels = keptLabels;
    size = kept;
    garbage = 0;
  }

  /** Grows by an eighth: the log of a whole hub is filled once and then grows slowly. */
  private static int larger(int needed) {
    return needed + (needed >> 3) + 16;
  }
}
