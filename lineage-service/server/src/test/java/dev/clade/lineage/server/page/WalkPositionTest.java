package dev.clade.lineage.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkPositionTest {
  @Test
  void isReadAsItWasWritten() {
    WalkPosition position = new WalkPosition(7, ArtifactName.model("a b/ä c"));
    assertThat(WalkPosition.parse(position.toString())).contains(position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "7", "x models/a", "-1 models/a", "7 a", "99999999999 models/a"})
  void otherTextsAreNone(String text) {
    assertThat(WalkPosition.parse(text)).isEmpty();
  }
}
