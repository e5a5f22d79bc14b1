package dev.clade.lineage.server.http;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageServerTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExportRouteTest extends LineageServerTest {
  @BeforeEach
  void fill() {
    onlyHas(
        model("gpt2"),
        model("x/tuned", "gpt2"),
        artifact(
            "datasets/a/b c", relation(RelationType.RELATION_TYPE_PAPER, "papers/1810.04805")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cyclonedx   | application/vnd.cyclonedx+json; version=1.6 | x-tuned.cdx.json
          openlineage | application/x-ndjson                        | x-tuned.ndjson
          dot         | text/vnd.graphviz; charset=utf-8            | x-tuned.dot
          graphml     | application/graphml+xml                     | x-tuned.graphml
          json        | application/json                            | x-tuned.json
          """)
  void aDocumentComesWithItsTypeAndName(String format, String type, String file) {
    get("/v1/models/x/tuned/export?format=" + format)
        .statusCode(200)
        .header("Content-Type", type)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
        .header("ETag", "\"3\"")
        .body(containsString("gpt2"));
  }

  @Test
  void legacyNamesAndOtherKindsHaveDocuments() {
    get("/v1/models/gpt2/export?format=json&scope=downstream")
        .statusCode(200)
        .body("nodes.id", hasItems("models/gpt2", "models/x/tuned"));
    get("/v1/datasets/a%2Fb%20c/export?format=json")
        .statusCode(200)
        .body("graph.name", equalTo("datasets/a/b c"));
  }

  @Test
  void parametersLimitTheDocument() {
    get("/v1/models/gpt2/export?format=json&max_nodes=1")
        .statusCode(200)
        .body("graph.truncation.reason", equalTo("max_nodes"));
    get("/v1/models/x/tuned/export?format=json&scope=family")
        .body("graph.scope", equalTo("family"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          models/x/tuned/export                           | format    | FIELD_REQUIRED
          models/x/tuned/export?format=pdf                | format    | FIELD_UNKNOWN_VALUE
          models/x/tuned/export?format=dot&scope=all      | scope     | FIELD_UNKNOWN_VALUE
          models/x/tuned/export?format=dot&max_nodes=many | max_nodes | FIELD_MALFORMED
          models/x/tuned/export?format=dot&max_nodes=-1   | max_nodes | FIELD_OUT_OF_RANGE
          models/x/tuned/export?format=dot&max_depth=1001 | max_depth | FIELD_OUT_OF_RANGE
          people/x/export?format=dot                      | name      | FIELD_MALFORMED
          datasets/a%2Fb%20c/export?format=cyclonedx      | name      | FIELD_MALFORMED
          """)
  void badRequestsAreTold(String address, String field, String reason) {
    get("/v1/" + address)
        .statusCode(400)
        .header("Content-Type", "application/json")
        .body("error.code", equalTo(400))
        .body("error.status", equalTo("INVALID_ARGUMENT"))
        .body("error.message", containsString(field))
        .body("error.details[0].'@type'", equalTo("type.googleapis.com/google.rpc.ErrorInfo"))
        .body("error.details[0].domain", equalTo("clade.dev"))
        .body("error.details[0].reason", equalTo(reason))
        .body("error.details[0].metadata.field", equalTo(field));
  }

  @Test
  void anUnknownArtifactIsTold() {
    get("/v1/models/none/export?format=dot")
        .statusCode(404)
        .body("error.status", equalTo("NOT_FOUND"))
        .body("error.details[0].reason", equalTo("ARTIFACT_NOT_FOUND"))
        .body("error.details[0].metadata.resource", equalTo("models/none"));
  }

  @Test
  void whoHasTheSnapshotsDocumentIsToldSo() {
    String address = "/v1/models/gpt2/export?format=dot";
    given()
        .header("If-None-Match", "\"3\"")
        .get(address)
        .then()
        .statusCode(304)
        .body(emptyString());
    catalogue.store(model("x/new", "gpt2"));
    awaitApplied(4);
    given()
        .header("If-None-Match", "\"3\"")
        .get(address)
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"");
  }

  @Test
  void theHeadIsThatOfTheDocument() {
    String address = "/v1/models/gpt2/export?format=dot";
    String length = get(address).extract().header("Content-Length");
    given()
        .head(address)
        .then()
        .statusCode(200)
        .header("Content-Length", length)
        .header("ETag", "\"3\"")
        .body(emptyString());
  }

  @Test
  void otherMethodsAreNotAllowed() {
    given().delete("/v1/models/gpt2/export?format=dot").then().statusCode(405);
  }

  @Test
  void oneSeriesOfMetricsStandsForAllArtifacts() {
    get("/v1/models/x/tuned/export?format=dot").statusCode(200);
    get("/q/metrics")
        .body(containsString("uri=\"/v1/{name}/export\""))
        .body(not(containsString("/v1/models/x")));
  }

  private ValidatableResponse get(String address) {
    return given().urlEncodingEnabled(false).get(address).then();
  }
}
