package dev.clade.runtime.client;

import com.google.common.base.Throwables;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells a service that cannot be talked to safely from one that cannot be reached. */
public final class TlsFailure {
  private TlsFailure() {}

  /**
   * Returns what is wrong with a certificate or a handshake, in the words of the JDK, such as
   * {@code NotAfter: Sat Nov 28 18:06:04 UTC 2026} of one that has expired; nothing when a call
   * failed for another reason.
   */
  public static Optional<String> of(Throwable failure) {
    List<Throwable> chain = Throwables.getCausalChain(failure);
    return chain.stream().anyMatch(SSLException.class::isInstance)
        ? Optional.ofNullable(chain.getLast().getMessage())
        : Optional.empty();
  }
}
