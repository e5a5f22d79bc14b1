package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Embeds things so that a head's vector plus its relation's is near the tail's (Bordes et al.,
 * "Translating embeddings for modeling multi-relational data", NIPS 2013): by stochastic gradient
 * descent on how far each statement, with a margin of 1, is nearer than one with a random head or
 * tail. Things have unit length; distances are squared.
 */
public final class TransE {
  private static final float MARGIN = 1;
  private static final float RATE = 0.01f;

  private final int width;
  private final float[] things;
  private final float[] relations;
  private final float[] good;
  private final float[] bad;

  private TransE(Triples triples, int width, Random random) {
    this.width = width;
    this.things = drawn(triples.entities(), random);
    this.relations = drawn(triples.relations(), random);
    this.good = new float[width];
    this.bad = new float[width];
  }

  /**
   * Embeds.
   *
   * @param width numbers of a vector
   * @param epochs how often each statement is looked at
   */
  public static TransE train(Triples triples, int width, int epochs, long seed) {
    Random random = new Random(seed);
    TransE model = new TransE(triples, width, random);
    int[] order = IntStream.range(0, triples.count()).toArray();
    for (int epoch = 0; epoch < epochs; epoch++) {
      IntArrays.shuffle(order, random);
      for (int i : order) {
        int other = random.nextInt(triples.entities());
        boolean isHead = random.nextBoolean();
        model.step(
            triples.heads()[i],
            triples.kinds()[i],
            triples.tails()[i],
            isHead ? other : triples.heads()[i],
            isHead ? triples.tails()[i] : other);
      }
    }
    return model;
  }

  /** Returns a scorer of rows as tails of a relation: the nearer, the better. */
  public PairScorer scorer(String name, int relation) {
    return PairScorer.of(
        name,
        (query, candidates) -> {
          float[] difference = new float[width];
          double[] scores = new double[candidates.length];
          for (int i = 0; i < scores.length; i++) {
            scores[i] = -distance(query, relation, candidates[i], difference);
          }
          return scores;
        });
  }

  private void step(int head, int relation, int tail, int otherHead, int otherTail) {
    float near = distance(head, relation, tail, good);
    float far = distance(otherHead, relation, otherTail, bad);
    if (near + MARGIN <= far) {
      return;
    }
    for (int d = 0; d < width; d++) {
      float pull = 2 * RATE * good[d];
      float push = 2 * RATE * bad[d];
      things[head * width + d] -= pull;
      things[tail * width + d] += pull;
      things[otherHead * width + d] += push;
      things[otherTail * width + d] -= push;
      relations[relation * width + d] += push - pull;
    }
    normalise(things, head);
    normalise(things, tail);
    normalise(things, otherHead);
    normalise(things, otherTail);
  }

  /** The squared length of head plus relation less tail, which is left in a buffer. */
  private float distance(int head, int relation, int tail, float[] difference) {
    float sum = 0;
    for (int d = 0; d < width; d++) {
      float each =
          things[head * width + d] + relations[relation * width + d] - things[tail * width + d];
      difference[d] = each;
      sum += each * each;
    }
    return sum;
  }

  private float[] drawn(int count, Random random) {
    float[] values = new float[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    for (int each = 0; each < count; each++) {
      normalise(values, each);
    }
    return values;
  }

  private void normalise(float[] values, int place) {
    float square = 0;
    for (int d = place * width; d < (place + 1) * width; d++) {
      square += values[d] * values[d];
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int d = place * width; d < (place + 1) * width; d++) {
      values[d] *= scale;
    }
  }
}
