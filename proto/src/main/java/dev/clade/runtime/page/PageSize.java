package dev.clade.runtime.page;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;

/**
 * How many items a page may have (AIP-158).
 *
 * @param standard size when the request names none
 * @param largest size that larger wishes are lowered to
 */
public record PageSize(int standard, int largest) {

  /**
   * Returns the size to use for a request's {@code page_size}.
   *
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when it is negative
   */
  public int of(int requested) {
    if (requested < 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "page_size", requested, "must be at least 0");
    }
    return requested == 0 ? standard : Math.min(requested, largest);
  }
}
