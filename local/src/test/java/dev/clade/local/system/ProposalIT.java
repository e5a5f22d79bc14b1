package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.longrunning.Operation;
import dev.clade.local.client.ContributorSets;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.runtime.testing.SharedData;
import dev.clade.valuation.v1.ContributorGap;
import dev.clade.valuation.v1.ContributorGrouping;
import dev.clade.valuation.v1.DatasetDeclaration;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.ProposedContributor;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Contributors of three real models of July 2024, with all models and datasets of that time in the
 * catalogue. What is expected was read from the tags of the tables' own rows.
 */
final class ProposalIT {
  @Test
  void contributorsOfThreeRealModelsAreProposedWithWhatIsMissing() throws Exception {
    Path models = SharedData.require("hub_models_2024_07/models.tsv.gz");
    Path datasets = SharedData.require("hub_datasets_2024_07/datasets.tsv.gz");
    try (TestMesh mesh = TestMesh.start()) {
      importFile(mesh, datasets);
      long last = importFile(mesh, models);
      new LineageReader(mesh.client()).await(last);
      ContributorSets sets = new ContributorSets(mesh.client());
      severalDatasetsOfWhichOneIsGated(sets, last);
      datasetsOfAncestorsOnly(sets);
      datasetsThatNobodyHas(sets);
    }
  }

  private static void severalDatasetsOfWhichOneIsGated(ContributorSets sets, long last) {
    ProposeContributorsRequest.Builder request = request("49Simoney/TinyLlama-1.1B-Chat-v1.0-GGUF");
    ProposeContributorsResponse found = sets.propose(request.build());
    assertThat(found.getSnapshotSequence()).isEqualTo(last);
    assertThat(found.getContributorsList())
        .extracting(
            one -> one.getContributor().getId(),
            one -> sources(one),
            one -> List.copyOf(one.getContributor().getLicensesList()))
        .containsExactly(
            tuple(
                "HuggingFaceH4--ultrachat_200k",
                List.of("datasets/HuggingFaceH4/ultrachat_200k"),
                List.of("mit")),
            tuple(
                "HuggingFaceH4--ultrafeedback_binarized",
                List.of("datasets/HuggingFaceH4/ultrafeedback_binarized"),
                List.of("mit")),
            tuple(
                "bigcode--starcoderdata",
                List.of("datasets/bigcode/starcoderdata"),
                List.of("other")),
            tuple(
                "cerebras--SlimPajama-627B",
                List.of("datasets/cerebras/SlimPajama-627B"),
                List.of()));
    assertGaps(
        found, tuple(ContributorGap.Kind.KIND_DATASET_GATED, "datasets/bigcode/starcoderdata"));
    request.setGrouping(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER);
    assertThat(sets.propose(request.build()).getContributorsList())
        .extracting(one -> one.getContributor().getId(), one -> sources(one).size())
        .containsExactly(tuple("HuggingFaceH4", 2), tuple("bigcode", 1), tuple("cerebras", 1));
  }

  /** A fine-tune of a quantised form of a model whose own base is not in the table. */
  private static void datasetsOfAncestorsOnly(ContributorSets sets) {
    ProposeContributorsRequest.Builder request = request("AdityaPandey/casesum3.0");
    ProposeContributorsResponse found = sets.propose(request.build());
    assertThat(found.getModelCount()).isEqualTo(4);
    assertThat(found.getContributorsList())
        .extracting(one -> one.getContributor().getId(), ProposalIT::declared)
        .containsExactly(
            tuple(
                "HuggingFaceH4--ultrachat_200k",
                List.of(
                    "1 models/TheBloke/zephyr-7B-beta-GPTQ",
                    "2 models/HuggingFaceH4/zephyr-7b-beta")),
            tuple(
                "HuggingFaceH4--ultrafeedback_binarized",
                List.of(
                    "1 models/TheBloke/zephyr-7B-beta-GPTQ",
                    "2 models/HuggingFaceH4/zephyr-7b-beta")));
    assertGaps(
        found,
        tuple(ContributorGap.Kind.KIND_NO_DATASETS_DECLARED, "models/AdityaPandey/casesum3.0"),
        tuple(ContributorGap.Kind.KIND_MODEL_NOT_CATALOGUED, "models/mistralai/Mistral-7B-v0.1"));
    ProposeContributorsResponse own = sets.propose(request.setIncludeAncestors(false).build());
    assertThat(own.getContributorsList()).isEmpty();
    assertGaps(
        own,
        tuple(ContributorGap.Kind.KIND_NO_DATASETS_DECLARED, "models/AdityaPandey/casesum3.0"));
  }

  /** It declares {@code mc4}, {@code c4} and {@code allenai/s2orc}; others spell two otherwise. */
  private static void datasetsThatNobodyHas(ContributorSets sets) {
    ProposeContributorsResponse found = sets.propose(request("Abzu/mpt-7b-q8").build());
    assertThat(found.getContributorsList())
        .extracting(one -> one.getContributor().getId())
        .containsExactly(
            "C4",
            "allenai--s2orc",
            "bigcode--the-stack",
            "mC4",
            "togethercomputer--RedPajama-Data-1T");
    assertThat(found.getGapsList())
        .extracting(ContributorGap::getKind, ContributorGap::getArtifact)
        .containsExactlyInAnyOrder(
            tuple(ContributorGap.Kind.KIND_DATASET_NOT_CATALOGUED, "datasets/allenai/s2orc"),
            tuple(ContributorGap.Kind.KIND_DATASET_GATED, "datasets/bigcode/the-stack"),
            tuple(ContributorGap.Kind.KIND_DATASET_NOT_CATALOGUED, "datasets/C4"),
            tuple(ContributorGap.Kind.KIND_DATASET_NOT_CATALOGUED, "datasets/mC4"));
  }

  private static void assertGaps(ProposeContributorsResponse found, Tuple... expected) {
    assertThat(found.getGapsList())
        .extracting(ContributorGap::getKind, ContributorGap::getArtifact)
        .containsExactly(expected);
  }

  private static List<String> sources(ProposedContributor one) {
    return List.copyOf(one.getContributor().getSourcesList());
  }

  private static List<String> declared(ProposedContributor one) {
    return one.getDeclarationsList().stream().map(ProposalIT::words).toList();
  }

  private static String words(DatasetDeclaration declaration) {
    return declaration.getModelDepth() + " " + declaration.getModel();
  }

  private static ProposeContributorsRequest.Builder request(String model) {
    return ProposeContributorsRequest.newBuilder()
        .setModel("models/" + model)
        .setIncludeAncestors(true);
  }

  private static long importFile(TestMesh mesh, Path file) throws Exception {
    try (InputStream content = Files.newInputStream(file)) {
      Operation ended =
          new FileImport(mesh.client()).run(file.getFileName().toString(), content, state -> {});
      return FileImport.result(ended).getLastSequence();
    }
  }
}
