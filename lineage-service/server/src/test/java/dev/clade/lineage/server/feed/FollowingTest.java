package dev.clade.lineage.server.feed;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static dev.clade.lineage.server.testing.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.Metric;
import dev.clade.runtime.testing.ScrapedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One server's life with its catalogue, from the start on; the tests follow one another. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowingTest extends LineageServerTest {
  @Test
  @Order(1)
  void isReadyOnceItHasCaughtUp() {
    onlyHas();
    given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  @Order(2)
  void appliesWhatTheFeedSends() {
    catalogue.store(
        model("x/base"),
        model("x/child", "x/base"),
        model("x/other", "x/base"),
        artifact(
            "spaces/x/app",
            relation(RelationType.RELATION_TYPE_USED_IN, "models/x/child"),
            relation(RelationType.RELATION_TYPE_UNSPECIFIED, "models/x/base")));
    awaitApplied(4);
    GetPositionResponse position = position();
    assertThat(position.getHeadSequence()).isEqualTo(4);
    assertThat(position.getLagChanges()).isZero();
    assertThat(position.getNodeCount()).isEqualTo(4);
    assertThat(position.getCataloguedCount()).isEqualTo(4);
    assertThat(position.getEdgeCount()).isEqualTo(3);
    assertThat(lineageOf("models/x/child"))
        .containsExactly("models/x/child", "models/x/base", "spaces/x/app");
  }

  @Test
  @Order(3)
  void aNewRecordReplacesTheFormerOne() {
    catalogue.store(model("x/other", "gone/base"));
    awaitApplied(5);
    assertThat(lineageOf("models/x/other")).containsExactly("models/x/other", "models/gone/base");
  }

  @Test
  @Order(4)
  void goesOnWhereALostStreamEnded() {
    int before = catalogue.opened().size();
    catalogue.disconnect();
    eventually(() -> assertThat(catalogue.opened()).hasSizeGreaterThan(before));
    assertThat(catalogue.opened().getLast()).isEqualTo(5);
    catalogue.store(model("x/late", "x/child"));
    eventually(() -> assertThat(lineageOf("models/x/late")).contains("models/x/base"));
  }

  @Test
  @Order(5)
  void keepsAnsweringWhileTheCatalogueIsAway() {
    catalogue.setAway(true);
    eventually(() -> assertThat(position().getFollowing()).isFalse());
    assertThat(lineageOf("models/x/child")).contains("models/x/base");
    given().get("/q/health/ready").then().statusCode(200);
    catalogue.store(model("x/meanwhile", "x/base"));
    catalogue.setAway(false);
    eventually(() -> assertThat(position().getFollowing()).isTrue());
    eventually(() -> assertThat(lineageOf("models/x/meanwhile")).contains("models/x/base"));
  }

  @Test
  @Order(6)
  void startsOverWhenTheCatalogueWentBackInTime() {
    catalogue.restore(model("y/base"), model("y/child", "y/base"));
    awaitApplied(2);
    assertThat(catalogue.opened()).endsWith(0L);
    assertThat(lineageOf("models/y/child")).containsExactly("models/y/child", "models/y/base");
    assertThatThrownBy(() -> lineageOf("models/x/child"))
        .satisfies(
            thrown ->
                assertThat(LineageClient.failure(thrown).reason())
                    .isEqualTo(Reason.ARTIFACT_NOT_FOUND));
    assertThat(position().getFollowing()).isTrue();
  }

  @Test
  @Order(7)
  void answersFromTheOldGraphWhileItStartsOver() {
    catalogue.setSilent(true);
    catalogue.claimHead(1);
    // The last stream was opened at 0 too: only its end tells that the server starts over.
    eventually(() -> assertThat(position().getFollowing()).isFalse());
    assertThat(lineageOf("models/y/child")).containsExactly("models/y/child", "models/y/base");
    catalogue.setSilent(false);
    eventually(() -> assertThat(position().getFollowing()).isTrue());
  }

  @Test
  @Order(8)
  void metricsTellSizeAndPosition() {
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("clade_lineage_nodes 2.0"))
        .body(containsString("clade_lineage_edges 1.0"))
        .body(containsString("clade_lineage_applied_sequence 2.0"))
        .body(containsString("clade_lineage_lag_changes 0.0"))
        .body(containsString("clade_lineage_lag_seconds 0.0"))
        .body(containsString("clade_lineage_following 1.0"))
        .body(containsString("clade_lineage_overlay_seconds_count"))
        .body(containsString("clade_lineage_rebuild_seconds_count"));
    new ScrapedMetrics(given().get("/q/metrics").asString()).checkDeclared(Metric.Owner.LINEAGE);
  }

  @Test
  @Order(9)
  void familiesFollowTheFeedToo() {
    catalogue.store(model("y/grandchild", "y/child"));
    eventually(
        () ->
            assertThat(
                    lineage
                        .getFamily(GetFamilyRequest.newBuilder().setName("models/y/base").build())
                        .getSummary()
                        .getMemberCount())
                .isEqualTo(3));
  }

  @Test
  @Order(10)
  void findsTheCatalogueAgainAfterItWasDown() {
    process.goDown();
    catalogue.forgetStreams();
    eventually(() -> assertThat(position().getFollowing()).isFalse());
    catalogue.store(model("y/unheard", "y/base"));
    process.comeUp();
    eventually(() -> assertThat(lineageOf("models/y/unheard")).contains("models/y/base"));
    assertThat(position().getFollowing()).isTrue();
  }

  private List<String> lineageOf(String name) {
    return lineage
        .getLineage(GetLineageRequest.newBuilder().addNames(name).build())
        .getNodesList()
        .stream()
        .map(LineageNode::getName)
        .toList();
  }
}
