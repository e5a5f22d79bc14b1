package dev.clade.ingest.catalogue;

import dev.clade.ingest.store.ArtifactStore;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the artifacts that requests name. */
@ApplicationScoped
class ArtifactNames {
  private static final int LONGEST = 1_024;

  private final ArtifactStore artifacts;

  @Inject
  ArtifactNames(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * Checks that an artifact may have a name.
   *
   * @param field the request's field
   * @throws CladeException {@link Reason#FIELD_REQUIRED} or {@link Reason#ARTIFACT_NOT_FOUND}
   */
  static void check(String field, String name) {
    if (name.isEmpty()) {
      throw CladeException.missingField(field);
    }
    if (name.length() > LONGEST || name.indexOf('\0') >= 0) {
      throw CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name.replace('\0', '\uFFFD'));
    }
  }

  /**
   * Returns the name under which the catalogue keeps what belongs to an artifact: the name itself,
   * or the present one of an old name that the catalogue has nothing of.
   *
   * @param field the request's field
   * @return fails with {@link Reason#ARTIFACT_NOT_FOUND} when there is none
   */
  Uni<String> keptUnder(String field, String name) {
    check(field, name);
    return artifacts
        .presentName(name)
        .map(
            found ->
                found.orElseThrow(() -> CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name)));
  }
}
