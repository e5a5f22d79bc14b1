package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.maintenance.bayes.BinaryTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps from each commit of a repository to its next one, where both tell what they change. Not
 * thread-safe while repositories are added.
 */
public final class ChangeSteps {
  static final int SIZE = ChangeCategory.values().length;

  private final long[] counts = new long[1 << 2 * SIZE];

  /**
   * Adds the steps of a repository.
   *
   * @param commits of each the categories, empty when it does not tell, in the order of time
   */
  public void add(List<Optional<Set<ChangeCategory>>> commits) {
    for (int i = 1; i < commits.size(); i++) {
      if (commits.get(i - 1).isPresent() && commits.get(i).isPresent()) {
        counts[bits(commits.get(i - 1).get()) | bits(commits.get(i).get()) << SIZE]++;
      }
    }
  }

  /**
   * Returns how often each pattern of categories occurs: first, in their order, those of the one
   * commit and then those of the next.
   */
  public BinaryTable table() {
    return new BinaryTable(2 * SIZE, counts);
  }

  private static int bits(Set<ChangeCategory> categories) {
    return categories.stream().mapToInt(each -> 1 << each.ordinal()).sum();
  }
}
