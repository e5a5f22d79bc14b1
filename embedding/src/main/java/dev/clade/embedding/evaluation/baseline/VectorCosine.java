package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;

/**
 * The cosine of two rows' vectors.
 *
 * @param name in tables
 * @param vectors of all rows
 */
public record VectorCosine(String name, VectorTable vectors) implements PairScorer {
  @Override
  public double[] score(int query, int[] candidates) {
    return Arrays.stream(candidates).mapToDouble(row -> vectors.cosine(query, row)).toArray();
  }
}
