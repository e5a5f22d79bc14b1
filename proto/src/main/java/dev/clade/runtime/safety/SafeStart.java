package dev.clade.runtime.safety;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Runs the checks before the server listens, and stops the start for dangers that nobody took. */
@Singleton
final class SafeStart {
  private static final Logger LOG = Logger.getLogger(SafeStart.class);

  private static final int BEFORE_ALL_OTHERS = 1;

  private final List<SafetyCheck> checks;
  private final Set<String> allowed;

  @Inject
  SafeStart(@All List<SafetyCheck> checks, SafetyConfig config) {
    this(checks, config.allow().orElse(Set.of()));
  }

  SafeStart(List<SafetyCheck> checks, Set<String> allowed) {
    this.checks = checks;
    this.allowed = allowed;
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    check();
  }

  /**
   * Warns of the dangers that are allowed.
   *
   * @throws UnsafeStartException when there are others, or what is allowed is no check
   */
  void check() {
    List<String> refused = new ArrayList<>();
    for (SafetyCheck check : checks) {
      Optional<String> danger = check.danger();
      if (danger.isPresent() && allowed.contains(check.name())) {
        LOG.warnf("Unsafe, and allowed: %s: %s", check.name(), danger.get());
      } else {
        danger.ifPresent(told -> refused.add(check.name() + ": " + told));
      }
    }
    Set<String> names = checks.stream().map(SafetyCheck::name).collect(Collectors.toSet());
    allowed.stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(
            name ->
                refused.add("clade.unsafe.allow names \"%s\", which is no check".formatted(name)));
    if (!refused.isEmpty()) {
      throw new UnsafeStartException(refused);
    }
  }
}
