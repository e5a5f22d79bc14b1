package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Synthetic commits of a hub's shape, the same for the same seed.
 *
 * <p>Of the repositories, 60 % have 1 to 4 commits and the others a number that falls off as a
 * power law (exponent 2.2, at most 2,000). Their owners are drawn by the square of a uniform
 * number, so few own many. A tenth begin with a commit by {@code system}, and a tenth have 1 to 4
 * further contributors, or once in 200 times 20 to 100, who take part in a third of the commits:
 * half the time first, else as co-authors. A twentieth of repositories merge one pull request of
 * {@code SFconvertbot}.
 */
final class CommitStreams {
  private final SplittableRandom random;
  private final int people;

  private CommitStreams(long seed, int people) {
    this.random = new SplittableRandom(seed);
    this.people = people;
  }

  /** Returns a table of at least so many commits, with a person for every five of them. */
  static CommitTable table(int commits, long seed) {
    CommitStreams streams = new CommitStreams(seed, Math.max(2, commits / 5));
    CommitTable.Builder builder = new CommitTable.Builder();
    int written = 0;
    for (int repository = 0; written < commits; repository++) {
      written += streams.add(builder, repository);
    }
    return builder.build();
  }

  private int add(CommitTable.Builder builder, int repository) {
    String owner = person();
    String name = "%s/%d".formatted(owner, repository);
    List<String> others = others();
    int commits = commitCount();
    for (int commit = 0; commit < commits; commit++) {
      builder.add(name, commit == 0 && chance(.1) ? List.of("system") : authors(owner, others));
    }
    if (chance(.05)) {
      builder.add(name, List.of(owner, "SFconvertbot"));
      return commits + 1;
    }
    return commits;
  }

  private List<String> authors(String owner, List<String> others) {
    if (others.isEmpty() || !chance(1 / 3.0)) {
      return List.of(owner);
    }
    String other = others.get(random.nextInt(others.size()));
    return chance(.5) ? List.of(other) : List.of(owner, other);
  }

  private List<String> others() {
    int count = !chance(.1) ? 0 : chance(.005) ? random.nextInt(20, 101) : random.nextInt(1, 5);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      others.add(person());
    }
    return others;
  }

  private int commitCount() {
    return chance(.6)
        ? random.nextInt(1, 5)
        : (int) Math.min(2_000, 4 * Math.pow(1 - random.nextDouble(), -1 / 1.2));
  }

  private String person() {
    double uniform = random.nextDouble();
    return "person" + (int) (people * uniform * uniform);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
