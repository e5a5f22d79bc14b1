package dev.clade.valuation.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the valuation service, under {@code clade.valuation}. */
@ConfigMapping(prefix = "clade.valuation")
public interface ValuationConfig {

  /** How long a lease holds unless it is renewed. */
  @WithDefault("30s")
  Duration leaseDuration();

  /** How often ended leases are looked for, and who waits looks again by himself. */
  @WithDefault("1s")
  Duration tick();

  /** Failures of an evaluation after which it is given up. */
  @WithDefault("3")
  int mostFailures();

  /** An evaluation whose workers are lost so often is what loses them, and is given up. */
  @WithDefault("10")
  int mostLosses();

  /** What an hour of a worker's device costs; without it runs have no costs. */
  Optional<Price> price();

  /** A price. */
  interface Price {

    /** ISO 4217 code, such as {@code EUR}. */
    String currency();

    /** Of an hour of one device, above 0. */
    BigDecimal deviceHour();

    /** Returns it as a value. */
    default dev.clade.valuation.server.domain.Price price() {
      return new dev.clade.valuation.server.domain.Price(currency(), deviceHour());
    }
  }

  /** Who starts workers. */
  Launcher launcher();

  /**
   * File with the private key that workers' credentials are signed with: a JSON Web Key of the
   * curve P-256, the same for all replicas. By default they make one and keep it in the database.
   */
  Optional<String> credentialKey();

  /** How payouts are signed. */
  Payout payout();

  /** Payouts. */
  interface Payout {

    /**
     * File with the private key that signs them: Ed25519, PKCS#8 in PEM form, as {@code openssl
     * genpkey -algorithm ed25519} makes it. Without one there are no payouts.
     */
    Optional<String> signingKey();
  }

  /** Launchers. */
  interface Launcher {

    /** Which launcher this service has. */
    @WithDefault("local")
    Kind kind();

    /** Workers as child processes. */
    Local local();

    /** Workers as Jobs of Kubernetes. */
    KubernetesConfig kubernetes();

    /** Tells whether this service starts workers at all. */
    default boolean startsWorkers() {
      return switch (kind()) {
        case NONE -> false;
        case LOCAL ->
            local().workers() > 0 && (local().command().isPresent() || local().jar().isPresent());
        case KUBERNETES -> true;
      };
    }
  }

  /** Which launcher a service has. */
  enum Kind {
    /** None: workers are started by somebody else. */
    NONE,
    /** Child processes of this service. */
    LOCAL,
    /** Jobs of Kubernetes. */
    KUBERNETES
  }

  /** Workers as child processes of this service. */
  interface Local {

    /** Most workers at a time; 0 starts none. */
    @WithDefault("2")
    int workers();

    /**
     * Program and first arguments of a worker; by default this JVM's own {@code java} with {@code
     * -jar} and {@link #jar}.
     */
    Optional<List<String>> command();

    /** Jar of the worker, for the default command; without both no worker is started. */
    Optional<String> jar();

    /** Where workers find this service, as host:port; by default the port it listens on. */
    Optional<String> target();

    /** Folder for one log file a worker; by default workers write where this service does. */
    Optional<String> logDirectory();

    /**
     * Folder where trainings of embeddings keep how far they have come, so that one that was killed
     * goes on; by default it begins again.
     */
    Optional<String> checkpointDirectory();

    /** How long to wait before a worker that failed is started again; doubles up to 32 times. */
    @WithDefault("1s")
    Duration backoff();

    /**
     * How long workers are kept that no run can use: one that comes soon finds them ready. They
     * also end by themselves when they had nothing to do for 30 s.
     */
    @WithDefault("10s")
    Duration linger();
  }
}
