package dev.clade.valuation.server.contributor;

import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;

/** Where the origins of a model are known. */
public interface LineageSource {

  /**
   * Returns what a model was made from.
   *
   * <p>Fails with a {@link dev.clade.runtime.error.CladeException}: {@link
   * Reason#ARTIFACT_NOT_FOUND} when nobody knows the model, {@link Reason#DEPENDENCY_UNAVAILABLE}
   * when it cannot be told now.
   *
   * @param model resource name
   * @param includeAncestors whether to look at the models, too, that it was derived from, however
   *     many steps away
   */
  Uni<Origins> origins(String model, boolean includeAncestors);
}
