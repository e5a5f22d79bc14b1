package dev.clade.runtime.telemetry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server that records traces, and sends them to nobody. */
public final class TracedProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.otel.sdk.disabled", "false");
  }
}
