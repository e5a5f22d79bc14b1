package dev.clade.valuation.worker.contrastive.batch;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the rows of batches. Rows take turns. A batch for all losses has half of its rows by turn
 * and then their declared parents, rows that could be taken for their parents, and pairs of rows
 * that share a label, with all classes as likely.
 */
public final class Batches {
  private static final int MOST_DRAWN = 32;

  private final int[] rows;
  private final boolean[] usable;
  private final int size;
  private final Relations relations;
  private final ParentCandidates candidates;
  private final List<LabelledRows> labels;
  private final RandomSource random;
  private final EpochOrder order;

  /**
   * Prepares batches.
   *
   * @param rows the rows that are trained on
   * @param size rows a batch, at most as many as there are
   * @param labels the labels whose classes are to be there in pairs
   * @param random what decides
   */
  public Batches(
      int[] rows, int size, Relations relations, List<LabelColumn> labels, RandomSource random) {
    this.rows = rows;
    this.size = Math.min(size, rows.length);
    this.relations = relations;
    this.usable = new boolean[relations.parents().length];
    for (int row : rows) {
      usable[row] = true;
    }
    this.candidates = new ParentCandidates(relations, rows, usable);
    this.labels =
        labels.stream()
            .map(column -> LabelledRows.of(column, rows))
            .filter(labelled -> labelled.classCount() > 0)
            .toList();
    this.random = random;
    this.order = new EpochOrder(rows.length, random);
  }

  /** Returns how many steps make an epoch. */
  public int stepsAnEpoch() {
    return Math.ceilDiv(rows.length, size);
  }

  /** Goes to a step: {@code byTurn} rows have been taken before it. */
  public void seek(long byTurn) {
    order.seek(byTurn);
  }

  /** Returns how many rows a batch takes by turn. */
  public int byTurn(boolean accompanied) {
    return accompanied ? Math.ceilDiv(size, 2) : size;
  }

  /**
   * Returns the next batch.
   *
   * @param step number of the step
   * @param accompanied whether half of the rows are chosen for what they are to the others
   */
  public BatchRows next(long step, boolean accompanied) {
    Set<Integer> chosen = new LinkedHashSet<>();
    int byTurn = byTurn(accompanied);
    // At the end of an epoch a row may come again within the batch; its place goes to another.
    for (int i = 0; i < byTurn; i++) {
      chosen.add(rows[order.next()]);
    }
    int[] turn = array(chosen);
    RandomStream stream = random.stream(Purpose.COMPANIONS, step);
    Set<Integer> drawn = new LinkedHashSet<>();
    if (accompanied) {
      addParents(chosen, turn);
      addDrawn(chosen, drawn, turn, stream);
      addLabelled(chosen, stream);
    }
    while (chosen.size() < size) {
      chosen.add(rows[stream.nextInt(rows.length)]);
    }
    int[] all = array(chosen);
    boolean[] marks = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      marks[i] = drawn.contains(all[i]);
    }
    return new BatchRows(all, marks);
  }

  private void addParents(Set<Integer> chosen, int[] turn) {
    for (int child : turn) {
      for (int parent : relations.parents()[child]) {
        if (usable[parent] && chosen.size() < size - drawnCount()) {
          chosen.add(parent);
        }
      }
    }
  }

  private void addDrawn(Set<Integer> chosen, Set<Integer> drawn, int[] turn, RandomStream stream) {
    int[] children =
        Arrays.stream(turn).filter(row -> relations.parents()[row].length > 0).toArray();
    for (int i = 0; i < drawnCount() && chosen.size() < size; i++) {
      int row =
          children.length == 0
              ? rows[stream.nextInt(rows.length)]
              : candidates.draw(children[stream.nextInt(children.length)], stream);
      chosen.add(row);
      drawn.add(row);
    }
  }

  private void addLabelled(Set<Integer> chosen, RandomStream stream) {
    for (int tries = 0; !labels.isEmpty() && tries < size && chosen.size() + 1 < size; tries++) {
      for (int row : labels.get(stream.nextInt(labels.size())).pair(stream)) {
        chosen.add(row);
      }
    }
  }

  private int drawnCount() {
    return Math.min(MOST_DRAWN, size / 8);
  }

  private static int[] array(Set<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
