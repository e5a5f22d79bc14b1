package dev.clade.valuation.server.credential;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.store.LeaseStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps a worker whose credential is for one run to that run. */
@ApplicationScoped
public class RunGuard {
  private static final int RUNS_REMEMBERED = 1_000;

  private final LeaseStore leases;
  private final RunStore runs;
  private final Cache<UUID, Set<String>> resources =
      CacheBuilder.newBuilder().maximumSize(RUNS_REMEMBERED).build();

  @Inject
  RunGuard(LeaseStore leases, RunStore runs) {
    this.leases = leases;
    this.runs = runs;
  }

  /**
   * Lets a caller through to leases of its run, and to such as never were.
   *
   * @return fails with {@link Reason#CREDENTIAL_OF_OTHER_RUN} when one is of another run
   */
  public Uni<Void> requireLeases(RunScope scope, List<String> given) {
    if (scope.run().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return leases
        .belongElsewhere(scope.run().get(), given.stream().flatMap(RunGuard::lease).toList())
        .invoke(
            elsewhere -> {
              if (elsewhere) {
                throw RunScope.refusal(given.getFirst());
              }
            })
        .replaceWithVoid();
  }

  /**
   * Lets a caller through to what its run is about and starts from.
   *
   * @param name resource name of an image set, a contributor set or a checkpoint
   * @return fails with {@link Reason#CREDENTIAL_OF_OTHER_RUN} when the run has nothing of that name
   */
  public Uni<Void> requireResource(RunScope scope, String name) {
    if (scope.run().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return resources(scope.run().get())
        .invoke(
            own -> {
              if (!own.contains(name)) {
                throw RunScope.refusal(name);
              }
            })
        .replaceWithVoid();
  }

  /** What is none is refused later, by its field. */
  private static Stream<UUID> lease(String text) {
    try {
      return Stream.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Stream.empty();
    }
  }

  /** What a run is about never changes. */
  private Uni<Set<String>> resources(UUID run) {
    Set<String> known = resources.getIfPresent(run);
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    return runs.find(run)
        .map(
            found ->
                names(
                    found
                        .orElseThrow(
                            () ->
                                CladeException.notFound(
                                    Reason.VALUATION_NOT_FOUND, Names.ofRun(run)))
                        .spec()))
        .invoke(names -> resources.put(run, names));
  }

  private static Set<String> names(RunSpec spec) {
    Subject subject = spec.subject();
    Set<String> names = new HashSet<>();
    names.add(
        switch (subject.kind()) {
          case IMAGE_SET -> Names.ofImageSet(subject.id());
          case CONTRIBUTOR_SET -> Names.ofContributorSet(subject.id());
        });
    spec.checkpoint().map(Names::ofCheckpoint).ifPresent(names::add);
    return names;
  }
}
