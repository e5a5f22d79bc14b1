package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;

/** Reads resource names of requests. */
public final class ResourceNames {
  private ResourceNames() {}

  /**
   * Returns the parts of a resource name.
   *
   * @param field name of the field as in the contract
   * @throws CladeException {@link Reason#FIELD_MALFORMED} when it is none
   */
  public static ArtifactName parse(String field, String resourceName) {
    return ArtifactName.parse(resourceName)
        .orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_MALFORMED,
                    field,
                    resourceName,
                    "must be models/, datasets/, spaces/ or papers/ and an identifier of 1 to "
                        + ArtifactName.LONGEST_ID
                        + " characters"));
  }
}
