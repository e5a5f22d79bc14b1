package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.local.check.CatalogueChecks;
import dev.clade.local.check.Check;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.testing.SharedData;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every model of the hub of July 2024, with the catalogue and the graph killed in the middle. */
final class WholeHubIT {
  private static final long ROWS = 508_327;

  /**
   * A family as the models' base_model tags make it, counted from the table alone.
   *
   * @param generations members of each generation
   */
  private record Expected(String model, String root, List<Long> generations) {}

  private static final List<Expected> FAMILIES =
      List.of(
          new Expected(
              "models/openai-community/gpt2",
              "models/openai-community/gpt2",
              List.of(1L, 1_627L, 9L)),
          new Expected(
              "models/bert-base-uncased",
              "models/google-bert/bert-base-uncased",
              List.of(1L, 1_080L, 20L, 1L, 1L)),
          new Expected(
              "models/distilbert-base-uncased",
              "models/distilbert/distilbert-base-uncased",
              List.of(1L, 3_493L, 13L)),
          new Expected(
              "models/google-t5/t5-small",
              "models/google-t5/t5-small",
              List.of(1L, 835L, 7L, 1L, 1L, 1L, 1L)),
          new Expected(
              "models/openai/whisper-small",
              "models/openai/whisper-small",
              List.of(1L, 990L, 28L, 2L)),
          new Expected(
              "models/runwayml/stable-diffusion-v1-5",
              "models/runwayml/stable-diffusion-v1-5",
              List.of(1L, 1_618L, 8L)),
          new Expected(
              "models/HuggingFaceH4/zephyr-7b-beta",
              "models/mistralai/Mistral-7B-v0.1",
              List.of(1L, 1_363L, 869L, 406L, 84L, 32L, 13L, 4L)),
          new Expected("models/tiiuae/falcon-7b", "models/tiiuae/falcon-7b", List.of(1L, 102L, 4L)),
          new Expected(
              "models/google/gemma-2-9b", "models/google/gemma-2-9b", List.of(1L, 10L, 1L)),
          new Expected(
              "models/xlnet-base-cased", "models/xlnet/xlnet-base-cased", List.of(1L, 39L)));

  @Test
  void everyRowIsAccountedForAndFamiliesFollowFromTheTags() throws Exception {
    Path data = SharedData.require("hub_models_2024_07/models.tsv.gz");
    try (TestMesh mesh = TestMesh.start()) {
      ImportResult result = importWithKills(mesh, data);
      ImportCounts counts = result.getCounts();
      GetCatalogueStatsResponse stats =
          mesh.client()
              .catalogue()
              .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
      assertThat(counts.getRecords()).isEqualTo(ROWS);
      assertThat(counts.getCreated() + counts.getQuarantined()).isEqualTo(ROWS);
      assertThat(stats.getArtifactCount()).isEqualTo(counts.getCreated());
      assertThat(stats.getQuarantinedRecordCount()).isEqualTo(counts.getQuarantined());
      assertThat(stats.getHeadSequence()).isEqualTo(result.getLastSequence());
      new LineageReader(mesh.client()).await(result.getLastSequence());
      assertThat(new CatalogueChecks(mesh.client()).run(artifact -> {})).allMatch(Check::passed);
      assertFamilies(mesh.client());
    }
  }

  private static ImportResult importWithKills(TestMesh mesh, Path data) throws Exception {
    FileImport imports = new FileImport(mesh.client());
    String upload;
    try (InputStream content = Files.newInputStream(data)) {
      upload = imports.upload("models.tsv.gz", content).getUpload();
    }
    Operation operation = imports.start(upload);
    awaitRecords(imports, operation.getName(), ROWS / 4);
    mesh.mesh().process(Service.INGEST).kill();
    mesh.mesh().restart(Service.INGEST);
    awaitRecords(imports, operation.getName(), ROWS / 2);
    mesh.mesh().process(Service.LINEAGE).kill();
    mesh.mesh().restart(Service.LINEAGE);
    awaitRecords(imports, operation.getName(), ROWS);
    while (!operation.getDone()) {
      Thread.sleep(50);
      operation = look(imports, operation.getName());
    }
    assertThat(operation.hasError()).as(operation.getError().getMessage()).isFalse();
    return FileImport.result(operation);
  }

  private static void awaitRecords(FileImport imports, String operation, long records)
      throws Exception {
    ImportMetadata state = ImportMetadata.getDefaultInstance();
    while (state.getCounts().getRecords() < records) {
      Thread.sleep(50);
      state = look(imports, operation).getMetadata().unpack(ImportMetadata.class);
      assertThat(state.getState()).isNotEqualTo(ImportMetadata.State.STATE_FAILED);
    }
  }

  /** Looks at an import; a service that was just killed may take a moment to be found again. */
  private static Operation look(FileImport imports, String operation) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return imports.look(operation);
      } catch (CallFailure e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static void assertFamilies(MeshClient client) {
    LineageReader lineage = new LineageReader(client);
    SoftAssertions softly = new SoftAssertions();
    for (Expected expected : FAMILIES) {
      GetFamilyResponse family =
          lineage.family(GetFamilyRequest.newBuilder().setName(expected.model()).build());
      softly.assertThat(family.hasTruncation()).as(expected.model()).isFalse();
      softly
          .assertThat(family.getSummary().getRootsList())
          .as(expected.model())
          .containsExactly(expected.root());
      softly
          .assertThat(family.getSummary().getGenerationSizesList())
          .as(expected.model())
          .isEqualTo(expected.generations());
      softly
          .assertThat((long) family.getMembersCount())
          .isEqualTo(expected.generations().stream().mapToLong(Long::longValue).sum());
    }
    softly.assertThat(members(lineage, "models/google/gemma-2-9b")).isEqualTo(GEMMA_2_9B);
    softly.assertAll();
  }

  private static Set<String> members(LineageReader lineage, String model) {
    return lineage
        .family(GetFamilyRequest.newBuilder().setName(model).build())
        .getMembersList()
        .stream()
        .map(FamilyMember::getName)
        .collect(Collectors.toSet());
  }

  private static final Set<String> GEMMA_2_9B =
      Set.of(
          "models/google/gemma-2-9b",
          "models/2024-mcm-everitt-ryan/gemma-2-9b-job-bias-4bit-qlora-seq-cls",
          "models/AndreasThinks/gemma-2-9b-nopcsa-finetune",
          "models/NikolayKozloff/gemma-2-9b-Q8_0-GGUF",
          "models/QuantFactory/gemma-2-9b-GGUF",
          "models/cattoroboto/gemma-2-9b-CharacterCodex-qlora",
          "models/flammenai/Mahou-1.3-gemma2-9B",
          "models/leliuga/gemma-2-9b-bnb-4bit",
          "models/mradermacher/gemma-2-9b-GGUF",
          "models/mradermacher/gemma-2-9b-i1-GGUF",
          "models/mradermacher/gemma-2-9b-nopcsa-finetune-GGUF",
          "models/rtzr/ko-gemma-2-9b-it");
}
