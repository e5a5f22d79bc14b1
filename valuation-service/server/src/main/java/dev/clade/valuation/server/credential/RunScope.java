package dev.clade.valuation.server.credential;

import dev.clade.runtime.access.Caller;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Names;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caller's credential limits it to.
 *
 * @param run the only run that it may serve; nothing for any
 */
public record RunScope(Optional<UUID> run) {

  /** Returns the scope of a caller. */
  public static RunScope of(Caller caller) {
    return new RunScope(
        Optional.ofNullable(caller.claims().get(WorkerCredentials.RUN_CLAIM))
            .map(name -> Names.run(WorkerCredentials.RUN_CLAIM, name)));
  }

  /**
   * Returns the name of the run to get work of, when a worker asks for it.
   *
   * @param wished name of the run that is asked for; empty for any
   * @throws CladeException {@link Reason#CREDENTIAL_OF_OTHER_RUN} when that is another one
   */
  public String narrow(String wished) {
    if (run.isEmpty()) {
      return wished;
    }
    String own = Names.ofRun(run.get());
    if (!wished.isEmpty() && !wished.equals(own)) {
      throw refusal(wished);
    }
    return own;
  }

  /** Returns the refusal of what belongs to another run. */
  static CladeException refusal(String resource) {
    return new CladeException(
        Reason.CREDENTIAL_OF_OTHER_RUN,
        "the credential is for one run, which \"%s\" does not belong to".formatted(resource),
        Map.of("resource", resource));
  }
}
