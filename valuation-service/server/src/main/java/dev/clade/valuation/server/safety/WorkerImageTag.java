package dev.clade.valuation.server.safety;

import dev.clade.runtime.safety.SafetyCheck;
import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.ValuationConfig.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs are made of an image that is named by a tag, which may be another image tomorrow. */
@Singleton
final class WorkerImageTag implements SafetyCheck {
  private static final String DIGEST = "@sha256:";

  private final List<String> images;

  @Inject
  WorkerImageTag(ValuationConfig config) {
    this(config.launcher().kind(), config.launcher().kubernetes());
  }

  private WorkerImageTag(Kind kind, KubernetesConfig jobs) {
    this(
        kind == Kind.KUBERNETES
            ? Stream.concat(Stream.of(jobs.image()), jobs.customImages().values().stream()).toList()
            : List.of());
  }

  WorkerImageTag(List<String> images) {
    this.images = images;
  }

  @Override
  public String name() {
    return "WORKER_IMAGE_TAG";
  }

  @Override
  public Optional<String> danger() {
    return images.stream()
        .filter(image -> !image.contains(DIGEST))
        .findFirst()
        .map(image -> "workers run the image %s, which names no digest".formatted(image));
  }
}
