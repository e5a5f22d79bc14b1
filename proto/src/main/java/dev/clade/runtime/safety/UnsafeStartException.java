package dev.clade.runtime.safety;

import java.util.List;

/** Stops the start of a server that is configured unsafely. */
final class UnsafeStartException extends RuntimeException {
  /** Creates the failure of a start for these dangers. */
  UnsafeStartException(List<String> dangers) {
    super(
        "The server does not start, because its configuration is unsafe. Mend it, or name in"
            + " clade.unsafe.allow (CLADE_UNSAFE_ALLOW) what you take upon yourself:\n  "
            + String.join("\n  ", dangers));
  }
}
