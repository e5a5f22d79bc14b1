package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.ValuationConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings of the service as a configuration gives them, with every default. */
public final class Settings {
  private Settings() {}

  /**
   * Returns settings.
   *
   * @param properties names, without the prefix {@code clade.valuation.launcher.}, and values
   */
  public static ValuationConfig of(Map<String, String> properties) {
    Map<String, String> prefixed = new HashMap<>();
    properties.forEach((name, value) -> prefixed.put("clade.valuation.launcher." + name, value));
    prefixed.put("clade.valuation.tick", "100ms");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(prefixed, "test", 100))
        .withMapping(ValuationConfig.class)
        .build()
        .getConfigMapping(ValuationConfig.class);
  }
}
