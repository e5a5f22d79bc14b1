package dev.clade.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The objects that {@code kubectl kustomize} makes of a folder of this module. */
public record RenderedManifests(List<HasMetadata> objects) {

  /** Copies the list. */
  public RenderedManifests {
    objects = List.copyOf(objects);
  }

  /** Renders a folder; skips the test where there is no kubectl, which CI must have. */
  public static RenderedManifests of(String folder) {
    boolean kubectl = isOnPath("kubectl");
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(kubectl, "kubectl is not on the PATH, so manifests are not checked");
    } else if (!kubectl) {
      throw new IllegalStateException("CI needs kubectl on the PATH");
    }
    String yaml = run("kubectl", "kustomize", folder);
    List<HasMetadata> objects =
        Stream.of(yaml.split("(?m)^---$"))
            .map(document -> (HasMetadata) new KubernetesSerialization().unmarshal(document))
            .toList();
    return new RenderedManifests(objects);
  }

  /** Returns the objects of a type. */
  public <T extends HasMetadata> List<T> ofType(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the pod of every Deployment and StatefulSet by the workload's name. */
  Map<String, PodSpec> pods() {
    Map<String, PodSpec> pods = new LinkedHashMap<>();
    ofType(Deployment.class)
        .forEach(w -> pods.put(w.getMetadata().getName(), w.getSpec().getTemplate().getSpec()));
    ofType(StatefulSet.class)
        .forEach(w -> pods.put(w.getMetadata().getName(), w.getSpec().getTemplate().getSpec()));
    return pods;
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
