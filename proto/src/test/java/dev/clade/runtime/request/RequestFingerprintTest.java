package dev.clade.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.GetValuationRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RequestFingerprintTest {
  @Property
  void theOrderOfMapsDoesNotMatter(@ForAll @Size(max = 20) Map<String, Double> utilities) {
    EvaluationResult.Builder forwards = EvaluationResult.newBuilder();
    utilities.forEach(forwards::putUtilities);
    EvaluationResult.Builder backwards = EvaluationResult.newBuilder();
    new LinkedHashMap<>(utilities)
        .sequencedEntrySet()
        .reversed()
        .forEach(entry -> backwards.putUtilities(entry.getKey(), entry.getValue()));
    assertThat(RequestFingerprint.of(forwards.build()))
        .isEqualTo(RequestFingerprint.of(backwards.build()));
  }

  @Test
  void theTypeMatters() {
    assertThat(RequestFingerprint.of(GetArtifactRequest.newBuilder().setName("a").build()))
        .isNotEqualTo(RequestFingerprint.of(GetValuationRequest.newBuilder().setName("a").build()));
  }

  @Test
  void fieldsThatDoNotExistAreNoticed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RequestFingerprint.of(GetArtifactRequest.getDefaultInstance(), "request_id"))
        .withMessageContaining("GetArtifactRequest has no request_id");
  }
}
