package dev.clade.runtime.cache;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** Settings of a cache that is made by hand. */
final class GivenSettings {
  private GivenSettings() {}

  /** Returns the defaults. */
  static CacheSettings defaults() {
    return build(builder());
  }

  /** Returns the defaults but for one. */
  static CacheSettings with(String name, String value) {
    return build(builder().withDefaultValue("clade.cache." + name, value));
  }

  private static SmallRyeConfigBuilder builder() {
    return new SmallRyeConfigBuilder()
        .withMapping(CacheSettings.class)
        .withConverter(Duration.class, 100, new DurationConverter());
  }

  private static CacheSettings build(SmallRyeConfigBuilder builder) {
    return builder.build().getConfigMapping(CacheSettings.class);
  }
}
