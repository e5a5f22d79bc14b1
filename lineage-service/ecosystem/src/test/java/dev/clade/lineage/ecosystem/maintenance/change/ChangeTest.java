package dev.clade.lineage.ecosystem.maintenance.change;

import static dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory.OUTPUT_DATA;
import static dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory.SHARING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
  private static final ChangeCategory DOCUMENTATION = ChangeCategory.EXTERNAL_DOCUMENTATION;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "README.md | EXTERNAL_DOCUMENTATION",
        "model-00001-of-00002.safetensors | OUTPUT_DATA",
        "onnx/model.onnx | OUTPUT_DATA SHARING",
        "tf_model.h5 | OUTPUT_DATA SHARING",
        "my_model.h5 | OUTPUT_DATA",
        "unet/config.json | MODEL_STRUCTURE",
        "modeling_x.py | MODEL_STRUCTURE",
        "Tokenizer.json | PRE_PROCESSING",
        "training_args.bin | OUTPUT_DATA PARAMETER_TUNING",
        ".gitattributes | PROJECT_METADATA",
        "LICENSE.md | EXTERNAL_DOCUMENTATION PROJECT_METADATA",
        "photo.png | ''",
      })
  void categories(String path, String categories) {
    assertThat(ChangeCategory.of(List.of(path)))
        .extracting(ChangeCategory::name)
        .containsExactlyInAnyOrder(categories.isEmpty() ? new String[0] : categories.split(" "));
  }

  /** Two steps in the first repository, none in the second. */
  @Test
  void transitions() {
    ChangeSteps steps = new ChangeSteps();
    steps.add(told(Set.of(OUTPUT_DATA, SHARING), Set.of(OUTPUT_DATA), Set.of(DOCUMENTATION)));
    steps.add(told(Set.of(SHARING)));
    Transitions found = new Transitions(steps.table());
    assertThat(found.steps()).isEqualTo(2);
    assertThat(found.probability(OUTPUT_DATA, OUTPUT_DATA)).isEqualTo(.5);
    assertThat(found.probability(OUTPUT_DATA, DOCUMENTATION)).isEqualTo(.5);
    assertThat(found.probability(SHARING, OUTPUT_DATA)).isEqualTo(1);
    assertThat(found.probability(SHARING, SHARING)).isZero();
    assertThat(found.probability(DOCUMENTATION, SHARING)).isNaN();
    assertThat(found.probability(DOCUMENTATION)).isEqualTo(.5);
    assertThat(found.figure().values().get(OUTPUT_DATA.ordinal()).get(OUTPUT_DATA.ordinal()))
        .isEqualTo(.5);
  }

  /** The second commit tells nothing, so neither step is known. */
  @Test
  void aCommitThatTellsNothingBreaksTheChain() {
    ChangeSteps steps = new ChangeSteps();
    steps.add(List.of(Optional.of(Set.of(SHARING)), Optional.empty(), Optional.of(Set.of())));
    assertThat(steps.table().rows()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Update README.md | EXTERNAL_DOCUMENTATION",
        "Create README | EXTERNAL_DOCUMENTATION",
        "Upload onnx/model.onnx with huggingface_hub | OUTPUT_DATA SHARING",
        "Update config.json (#12) | MODEL_STRUCTURE",
        "Rename a.bin to merges.txt | OUTPUT_DATA PRE_PROCESSING",
        "Update .gitattributes | PROJECT_METADATA",
        "Delete photo.png | ''",
        "Upload tokenizer | PRE_PROCESSING",
        "Upload LlamaForCausalLM | OUTPUT_DATA MODEL_STRUCTURE",
        "Add TF weights (#2) | OUTPUT_DATA SHARING",
        "Training in progress, step 500 | OUTPUT_DATA",
      })
  void titles(String title, String categories) {
    assertThat(ChangeEvidence.TITLES.of(commit(title)).orElseThrow())
        .extracting(ChangeCategory::name)
        .containsExactlyInAnyOrder(categories.isEmpty() ? new String[0] : categories.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"initial commit", "Upload folder using huggingface_hub", "Update v1.0", "Fix", ""})
  void titlesThatTellNothing(String title) {
    assertThat(ChangeEvidence.TITLES.of(commit(title))).isEmpty();
  }

  /** As soon as one commit tells its files, titles tell nothing. */
  @Test
  void filesAreTheBetterEvidence() {
    Commit titled = commit("Update README.md");
    Commit known =
        new Commit(
            Instant.EPOCH,
            List.of(),
            "Update README.md",
            Optional.of(List.of("a.bin", "b.png")),
            OptionalLong.empty());
    ChangeStudy titles = ChangeStudy.of(List.of(new History("a", List.of(titled))));
    assertThat(titles.evidence()).isEqualTo(ChangeEvidence.TITLES);
    assertThat(titles.counts()).containsEntry(DOCUMENTATION, 1L).containsEntry(OUTPUT_DATA, 0L);
    ChangeStudy files =
        ChangeStudy.of(
            List.of(new History("a", List.of(titled)), new History("b", List.of(known, known))));
    assertThat(files.evidence()).isEqualTo(ChangeEvidence.FILES);
    assertThat(files.telling()).isEqualTo(2);
    assertThat(files.counts()).containsEntry(DOCUMENTATION, 0L).containsEntry(OUTPUT_DATA, 2L);
    assertThat(files.steps().rows()).isEqualTo(1);
  }

  @SafeVarargs
  private static List<Optional<Set<ChangeCategory>>> told(Set<ChangeCategory>... commits) {
    return Stream.of(commits).map(Optional::of).toList();
  }

  private static Commit commit(String title) {
    return new Commit(Instant.EPOCH, List.of(), title);
  }
}
