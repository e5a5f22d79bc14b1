package dev.clade.embedding.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParentTest {
  private static final int FAMILIES = 8;
  private static final int SIZE = 20;
  private static final int ROWS = FAMILIES * SIZE;

  /** The first row of each family is the parent of the others; a family's vectors are alike. */
  private static final int[][] TRUTH =
      IntStream.range(0, ROWS)
          .mapToObj(row -> row % SIZE == 0 ? new int[0] : new int[] {row / SIZE * SIZE})
          .toArray(int[][]::new);

  private static final VectorTable VECTORS = vectors();
  private static final LineageGraph GRAPH =
      new LineageGraph(TRUTH, new int[ROWS][0], new int[ROWS][0]).hiding(row -> row % SIZE > 15);
  private static final RowFacts FACTS = facts(row -> -1);

  @Test
  void theMostSimilarVoteForWhatTheyDeclare() {
    Int2DoubleMap votes = new Votes(VECTORS, GRAPH).of(19);
    assertThat(votes.values().doubleStream().sum()).isCloseTo(1, within(1e-9));
    assertThat(votes.get(0)).isGreaterThan(.9);
    assertThat(new Votes(VECTORS, GRAPH.hiding(row -> true)).of(19)).isEmpty();
  }

  @Test
  void aDeclarationHasNoVoteForItself() {
    LineageGraph one = GRAPH.hiding(row -> row != 3);
    assertThat(new Votes(VECTORS, one).of(3)).isEmpty();
    assertThat(new Votes(VECTORS, one).of(4)).containsOnlyKeys(0);
  }

  @Test
  void aDeclarationDoesNotMakeItsOwnParentLookLikeOne() {
    LineageGraph one = GRAPH.hiding(row -> row != 3);
    Votes votes = new Votes(VECTORS, one);
    double[] own = new PairFeatures(FACTS, List.of(), votes, one).of(3, new int[] {0})[0];
    LineageGraph none = GRAPH.hiding(row -> true);
    double[] hidden =
        new PairFeatures(FACTS, List.of(), new Votes(VECTORS, none), none).of(3, new int[] {0})[0];
    assertThat(own).containsExactly(hidden);
  }

  @Test
  void youngerRowsAndOtherArchitecturesAreNoCandidates() {
    RowFacts typed = facts(row -> row == 0 ? 1 : row == 1 ? 2 : row == 5 ? 1 : -1);
    PairScorer scorer = new VectorCosine("vectors", VECTORS);
    int[] found = new Candidates(typed, scorer, List.of(), new Votes(VECTORS, GRAPH)).of(5);
    assertThat(found).contains(0, 2, 3, 4).doesNotContain(1, 5);
    assertThat(Arrays.stream(found).max().orElseThrow()).isLessThan(5);
  }

  @Test
  void hiddenDeclarationsTeachToFindOthers() {
    ParentInference inference = inference();
    int right = 0;
    for (int child = 0; child < ROWS; child++) {
      if (child % SIZE > 15) {
        right += inference.ranked(child).getFirst().parent() == TRUTH[child][0] ? 1 : 0;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(30);
  }

  @Test
  void parentsAreInferredWithoutCyclesAndOneEach() {
    int[] children = IntStream.range(0, ROWS).filter(row -> row % SIZE > 15).toArray();
    Confidence all = Confidence.of(new double[] {-1e9, 1e9}, new boolean[] {true, true});
    List<InferredParent> inferred =
        inference().infer(children, all, GRAPH.parents(), IntStream.range(0, ROWS).toArray());
    assertThat(inferred).hasSize(children.length);
    assertThat(inferred).extracting(InferredParent::child).doesNotHaveDuplicates();
    assertThat(inferred).allMatch(each -> each.parent() < each.child());
  }

  @Test
  void whereAllAreOfOneTimeNoCycleIsClosed() {
    RowFacts together =
        new RowFacts(
            new long[ROWS],
            FACTS.architectures(),
            FACTS.sizes(),
            FACTS.owners(),
            FACTS.quantised(),
            FACTS.merged(),
            FACTS.names());
    LineageGraph none = GRAPH.hiding(row -> true);
    Votes votes = new Votes(VECTORS, none);
    PairScorer scorer = new VectorCosine("vectors", VECTORS);
    PairFeatures features = new PairFeatures(together, List.of(scorer), votes, none);
    double[] weights = new double[features.count() + 1];
    weights[features.count() - 1] = 1;
    List<InferredParent> inferred =
        new ParentInference(
                together,
                new Candidates(together, scorer, List.of(), votes),
                features,
                new ParentModel(weights))
            .infer(
                IntStream.range(0, ROWS).toArray(),
                Confidence.of(new double[] {-1e9, 1e9}, new boolean[] {true, true}),
                none.parents(),
                IntStream.range(0, ROWS).toArray());
    int[] up = new int[ROWS];
    Arrays.fill(up, -1);
    inferred.forEach(each -> up[each.child()] = each.parent());
    for (int row = 0; row < ROWS; row++) {
      int steps = 0;
      for (int at = row; at >= 0; at = up[at]) {
        assertThat(++steps).isLessThanOrEqualTo(ROWS);
      }
    }
  }

  @Test
  void noParentIsAnAnswer() {
    Confidence none = Confidence.of(new double[] {-1e9, 1e9}, new boolean[] {false, false});
    assertThat(inference().infer(new int[] {19}, none, GRAPH.parents(), new int[ROWS])).isEmpty();
  }

  @Test
  void violatorsArePooled() {
    IsotonicCalibration calibration =
        IsotonicCalibration.of(
            new double[] {1, 2, 3, 4, 5}, new boolean[] {false, true, false, true, true});
    // 2 and 3 are pooled to a half, 4 and 5 to one.
    assertThat(calibration.probabilities()).containsExactly(0, .5, 1);
    assertThat(calibration.scores()).containsExactly(1, 2.5, 4.5);
    assertThat(calibration.probability(0)).isZero();
    assertThat(calibration.probability(1.75)).isCloseTo(.25, within(1e-12));
    assertThat(calibration.probability(9)).isEqualTo(1);
  }

  @Test
  void calibrationIsHeldAgainstWhatCame() {
    // Bins .1 and .9: shares right of 1/2 and 1; errors .4 and .1, half of the items each.
    assertThat(
            IsotonicCalibration.expectedError(
                new double[] {.1, .1, .9, .9}, new boolean[] {true, false, true, true}))
        .isCloseTo((.4 + .1) / 2, within(1e-12));
  }

  @Test
  void sureIsWhatIsRightInNinetyFiveOfAHundredBeyondDoubt() {
    // Were .95 the precision, all of 59 would be right in .95^59 = .0485 of cases, all of 58 in
    // .051.
    // So rare are at most 1 wrong from 93 rows on (.0500), and at most 2 from 124 on.
    assertThat(sure(59, Set.of())).isEqualTo(59);
    assertThat(sure(58, Set.of())).isZero();
    assertThat(sure(93, Set.of(10))).isEqualTo(93);
    assertThat(sure(92, Set.of(10))).isZero();
    assertThat(sure(124, Set.of(10, 20))).isEqualTo(124);
    // Two that are wrong in 123 are one too many, but the rows above the second are sure.
    assertThat(sure(123, Set.of(60, 61))).isEqualTo(60);
    assertThat(sure(123, Set.of(60, 120))).isEqualTo(120);
  }

  @Test
  void whatIsNotSureIsSuggestedWhenItIsLikely() {
    double[] scores = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
    boolean[] right = new boolean[200];
    for (int i = 0; i < 200; i++) {
      right[i] = i >= 100 || i % 2 == 0;
    }
    Confidence confidence = Confidence.of(scores, right);
    assertThat(confidence.state(150)).isEqualTo(ParentState.INFERRED_HIGH);
    assertThat(confidence.state(20)).isEqualTo(ParentState.SUGGESTED);
  }

  /** Equal scores are sure together or not at all. */
  @Test
  void aTieIsNotDivided() {
    double[] scores = new double[70];
    boolean[] right = new boolean[70];
    Arrays.fill(right, true);
    Arrays.fill(scores, 50, 70, -1);
    Arrays.fill(right, 60, 70, false);
    assertThat(Confidence.of(scores, right).high()).isInfinite();
  }

  /** How many of some rows are sure, the best first, some of them wrong. */
  private static long sure(int rows, Set<Integer> wrong) {
    double[] scores = IntStream.range(0, rows).mapToDouble(row -> -row).toArray();
    boolean[] right = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      right[row] = !wrong.contains(row);
    }
    double high = Confidence.of(scores, right).high();
    return Arrays.stream(scores).filter(score -> score >= high).count();
  }

  private static ParentInference inference() {
    Votes votes = new Votes(VECTORS, GRAPH);
    PairScorer scorer = new VectorCosine("vectors", VECTORS);
    Candidates candidates = new Candidates(FACTS, scorer, List.of(), votes);
    PairFeatures features = new PairFeatures(FACTS, List.of(scorer), votes, GRAPH);
    int[] learned =
        IntStream.range(0, ROWS).filter(row -> row % SIZE > 0 && row % SIZE < 16).toArray();
    return new ParentInference(
        FACTS, candidates, features, ParentModel.train(learned, TRUTH, candidates, features, 1));
  }

  private static RowFacts facts(IntUnaryOperator architecture) {
    int[] unknown = new int[ROWS];
    Arrays.fill(unknown, -1);
    return new RowFacts(
        IntStream.range(0, ROWS).asLongStream().toArray(),
        IntStream.range(0, ROWS).map(architecture).toArray(),
        unknown,
        IntStream.range(0, ROWS).toArray(),
        new boolean[ROWS],
        new boolean[ROWS],
        new TokenBags(8, new int[ROWS + 1], new int[0], new float[0]));
  }

  private static VectorTable vectors() {
    Random random = new Random(2);
    float[] values = new float[ROWS * 16];
    for (int row = 0; row < ROWS; row++) {
      Random family = new Random(row / SIZE);
      for (int d = 0; d < 16; d++) {
        values[row * 16 + d] = (float) (family.nextGaussian() + .3 * random.nextGaussian());
      }
    }
    return VectorTable.normalised(16, values);
  }
}
