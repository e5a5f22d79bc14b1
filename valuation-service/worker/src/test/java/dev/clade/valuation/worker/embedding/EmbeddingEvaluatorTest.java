package dev.clade.valuation.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingEvaluatorTest {
  private static final PreparedRepositories HUB =
      PreparedRepositories.of(DrawnRepositories.set(300));
  private static final List<Contributor> OWNERS =
      DrawnRepositories.OWNERS.stream()
          .map(owner -> new Contributor(owner, List.of("owners/" + owner)))
          .toList();
  private static final List<Contributor> VIEWS =
      Stream.of("card", "tags", "numeric")
          .map(view -> new Contributor(view, List.of("views/" + view)))
          .toList();

  private final EmbeddingEvaluator evaluator = evaluator(TrainingStates.none());

  @TempDir private Path folder;

  @Test
  void everythingIsMeasuredInFullAndWithoutTextAndTags() {
    Map<String, Double> utilities = utilities(OWNERS, 7, 0);
    assertThat(utilities)
        .containsOnlyKeys(
            Stream.of(
                    "link_mrr",
                    "link_hits_10",
                    "similar_ndcg_10",
                    "label_accuracy_pipeline_tag",
                    "label_accuracy_library_name",
                    "label_accuracy_license")
                .flatMap(name -> Stream.of(name, name + HeldOutQuality.POOR))
                .toList());
    assertThat(utilities.values()).allMatch(value -> value >= 0 && value <= 1);
  }

  @Test
  void learningFromAllFindsMoreThanNoTraining() {
    Map<String, Double> nobody = utilities(OWNERS, 0, 0);
    Map<String, Double> all = utilities(OWNERS, 7, 0);
    assertThat(all.keySet()).isEqualTo(nobody.keySet());
    assertThat(all.get("link_mrr")).isGreaterThan(nobody.get("link_mrr"));
    assertThat(all.get("link_mrr" + HeldOutQuality.POOR))
        .isGreaterThan(nobody.get("link_mrr" + HeldOutQuality.POOR));
  }

  @Test
  void theSameIsTheSameAndEachCoalitionAndReplicateIsItsOwn() {
    Map<String, Double> once = utilities(OWNERS, 3, 0);
    assertThat(utilities(OWNERS, 3, 0)).isEqualTo(once);
    assertThat(utilities(OWNERS, 3, 1)).isNotEqualTo(once);
    assertThat(utilities(OWNERS, 5, 0)).isNotEqualTo(once);
  }

  @Test
  void viewsAreContributorsToo() {
    Map<String, Double> one = utilities(VIEWS, 1, 0);
    Map<String, Double> all = utilities(VIEWS, 7, 0);
    assertThat(one.keySet()).isEqualTo(all.keySet());
    // The numbers of a held-out model are the one thing that is left of it then.
    assertThat(all.get("similar_ndcg_10" + HeldOutQuality.POOR))
        .isGreaterThan(one.get("similar_ndcg_10" + HeldOutQuality.POOR));
  }

  @Test
  void whoeverBringsTooLittleIsWorthAnUntrainedNetwork() {
    List<Contributor> some =
        List.of(
            new Contributor("one", List.of("models/" + HUB.holdout().set().records().get(3).id())),
            new Contributor("rest", List.of("kinds/models")),
            new Contributor("nothing", List.of()));
    assertThat(utilities(some, 1, 0)).hasSize(12);
    assertThat(utilities(some, 4, 0)).hasSize(12);
  }

  @Test
  void aCoalitionThatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> utilities(OWNERS, 8, 0))
        .withMessage("coalition: bit 3 is set; there are 3 contributors");
  }

  @Test
  void aTrainingThatIsStoppedOverAndOverEndsAsIfItHadNotBeen() throws IOException {
    EmbeddingEvaluator keeping = evaluator(TrainingStates.in(folder));
    EvaluatedEmbedding ended = null;
    int stops = 0;
    while (ended == null) {
      AtomicInteger steps = new AtomicInteger();
      try {
        ended = keeping.evaluate(HUB, request(OWNERS, 7, 0), () -> steps.incrementAndGet() > 6);
      } catch (TrainingCancelledException e) {
        stops++;
      }
    }
    assertThat(stops).isGreaterThan(1);
    assertThat(ended.utilities()).isEqualTo(utilities(OWNERS, 7, 0));
    assertThat(files()).isNotEmpty();
    keeping.forget(ended);
    assertThat(files()).isEmpty();
  }

  @Test
  void aStateThatIsBrokenIsNotTheEnd() throws IOException {
    EmbeddingEvaluator keeping = evaluator(TrainingStates.in(folder));
    AtomicInteger steps = new AtomicInteger();
    assertThatThrownBy(
            () -> keeping.evaluate(HUB, request(OWNERS, 6, 0), () -> steps.incrementAndGet() > 12))
        .isInstanceOf(TrainingCancelledException.class);
    assertThat(files()).hasSize(1);
    Files.writeString(files().getFirst(), "broken");
    assertThat(keeping.evaluate(HUB, request(OWNERS, 6, 0), () -> false).utilities())
        .isEqualTo(utilities(OWNERS, 6, 0));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Objects::nonNull).toList();
    }
  }

  private static EmbeddingEvaluator evaluator(TrainingStates states) {
    return new EmbeddingEvaluator(ComputeDevice.open(DeviceChoice.CPU), states);
  }

  private Map<String, Double> utilities(
      List<Contributor> contributors, int coalition, int replicate) {
    return evaluator
        .evaluate(HUB, request(contributors, coalition, replicate), () -> false)
        .utilities();
  }

  private static EmbeddingRequest request(
      List<Contributor> contributors, int coalition, int replicate) {
    return new EmbeddingRequest(
        contributors,
        BitSet.valueOf(new long[] {coalition}),
        replicate,
        7,
        EmbeddingParameters.of(
            Map.of("feature_set", "featureSets/test", "epochs", "4", "batch_size", "64")));
  }
}
