package dev.clade.local.bench.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GeneratedHubTest {
  private static final int MODELS = 400_000;

  @Test
  void hasTheDegreesOfTheRealHub() {
    Hub hub = GeneratedHub.of(MODELS, 1);

    HubShape.print(hub, new PrintWriter(System.out, true, UTF_8));

    // In a hub of half the size the largest bases are missing; the others take their children.
    assertThat(HubShape.figures(hub))
        .allSatisfy(figure -> assertThat(figure.deviation()).as(figure.name()).isLessThan(0.05));
  }

  @Test
  void namesEveryArtifactOnceAsLongAsTheRealOnes() {
    Hub hub = GeneratedHub.of(MODELS, 1);

    Set<String> names = new HashSet<>();
    double length = 0;
    for (int model = 0; model < MODELS; model++) {
      length += hub.name(model).length() - "models/".length();
    }
    IntStream.range(0, hub.count()).forEach(each -> names.add(hub.name(each)));

    assertThat(names).hasSize(hub.count());
    assertThat(length / MODELS).isCloseTo(33.2, within(3.0));
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(records(GeneratedHub.of(2_000, 7))).isEqualTo(records(GeneratedHub.of(2_000, 7)));
    assertThat(records(GeneratedHub.of(2_000, 7))).isNotEqualTo(records(GeneratedHub.of(2_000, 8)));
  }

  private static Object records(Hub hub) {
    return IntStream.range(0, hub.count()).mapToObj(hub::record).toList();
  }
}
