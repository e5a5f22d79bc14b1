package dev.clade.lineage.graph.attribute;

import java.time.Instant;
import java.util.Optional;

/**
 * The attributes that an {@link AttributeTable} had when the view was taken, by name id. Immutable:
 * any thread that received it safely may read it.
 */
public final class AttributeView {
  private final Profile[] profiles;
  private final int[][] codes;
  private final int[][] createTimes;

  AttributeView(Profile[] profiles, int[][] codes, int[][] createTimes) {
    this.profiles = profiles;
    this.codes = codes;
    this.createTimes = createTimes;
  }

  /** Returns all that is known of an artifact. */
  public Attributes get(int name) {
    return new Attributes(profile(name), createTime(name));
  }

  /** Returns what is known of an artifact besides its time. */
  public Profile profile(int name) {
    return profiles[CopyOnWriteInts.get(codes, name)];
  }

  /** Returns when an artifact was created, to the second. */
  public Optional<Instant> createTime(int name) {
    return EpochSeconds.read(createSecond(name));
  }

  /** Returns when an artifact was created, as {@link EpochSeconds} writes it. */
  public int createSecond(int name) {
    return CopyOnWriteInts.get(createTimes, name);
  }
}
