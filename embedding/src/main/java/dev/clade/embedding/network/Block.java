package dev.clade.embedding.network;

import java.util.List;

/**
 * A tensor among the dense weights of a network.
 *
 * @param index its number, from 0
 * @param offset where it starts among all dense weights
 * @param sizes lengths of its axes; a matrix has a row for each input
 */
public record Block(int index, int offset, List<Integer> sizes) {
  /** Copies the sizes. */
  public Block {
    sizes = List.copyOf(sizes);
  }

  /** Returns how many weights it has. */
  public int size() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }
}
