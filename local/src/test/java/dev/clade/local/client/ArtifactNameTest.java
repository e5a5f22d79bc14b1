package dev.clade.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArtifactNameTest {
  @ParameterizedTest
  @CsvSource({
    "gpt2, models/gpt2",
    "openai-community/gpt2, models/openai-community/gpt2",
    "models/gpt2, models/gpt2",
    "datasets/glue, datasets/glue",
    "spaces/a/b, spaces/a/b",
    "modelsmith/x, models/modelsmith/x"
  })
  void withoutACollectionAModelIsMeant(String typed, String name) {
    assertThat(ArtifactName.of(typed)).isEqualTo(name);
  }
}
