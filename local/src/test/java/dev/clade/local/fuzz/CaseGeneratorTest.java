package dev.clade.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CaseGeneratorTest {
  private static final int CASES = 3_000;

  @ParameterizedTest
  @EnumSource(Service.class)
  void aSeedAndANumberGiveTheSameCaseAgain(Service service) throws IOException {
    CaseGenerator one = generator(service, 3);
    CaseGenerator other = generator(service, 3);

    for (int number = 0; number < CASES; number++) {
      assertThat(one.draw(number)).hasToString(other.draw(number).toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyMethodIsDrawnAndManyOfItsMessagesDiffer(Service service) throws IOException {
    CaseGenerator cases = generator(service, 4);
    Set<String> methods = new HashSet<>();
    Set<String> texts = new HashSet<>();

    for (int number = 0; number < CASES; number++) {
      FuzzCase drawn = cases.draw(number);
      methods.add(drawn.method().name());
      texts.add(drawn.toString().replaceFirst("case \\d+", ""));
    }

    assertThat(methods)
        .containsExactlyInAnyOrderElementsOf(
            FuzzedMethods.of(service).stream().map(FuzzedMethod::name).toList());
    assertThat(texts.size()).isGreaterThan(CASES / 2);
  }

  @Test
  void everyGoodRequestIsAMessageOfItsMethod() throws IOException {
    GoodRequests good = new GoodRequests(Map.of());

    assertThat(
            List.of(Service.values()).stream()
                .flatMap(service -> FuzzedMethods.of(service).stream())
                .filter(method -> !method.descriptor().getInputType().getFields().isEmpty())
                .filter(method -> good.of(method).isEmpty()))
        .isEmpty();
  }

  private static CaseGenerator generator(Service service, long seed) throws IOException {
    KnownTexts known = new KnownTexts();
    known.add("name", "models/gpt2");
    return new CaseGenerator(seed, FuzzedMethods.of(service), known, new GoodRequests(Map.of()));
  }
}
