package dev.clade.lineage.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.page.EdgePosition.Last;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgePositionTest {
  private static final WalkPosition ARTIFACT =
      new WalkPosition(7, ArtifactName.model("a b/ä+c\n%"));
  private static final Last LAST =
      new Last(ARTIFACT, true, new ArtifactName(ArtifactKind.DATASET, "d e"), (byte) 22);

  @Test
  void isReadAsItWasWritten() {
    isKept(EdgePosition.START);
    isKept(new EdgePosition(Optional.of(ARTIFACT), Optional.empty()));
    isKept(new EdgePosition(Optional.empty(), Optional.of(LAST)));
    isKept(new EdgePosition(Optional.of(ARTIFACT), Optional.of(LAST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "%zz",
        "7+models%2Fa 1+models%2Fb",
        " 7+models%2Fa true a 1",
        " seven true models%2Fa 1",
        " 7+models%2Fa true models%2Fb 1000"
      })
  void otherTextsAreNone(String text) {
    assertThat(EdgePosition.parse(text)).isEmpty();
  }

  private static void isKept(EdgePosition position) {
    assertThat(EdgePosition.parse(position.toString())).contains(position);
  }
}
