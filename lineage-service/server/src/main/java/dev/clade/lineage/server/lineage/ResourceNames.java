package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.List;

/** Reads resource names of requests. */
public final class ResourceNames {
  private ResourceNames() {}

  /**
   * Returns the parts of several resource names.
   *
   * @param field name of the field as in the contract
   * @param most how many there may be
   * @throws CladeException when there is none, there are too many or one is no resource name
   */
  public static List<ArtifactName> parseAll(String field, List<String> resourceNames, int most) {
    if (resourceNames.isEmpty()) {
      throw CladeException.missingField(field);
    }
    if (resourceNames.size() > most) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field,
          resourceNames.size() + " names",
          "must be at most %,d names".formatted(most));
    }
    return resourceNames.stream().map(name -> parse(field, name)).toList();
  }

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
