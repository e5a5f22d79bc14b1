package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that {@code kubectl kustomize} makes of a folder of this module.
 *
 * @param yaml what it printed
 * @param objects the same, typed
 */
public record RenderedManifests(String yaml, List<HasMetadata> objects) {
  /** Tests ask for the same folders over and over. */
  private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

  /** Copies the list. */
  public RenderedManifests {
    objects = List.copyOf(objects);
  }

  /** Renders a folder; skips the test where there is no kubectl, which CI must have. */
  public static RenderedManifests of(String folder) {
    return ofYaml(RENDERED.computeIfAbsent(folder, RenderedManifests::render));
  }

  /** Returns what Kustomize makes of a folder now. */
  static String render(String folder) {
    Program.KUBECTL.require("manifests are not checked");
    return Program.KUBECTL.run("kustomize", folder);
  }

  /** Renders the base and the workers with components, as somebody's overlay would. */
  static RenderedManifests withComponents(String... components) {
    Path overlay = Path.of("target", "with", String.join("+", components));
    try {
      Files.createDirectories(overlay);
      Files.writeString(
          overlay.resolve("kustomization.yaml"),
          "resources: [../../../base, ../../../workers]\ncomponents: "
              + Stream.of(components)
                  .map("../../../components/%s"::formatted)
                  .collect(Collectors.joining(", ", "[", "]\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(overlay.toString());
  }

  /** Reads what was rendered. */
  static RenderedManifests ofYaml(String yaml) {
    KubernetesSerialization serialization = new KubernetesSerialization();
    return new RenderedManifests(
        yaml,
        Stream.of(yaml.split("(?m)^---$"))
            .map(document -> (HasMetadata) serialization.unmarshal(document))
            .toList());
  }

  /** Returns a copy of its own, which a test may break. */
  RenderedManifests copy() {
    return ofYaml(yaml);
  }

  /** Returns the objects of a type. */
  public <T extends HasMetadata> List<T> ofType(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the object of a type and a name. */
  public <T extends HasMetadata> T named(Class<T> type, String name) {
    return ofType(type).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whatever makes pods. */
  List<Workload> workloads() {
    return objects.stream().flatMap(object -> Workload.of(object).stream()).toList();
  }

  /** Returns the workload of a name. */
  Workload workload(String name) {
    return workloads().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
  }
}
