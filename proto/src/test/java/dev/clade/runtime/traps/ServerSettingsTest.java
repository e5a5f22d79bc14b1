package dev.clade.runtime.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of servers whose defaults are traps. */
final class ServerSettingsTest {
  private static final String GRPC = "quarkus.grpc.server.";
  private static final int LARGEST_MESSAGE = 8 << 20;

  static Stream<String> servers() {
    return Sources.SERVERS.stream();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void callsAndProbesShareOneServer(String module) throws IOException {
    assertThat(own(module)).containsEntry(GRPC + "use-separate-server", "false");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void messagesAreBounded(String module) throws IOException {
    assertThat(Integer.parseInt(own(module).getProperty(GRPC + "max-inbound-message-size")))
        .isBetween(1, LARGEST_MESSAGE);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void reflectionHasASwitchAndHealthIsLeftOn(String module) throws IOException {
    assertThat(own(module))
        .containsEntry(GRPC + "enable-reflection-service", "${CLADE_REFLECTION:true}")
        .doesNotContainKeys(GRPC + "grpc-health.enabled", GRPC + "health.enabled");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whoseEntitiesAreReactiveHasNoBlockingOnesBeside(String module) throws IOException {
    boolean entities =
        Sources.java(module + "/src/main").stream()
            .anyMatch(source -> Sources.read(source).contains("jakarta.persistence"));
    assertThat(own(module).getProperty("quarkus.hibernate-orm.blocking"))
        .isEqualTo(entities ? "false" : null);
  }

  @Test
  void aServerSaysThatItGoesBeforeItGoes() throws IOException {
    assertThat(shared())
        .containsEntry("quarkus.shutdown.delay-enabled", "true")
        .containsKeys("quarkus.shutdown.delay", "clade.connection.drain")
        .doesNotContainKey("quarkus.shutdown.timeout");
  }

  @Test
  void everyLineOfTheLogTellsItsCall() throws IOException {
    assertThat(shared().getProperty("quarkus.log.console.format"))
        .contains(List.of("traceId=%X{traceId}", "spanId=%X{spanId}", "requestId=%X{requestId}"));
  }

  private static Properties own(String module) throws IOException {
    return properties(module + "/src/main/resources/application.properties");
  }

  private static Properties shared() throws IOException {
    return properties("proto/src/main/resources/META-INF/microprofile-config.properties");
  }

  private static Properties properties(String file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Sources.read(file)));
    return properties;
  }
}
