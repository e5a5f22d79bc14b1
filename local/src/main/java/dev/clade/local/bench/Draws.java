package dev.clade.local.bench;

import dev.clade.local.bench.hub.Hub;
import java.util.Locale;
import java.util.Random;

/** Which artifacts are asked about: all alike, or by how many relations they have. */
enum Draws {
  /** Every artifact as often as every other. */
  UNIFORM {
    @Override
    int draw(Hub hub, Random random) {
      return random.nextInt(hub.count());
    }
  },
  /** An artifact as often as it has relations: one end of any relation. */
  BY_DEGREE {
    @Override
    int draw(Hub hub, Random random) {
      int relation = random.nextInt(hub.relationCount());
      return random.nextBoolean() ? hub.upstream(relation) : hub.downstream(relation);
    }
  };

  abstract int draw(Hub hub, Random random);

  /** Returns the name that figures have. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Draws several artifacts. */
  int[] draw(Hub hub, int count, long seed) {
    Random random = new Random(seed);
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = draw(hub, random);
    }
    return drawn;
  }
}
