package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, and every component by itself, keeps to every convention. */
class ConventionsTest {
  private static final Map<String, RenderedManifests> RENDERED = new TreeMap<>();

  @BeforeAll
  static void render() {
    RENDERED.putAll(renderings());
  }

  /** Returns everything that there is to render. */
  static Map<String, RenderedManifests> renderings() {
    Map<String, RenderedManifests> rendered = new TreeMap<>();
    for (String folder : List.of("base", "workers", "overlays/dev", "overlays/prod")) {
      rendered.put(folder, RenderedManifests.of(folder));
    }
    for (String component : folders("components")) {
      rendered.put(component, RenderedManifests.withComponents(component));
    }
    return rendered;
  }

  static List<String> folders(String parent) {
    try (Stream<Path> folders = Files.list(Path.of(parent))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyOverlayIsRendered() {
    assertThat(folders("overlays")).containsExactly("dev", "prod");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everythingRenderedKeepsTo(Rule rule) {
    Map<String, List<String>> violations =
        RENDERED.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> rule.violations(e.getValue())));
    assertThat(violations).allSatisfy((folder, found) -> assertThat(found).as(folder).isEmpty());
  }

  static Stream<Arguments> rules() {
    return Stream.of(PodRule.values(), MeshRule.values()).flatMap(Stream::of).map(Arguments::of);
  }

  @ParameterizedTest
  @EnumSource(ProductionRule.class)
  void productionKeepsTo(ProductionRule rule) {
    assertThat(rule.violations(RENDERED.get("overlays/prod"))).isEmpty();
  }

  @Test
  void baseAndComponentsBringNoSecrets() {
    RENDERED.forEach(
        (folder, manifests) -> {
          if (!folder.equals("overlays/dev")) {
            assertThat(ProductionRule.BRINGS_NO_SECRETS.violations(manifests)).as(folder).isEmpty();
          }
        });
  }

  @Test
  void twoRenderingsAreTheSame() {
    assertThat(RenderedManifests.render("overlays/prod"))
        .isEqualTo(RENDERED.get("overlays/prod").yaml());
    assertThat(RenderedManifests.render("overlays/dev"))
        .isEqualTo(RENDERED.get("overlays/dev").yaml());
  }
}
