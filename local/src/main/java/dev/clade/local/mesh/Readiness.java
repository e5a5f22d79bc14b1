package dev.clade.local.mesh;

import dev.clade.local.client.Address;
import dev.clade.runtime.client.ChannelSecurity;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks a service's health endpoint whether it is ready to answer. */
public final class Readiness {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(10);

  private final ServiceHttp service;

  /**
   * Creates a question to the service at an address.
   *
   * @param security whom to trust, if connections are encrypted; nothing is shown to the service
   */
  public Readiness(Address address, ChannelSecurity security) {
    service = new ServiceHttp(address, security);
  }

  /** Returns whether the service says that it is ready now. */
  public boolean isReady() {
    try {
      return service.get("/q/health/ready", BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until the service is ready.
   *
   * @throws MeshFailure when its process ends or it takes too long
   */
  void await(ChildProcess process) {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!isReady()) {
      if (!process.isAlive()) {
        throw process.ended();
      }
      if (Instant.now().isAfter(end)) {
        throw new MeshFailure(
            "%s is not ready after %d s; see %s"
                .formatted(process.mark().name(), LONGEST_START.toSeconds(), process.log()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_PROBES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeshFailure("interrupted while waiting for a service", e);
    }
  }
}
