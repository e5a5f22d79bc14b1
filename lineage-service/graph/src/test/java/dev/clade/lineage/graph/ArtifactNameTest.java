package dev.clade.lineage.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactNameTest {
  @Test
  void resourceNamesHaveTwoParts() {
    ArtifactName name = ArtifactName.parse("models/openai-community/gpt2").orElseThrow();
    assertThat(name.kind()).isEqualTo(ArtifactKind.MODEL);
    assertThat(name.id()).isEqualTo("openai-community/gpt2");
    assertThat(name).hasToString("models/openai-community/gpt2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/a", "datasets/glue", "spaces/a/b", "papers/2405.13058"})
  void everyCollectionIsKnown(String resourceName) {
    assertThat(ArtifactName.parse(resourceName)).get().hasToString(resourceName);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "gpt2", "models", "models/", "Models/a", "model/a", "/models/a"})
  void othersAreNone(String text) {
    assertThat(ArtifactName.parse(text)).isEmpty();
  }

  @Test
  void identifiersHaveALongestLength() {
    assertThat(ArtifactName.parse("models/" + "a".repeat(ArtifactName.LONGEST_ID))).isPresent();
    assertThat(ArtifactName.parse("models/" + "a".repeat(ArtifactName.LONGEST_ID + 1))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> ArtifactName.model(""));
  }

  @Test
  void onlyNamesWithoutOwnerAreLegacy() {
    assertThat(ArtifactName.model("gpt2").isLegacy()).isTrue();
    assertThat(ArtifactName.model("openai-community/gpt2").isLegacy()).isFalse();
  }
}
