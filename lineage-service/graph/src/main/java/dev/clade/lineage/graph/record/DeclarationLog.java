package dev.clade.lineage.graph.record;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The declarations of every record, one behind the other: 5 bytes each and 5 more for a record that
 * has any. What a newer record replaces stays until it makes up half of the log.
 */
final class DeclarationLog {
  private static final int NO_RECORD = -2;
  private static final int NO_DECLARATIONS = -1;
  private static final int SMALLEST_GARBAGE = 1 << 12;

  /** By name id: where its declarations start, or one of the two constants. */
  private int[] starts = new int[0];

  /** Per record the number of declarations, then their upstream name ids. */
  private IntArrayList upstreams = new IntArrayList();

  private ByteArrayList labels = new ByteArrayList();
  private int garbage;

  /** Replaces the declarations of an artifact, which is known from then on. */
  void put(int name, int[] upstream, byte[] label) {
    reserve(name);
    if (starts[name] >= 0) {
      garbage += 1 + count(name);
    }
    starts[name] = append(upstream, label);
    if (garbage > SMALLEST_GARBAGE && garbage > upstreams.size() / 2) {
      compact();
    }
  }

  boolean contains(int name) {
    return name < starts.length && starts[name] != NO_RECORD;
  }

  int count(int name) {
    return starts[name] == NO_DECLARATIONS ? 0 : upstreams.getInt(starts[name]);
  }

  int upstream(int name, int index) {
    return upstreams.getInt(starts[name] + 1 + index);
  }

  byte label(int name, int index) {
    return labels.getByte(starts[name] + 1 + index);
  }

  private void reserve(int name) {
    if (name >= starts.length) {
      int old = starts.length;
      starts = Arrays.copyOf(starts, Math.max(name + 1, old + (old >> 1)));
      Arrays.fill(starts, old, starts.length, NO_RECORD);
    }
  }

  private int append(int[] upstream, byte[] label) {
    if (upstream.length == 0) {
      return NO_DECLARATIONS;
    }
    int start = upstreams.size();
    upstreams.add(upstream.length);
    labels.add((byte) 0);
    upstreams.addElements(upstreams.size(), upstream);
    labels.addElements(labels.size(), label);
    return start;
  }

  private void compact() {
    IntArrayList keptUpstreams = new IntArrayList(upstreams.size() - garbage);
    ByteArrayList keptLabels = new ByteArrayList(upstreams.size() - garbage);
    for (int name = 0; name < starts.length; name++) {
      if (starts[name] >= 0) {
        int start = starts[name];
        int size = 1 + count(name);
        starts[name] = keptUpstreams.size();
        keptUpstreams.addElements(keptUpstreams.size(), upstreams.elements(), start, size);
        keptLabels.addElements(keptLabels.size(), labels.elements(), start, size);
      }
    }
    upstreams = keptUpstreams;
    labels = keptLabels;
    garbage = 0;
  }
}
