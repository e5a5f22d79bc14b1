package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.version.AttributeConfidence;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.Probe;
import dev.clade.valuation.worker.embedding.EmbeddingEvaluator;
import dev.clade.valuation.worker.embedding.TrainingStates;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings are learned from feature sets that are fetched, and handed over. */
class EmbeddingEvaluationsTest {
  private final FakeRepositories repositories = new FakeRepositories();
  @TempDir private Path folder;
  private EmbeddingEvaluations evaluations;

  @BeforeEach
  void prepare() {
    evaluations =
        new EmbeddingEvaluations(
            repositories,
            new EmbeddingEvaluator(ComputeDevice.open(DeviceChoice.CPU), TrainingStates.none()),
            folder);
  }

  @Test
  void whatEverybodyGivesFirstIsHandedOverAndServesAsItWasTrained() {
    EvaluationReport report = evaluate(7, 0, "featureSets/a", Map.of("publish", "true"));
    assertThat(report.utilities()).containsKeys("link_mrr", "similar_ndcg_10");
    assertThat(repositories.versions()).hasSize(1);
    EmbeddingVersion version = repositories.versions().getFirst();
    assertThat(version.probe().difference(version)).isLessThan(Probe.TOLERANCE);
    assertThat(version.refreshes()).isEqualTo(1);
    assertThat(version.attributes())
        .extracting(AttributeConfidence::attribute)
        .containsExactlyInAnyOrder("pipeline_tag", "library_name", "license");
    assertThat(version.parents()).isPresent();
    assertThat(folder.resolve("version")).doesNotExist();

    EvaluationReport other = evaluate(3, 0, "featureSets/a", Map.of("publish", "true"));
    evaluate(7, 1, "featureSets/a", Map.of("publish", "true"));
    evaluate(7, 0, "featureSets/a", Map.of());
    assertThat(repositories.versions()).hasSize(1);
    assertThat(other.referenceHash()).isEqualTo(report.referenceHash());
    assertThat(repositories.fetched()).hasSize(1);
  }

  @Test
  void aFileIsFetchedOnceUnlessItIsNotAsItCame() throws IOException {
    evaluate(0, 0, "featureSets/a", Map.of());
    evaluate(0, 0, "featureSets/b", Map.of());
    evaluate(0, 0, "featureSets/a", Map.of());
    assertThat(repositories.fetched()).hasSize(2);
    Files.writeString(repositories.fetched().get(1), "broken");
    evaluate(0, 0, "featureSets/b", Map.of());
    assertThat(repositories.fetched()).hasSize(3);
  }

  @Test
  void parametersThatMakeNoSenseAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(0, 0, "", Map.of()))
        .withMessage("parameters: \"feature_set\" must be given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(0, 0, "featureSets/a", Map.of("epochs", "0")))
        .withMessage("parameters: \"epochs\" must be from 1 to 10,000; it is \"0\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(0, 0, "featureSets/a", Map.of("epoch", "1")))
        .withMessageStartingWith("parameters: \"epoch\" is none; there are batch_size, epochs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(0, 0, "featureSets/a", Map.of("publish", "yes")))
        .withMessage("parameters: \"publish\" must be true or false; it is \"yes\"");
  }

  private EvaluationReport evaluate(
      int coalition, int replicate, String featureSet, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(Map.of("epochs", "2", "batch_size", "64"));
    parameters.put("feature_set", featureSet);
    parameters.putAll(more);
    return evaluations.evaluate(
        new Lease(
            "lease",
            "valuations/test",
            new RepositoryWork(
                "contributorSets/test",
                BitSet.valueOf(new long[] {coalition}),
                replicate,
                7,
                parameters),
            Duration.ofSeconds(30),
            ""),
        () -> false,
        () -> false);
  }
}
