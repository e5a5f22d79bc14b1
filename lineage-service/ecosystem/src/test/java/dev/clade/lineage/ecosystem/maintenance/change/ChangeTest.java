package dev.clade.lineage.ecosystem.maintenance.change;

import static dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory.EXTERNAL_DOCUMENTATION;
import static dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory.OUTPUT_DATA;
import static dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory.SHARING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
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
    Transitions found =
        Transitions.of(
            List.of(
                List.of(
                    Set.of(OUTPUT_DATA, SHARING),
                    Set.of(OUTPUT_DATA),
                    Set.of(EXTERNAL_DOCUMENTATION)),
                List.of(Set.of(SHARING))));
    assertThat(found.steps()).isEqualTo(2);
    assertThat(found.probability(OUTPUT_DATA, OUTPUT_DATA)).isEqualTo(.5);
    assertThat(found.probability(OUTPUT_DATA, EXTERNAL_DOCUMENTATION)).isEqualTo(.5);
    assertThat(found.probability(SHARING, OUTPUT_DATA)).isEqualTo(1);
    assertThat(found.probability(SHARING, SHARING)).isZero();
    assertThat(found.probability(EXTERNAL_DOCUMENTATION, SHARING)).isNaN();
    assertThat(found.figure().values().get(OUTPUT_DATA.ordinal()).get(OUTPUT_DATA.ordinal()))
        .isEqualTo(.5);
  }
}
