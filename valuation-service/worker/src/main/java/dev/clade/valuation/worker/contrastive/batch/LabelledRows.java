package dev.clade.valuation.worker.contrastive.batch;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rows of each class that at least two rows have.
 *
 * @param classes rows, class after class
 */
record LabelledRows(List<int[]> classes) {
  /** Sorts rows by a label. */
  static LabelledRows of(LabelColumn column, int[] rows) {
    Map<Integer, IntStream.Builder> members = new TreeMap<>();
    for (int row : rows) {
      int label = column.values()[row];
      if (label >= 0) {
        members.computeIfAbsent(label, it -> IntStream.builder()).add(row);
      }
    }
    return new LabelledRows(
        members.values().stream()
            .map(builder -> builder.build().toArray())
            .filter(all -> all.length > 1)
            .toList());
  }

  /** Returns the number of classes. */
  int classCount() {
    return classes.size();
  }

  /** Returns two rows of a class, with all classes as likely. */
  int[] pair(RandomStream random) {
    int[] all = classes.get(random.nextInt(classes.size()));
    int one = random.nextInt(all.length);
    int other = (one + 1 + random.nextInt(all.length - 1)) % all.length;
    return new int[] {all[one], all[other]};
  }
}
