package dev.clade.lineage.server.lineage;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;

/**
 * A limit that a request may set within bounds.
 *
 * @param field name as in the contract
 * @param standard value when the request says 0
 * @param largest largest value allowed
 */
public record Limit(String field, int standard, int largest) {
  /**
   * Returns the limit to use.
   *
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when it is negative or too large
   */
  public int of(int requested) {
    if (requested < 0 || requested > largest) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, field, requested, "must be from 0 to " + largest);
    }
    return requested == 0 ? standard : requested;
  }
}
