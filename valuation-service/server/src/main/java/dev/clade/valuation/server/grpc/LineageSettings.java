package dev.clade.valuation.server.grpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where lineage-service listens. */
@ConfigMapping(prefix = "clade.valuation.lineage")
public interface LineageSettings {
  /** Name or address of its host. */
  @WithDefault("127.0.0.1")
  String host();

  /** Port of its host. */
  @WithDefault("9102")
  int port();

  /** How long it has to answer. */
  @WithDefault("10s")
  Duration deadline();

  /** How long it has to send a feature set or take a version of the embedding. */
  @WithDefault("40m")
  Duration transferDeadline();
}
