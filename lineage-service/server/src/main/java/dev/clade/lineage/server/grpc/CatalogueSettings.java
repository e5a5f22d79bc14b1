package dev.clade.lineage.server.grpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the catalogue's service listens. */
@ConfigMapping(prefix = "clade.lineage.catalogue")
public interface CatalogueSettings {
  /** Name or address of its host. */
  @WithDefault("127.0.0.1")
  String host();

  /** Port of its host. */
  @WithDefault("9101")
  int port();
}
