package dev.clade.lineage.graph.attribute;

/**
 * The latest attributes of every artifact, by its name's id. Not thread-safe; {@link #view()} is
 * what readers get.
 */
public final class AttributeTable {
  private final ProfilePool profiles = new ProfilePool();
  private final CopyOnWriteInts codes = new CopyOnWriteInts();
  private final CopyOnWriteInts createTimes = new CopyOnWriteInts();

  /** Replaces the attributes of an artifact. */
  public void put(int name, Attributes attributes) {
    codes.set(name, profiles.code(attributes.profile()));
    createTimes.set(name, EpochSeconds.of(attributes.createTime()));
  }

  /**
   * Returns the same attributes under new ids, and forgets profiles that none has any longer.
   *
   * @param oldIds by new id the id here
   */
  public AttributeTable renumbered(int[] oldIds) {
    AttributeTable renumbered = new AttributeTable();
    for (int name = 0; name < oldIds.length; name++) {
      Profile profile = profiles.get(codes.get(oldIds[name]));
      renumbered.codes.set(name, renumbered.profiles.code(profile));
      renumbered.createTimes.set(name, createTimes.get(oldIds[name]));
    }
    return renumbered;
  }

  /** Returns the attributes as they are now; later changes do not show in them. */
  public AttributeView view() {
    return new AttributeView(profiles.view(), codes.view(), createTimes.view());
  }
}
