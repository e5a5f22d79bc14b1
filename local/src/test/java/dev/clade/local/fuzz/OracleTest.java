package dev.clade.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.Service;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OracleTest {
  private static final FuzzedMethod METHOD = FuzzedMethods.of(Service.INGEST).getFirst();

  @Test
  void answersAndReasonsAreRight() {
    assertThat(Oracle.judge(sent(true), plain(Status.OK))).isEmpty();
    assertThat(
            Oracle.judge(
                sent(true), told(CladeException.notFound(Reason.CARD_NOT_FOUND, "models/a"))))
        .isEmpty();
  }

  @Test
  void aStatusWithoutAReasonIsWrong() {
    assertThat(Oracle.judge(sent(true), plain(Status.UNKNOWN))).isPresent();
    assertThat(Oracle.judge(sent(true), plain(Status.INTERNAL))).isPresent();
    assertThat(Oracle.judge(sent(true), plain(Status.UNAVAILABLE))).isPresent();
    assertThat(Oracle.judge(sent(true), plain(Status.RESOURCE_EXHAUSTED))).isPresent();
  }

  @Test
  void onlyWhatIsNoMessageMayEndWithoutAReason() {
    assertThat(Oracle.judge(sent(false), plain(Status.INTERNAL))).isEmpty();
    assertThat(Oracle.judge(sent(false), plain(Status.UNKNOWN))).isPresent();
  }

  @Test
  void aFaultOfTheServiceIsWrong() {
    assertThat(
            Oracle.judge(
                sent(true),
                told(new CladeException(Reason.INTERNAL, "the service failed", Map.of()))))
        .isPresent();
  }

  @Test
  void aReasonWithAnotherCodeIsWrong() {
    StatusRuntimeException failure =
        ErrorStatus.toStatus(CladeException.notFound(Reason.CARD_NOT_FOUND, "models/a"));

    assertThat(
            Oracle.judge(
                sent(true), new Outcome(Status.INVALID_ARGUMENT, failure.getTrailers(), false)))
        .isPresent();
  }

  @Test
  void aDescriptionThatTellsOfInsidesIsWrong() {
    assertThat(
            Oracle.judge(
                sent(true),
                told(new CladeException(Reason.NOT_READY, "org.postgresql.Driver", Map.of()))))
        .isPresent();
  }

  private static FuzzCase sent(boolean wellFormed) {
    return new FuzzCase(
        1, 1, METHOD, List.of(new byte[0]), wellFormed, Behaviour.ORDERLY, Map.of());
  }

  private static Outcome plain(Status status) {
    return new Outcome(status, new Metadata(), false);
  }

  private static Outcome told(CladeException failure) {
    StatusRuntimeException status = ErrorStatus.toStatus(failure);
    return new Outcome(status.getStatus(), status.getTrailers(), false);
  }
}
