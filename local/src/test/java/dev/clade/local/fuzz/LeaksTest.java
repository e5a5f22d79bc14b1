package dev.clade.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeaksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.NullPointerException",
        "dev.clade.ingest.store.Artifacts is closed",
        "at dev.clade.A.b(A.java:3)",
        "ERROR: relation \"ingest.artifact\" does not exist",
        "SELECT * FROM x",
        "Connection refused: /127.0.0.1:5432",
        "cannot open /tmp/spool/a",
        "value too long for constraint",
        "Protobuf: invalid tag",
        "name is null",
        "[B@1b2c3d4e"
      })
  void whatIsInsideIsFound(String told) {
    assertThat(Leaks.in(told, List.of())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_size must be at least 0; it is \"-1\"",
        "there is no \"models/a\"",
        "the service failed; its log tells more under incident 0123456789abcdef",
        "the database cannot be reached or does not answer; try again"
      })
  void whatIsMeantForCallersIsNone(String told) {
    assertThat(Leaks.in(told, List.of())).isEmpty();
  }

  @Test
  void whatTheCallerSentIsNone() {
    String sent = "java.lang.Exception";

    assertThat(Leaks.in("there is no \"java.lang.Exception\"", List.of(sent))).isEmpty();
    assertThat(Leaks.in("there is no \"java.lang.Exception\"", List.of("x"))).isPresent();
  }

  @Test
  void whatTheCallerSentIsNoneWhereAnotherWordIsAPartOfIt() {
    assertThat(Leaks.in("model is \"models/a/etc/b\"", List.of("model", "models/a/etc/b")))
        .isEmpty();
  }
}
