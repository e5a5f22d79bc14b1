package dev.clade.local.bench.hub;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Random;

/**
 * Artifacts as often as others have still to be derived from them. A draw takes one out; when none
 * are left it draws again from all there were, so that those with many get more.
 */
final class Stubs {
  private final IntArrayList all = new IntArrayList();
  private int left;

  void add(int artifact, int count) {
    for (int i = 0; i < count; i++) {
      all.add(artifact);
    }
    left = all.size();
  }

  void addLeftOf(Stubs others) {
    all.addElements(all.size(), others.all.elements(), 0, others.left);
    left = all.size();
  }

  /** Returns all, those drawn included. */
  int[] toArray() {
    return all.toIntArray();
  }

  int draw(Random random) {
    if (left == 0) {
      return all.getInt(random.nextInt(all.size()));
    }
    int place = random.nextInt(left--);
    int drawn = all.getInt(place);
    all.set(place, all.getInt(left));
    all.set(left, drawn);
    return drawn;
  }
}
