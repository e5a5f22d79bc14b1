package dev.clade.lineage.server.export;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.Artifact;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportScope;
import dev.clade.lineage.v1.Truncation;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of documents in any format. */
@QuarkusTest
class ExportContractTest extends ExportServerTest {
  private static final EnumSet<ExportFormat> FORMATS =
      EnumSet.complementOf(
          EnumSet.of(ExportFormat.EXPORT_FORMAT_UNSPECIFIED, ExportFormat.UNRECOGNIZED));

  @Test
  void aLongLineageComesInBoundedChunksTheSameEachTime() {
    Artifact[] chain =
        Stream.concat(
                Stream.of(model("x/m0")),
                IntStream.range(1, 1_500).mapToObj(i -> model("x/m" + i, "x/m" + (i - 1))))
            .toArray(Artifact[]::new);
    onlyHas(chain);
    for (ExportFormat format : FORMATS) {
      ExportLineageRequest.Builder request = request("models/x/m1499", format).setMaxDepth(1_000);
      Document document = document(request);
      assertThat(document.chunkCount()).isGreaterThan(2);
      assertThat(document(request)).isEqualTo(document);
      assertThat(document.header().getTruncation().getReason())
          .isEqualTo(Truncation.Reason.REASON_MAX_DEPTH);
      assertThat(document.header().getTruncation().getFrontierList())
          .containsExactly("models/x/m499");
      assertThat(document.text()).contains("models/x/m499").doesNotContain("models/x/m498");
    }
  }

  @Test
  void aFamilyOfThousandsIsWhole() {
    Artifact[] star =
        Stream.concat(
                Stream.of(model("x/hub")),
                IntStream.range(0, 5_000).mapToObj(i -> model("x/spoke-" + i, "x/hub")))
            .toArray(Artifact[]::new);
    onlyHas(star);
    Document document =
        document(
            request("models/x/spoke-7", ExportFormat.EXPORT_FORMAT_JSON)
                .setScope(ExportScope.EXPORT_SCOPE_FAMILY));
    assertThat(document.header().hasTruncation()).isFalse();
    assertThat(document.chunkCount()).isGreaterThan(10);
    assertThat(document.text().split("\"source\"", -1)).hasSize(5_001);
  }

  @Test
  void namesAreFoundRegardlessOfCase() {
    onlyHas(model("X/Base"), model("x/tuned", "x/base"));
    assertThat(document(request("models/x/BASE", ExportFormat.EXPORT_FORMAT_JSON)).text())
        .contains("\"name\" : \"models/X/Base\"");
  }

  @Test
  void aFileNameIsSafe() {
    String name = "datasets/../\"a b/" + "é".repeat(300);
    onlyHas(artifact(name));
    for (ExportFormat format : FORMATS) {
      if (format != ExportFormat.EXPORT_FORMAT_CYCLONEDX_JSON) {
        assertThat(document(request(name, format)).header().getFileName())
            .matches("datasets-..--a-b-[-]+\\.[a-z]+")
            .hasSizeLessThan(255);
      }
    }
  }

  @Test
  void badRequestsAreTold() {
    onlyHas(model("x/base"), artifact("datasets/glue"));
    refused(json(""), Reason.FIELD_REQUIRED, "name", "");
    refused(json("x/base"), Reason.FIELD_MALFORMED, "name", "x/base");
    refused(json("models/x/base").clearFormat(), Reason.FIELD_REQUIRED, "format", "");
    refused(json("models/x/base").setFormatValue(77), Reason.FIELD_UNKNOWN_VALUE, "format", "77");
    refused(json("models/x/base").setScopeValue(-1), Reason.FIELD_UNKNOWN_VALUE, "scope", "-1");
    refused(
        json("models/x/base").setMaxDepth(1_001), Reason.FIELD_OUT_OF_RANGE, "max_depth", "1001");
    refused(json("models/x/base").setMaxDepth(-1), Reason.FIELD_OUT_OF_RANGE, "max_depth", "-1");
    refused(
        json("models/x/base").setMaxNodes(100_001),
        Reason.FIELD_OUT_OF_RANGE,
        "max_nodes",
        "100001");
    refused(json("models/x/base").setMaxNodes(-1), Reason.FIELD_OUT_OF_RANGE, "max_nodes", "-1");
  }

  @Test
  void whatAFormatOrScopeIsNotMadeForIsTold() {
    onlyHas(model("x/base"), artifact("datasets/glue"));
    ExportFormat bill = ExportFormat.EXPORT_FORMAT_CYCLONEDX_JSON;
    refused(request("datasets/glue", bill), Reason.FIELD_MALFORMED, "name", "datasets/glue");
    refused(
        request("models/x/base", bill).setMaxNodes(10_001),
        Reason.FIELD_OUT_OF_RANGE,
        "max_nodes",
        "10001");
    refused(
        request("models/x/base", bill).setScope(ExportScope.EXPORT_SCOPE_FAMILY),
        Reason.FIELD_UNKNOWN_VALUE,
        "scope",
        "family");
    refused(
        json("datasets/glue").setScope(ExportScope.EXPORT_SCOPE_FAMILY),
        Reason.FIELD_MALFORMED,
        "name",
        "datasets/glue");
    refused(
        json("models/x/base").setScope(ExportScope.EXPORT_SCOPE_FAMILY).setMaxDepth(2),
        Reason.FIELD_OUT_OF_RANGE,
        "max_depth",
        "2");
  }

  @Test
  void anUnknownArtifactIsTold() {
    onlyHas(model("x/base"));
    for (ExportFormat format : FORMATS) {
      CladeException failure = refusal(request("models/none", format));
      assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_NOT_FOUND);
      assertThat(failure.metadata()).containsEntry("resource", "models/none");
    }
  }

  private void refused(
      ExportLineageRequest.Builder request, Reason reason, String field, String value) {
    CladeException failure = refusal(request);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field).containsEntry("value", value);
    assertThat(failure.metadata().get("rule")).isNotEmpty();
  }

  private static ExportLineageRequest.Builder json(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_JSON);
  }
}
