package dev.clade.lineage.ecosystem.network.graph;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which members groups have, in compressed sparse rows: such as the contributors of repositories or
 * the models of spaces. Groups and members are numbers from 0 on; no group has a member twice.
 */
public final class Groups {
  private final int[] starts;
  private final int[] members;

  private Groups(int[] starts, int[] members) {
    this.starts = starts;
    this.members = members;
  }

  /** Returns how many groups there are. */
  public int groupCount() {
    return starts.length - 1;
  }

  /** Returns how many members all groups have together. */
  public int membershipCount() {
    return members.length;
  }

  /** Returns the index of a group's first member. */
  public int start(int group) {
    return starts[group];
  }

  /** Returns the index behind a group's last member. */
  public int end(int group) {
    return starts[group + 1];
  }

  /** Returns how many members a group has. */
  public int size(int group) {
    return end(group) - start(group);
  }

  /** Returns the member at an index. */
  public int member(int index) {
    return members[index];
  }

  /** Returns the same groups with each member under another number. */
  public Groups renumbered(int[] numbers) {
    return new Groups(starts, Arrays.stream(members).map(member -> numbers[member]).toArray());
  }

  /** Returns the same groups with some members only; groups without any stay, empty. */
  public Groups only(IntPredicate kept) {
    Builder builder = new Builder();
    for (int group = 0; group < groupCount(); group++) {
      for (int i = start(group); i < end(group); i++) {
        if (kept.test(members[i])) {
          builder.add(members[i]);
        }
      }
      builder.endGroup();
    }
    return builder.build();
  }

  /** Makes groups, one after the other; not thread-safe. */
  public static final class Builder {
    private final IntArrayList starts = IntArrayList.of(0);
    private final IntArrayList members = new IntArrayList();

    /** Adds a member to the group that is being made. */
    public void add(int member) {
      members.add(member);
    }

    /** Ends the group that is being made; it may be empty. */
    public void endGroup() {
      starts.add(members.size());
    }

    /** Returns the groups that were ended. */
    public Groups build() {
      return new Groups(starts.toIntArray(), members.toIntArray());
    }
  }
}
