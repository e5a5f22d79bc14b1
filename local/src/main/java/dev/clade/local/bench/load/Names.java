package dev.clade.local.bench.load;

import dev.clade.local.bench.hub.Hub;

/** An artifact of a hub for each number, near numbers far apart and none twice until all were. */
public final class Names {
  /** A prime that is no divisor of any hub's size that benches have. */
  private static final long STRIDE = 1_000_003;

  private Names() {}

  /** Returns the resource name of a number, from 0. */
  public static String of(Hub hub, int number) {
    return hub.name((int) (number * STRIDE % hub.count()));
  }
}
