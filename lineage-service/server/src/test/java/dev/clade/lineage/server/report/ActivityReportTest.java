package dev.clade.lineage.server.report;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.longrunning.Operation;
import com.google.longrunning.WaitOperationRequest;
import dev.clade.hub.v1.RelationType;
import dev.clade.ingest.v1.Repository;
import dev.clade.lineage.server.testing.FakeActivity;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.Report;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports on what people do: who works together, and what spaces use. */
@QuarkusTest
class ActivityReportTest extends ReportServerTest {
  FakeActivity activity;

  @BeforeEach
  void store() {
    activity.clear();
    activity.store("models/x/base", "ann");
    activity.store("models/x/base", "system");
    activity.store("models/x/base", "ann", "bob");
    activity.store("models/x/late", "cleo");
    activity.store(Repository.newBuilder().setName("models/x/base").addTags("translation").build());
    activity.store(Repository.newBuilder().setName("models/x/idle").build());
  }

  @Test
  void theNetworkIsThatOfTheCommitsOfTheMoment() {
    Report report = report(network(1));
    assertThat(rows(report, "measures"))
        .contains(
            List.of("all", "authors", "4.0", "3.0"),
            List.of("all", "ties", "4.0", "1.0"),
            List.of("all", "isolates", "1.0", "1.0"));
    assertThat(report.getCoverageList())
        .extracting(Report.Fact::getCount)
        .as("models, with commits, of them in no sub-field, unknown; commits, authors")
        .containsExactly(2L, 2L, 0L, 1L, 4L, 4L);
    assertThat(report.getFiguresList()).hasSize(4);
  }

  @Test
  void aCatalogueThatIsAwayFailsTheReportUntilItIsBack() {
    activity.setAway(true);
    Operation failed =
        operations.waitOperation(
            WaitOperationRequest.newBuilder()
                .setName(reports.createReport(network(2).build()).getOperation().getName())
                .build());
    assertThat(failed.getDone()).isTrue();
    assertThat(failed.getError().getCode()).isEqualTo(Reason.DEPENDENCY_UNAVAILABLE.code().value());
    assertThat(failed.getError().getMessage()).contains("cannot be reached");

    given()
        .get("/v1/analyses/network/report?seed=2")
        .then()
        .statusCode(503)
        .body("error.details[0].reason", equalTo("DEPENDENCY_UNAVAILABLE"));

    activity.setAway(false);
    assertThat(report(network(2)).getTablesCount()).isPositive();
  }

  @Test
  void aStreamThatBreaksWithinAnArtifactIsTakenUpAgain() {
    for (int batches = 1; batches <= 3; batches++) {
      activity.breakOnceBehind(batches);
      assertThat(rows(report(network(10 + batches)), "measures"))
          .contains(
              List.of("all", "authors", "4.0", "3.0"),
              List.of("all", "ties", "4.0", "1.0"),
              List.of("all", "repositories", "2.0", "2.0"));
    }
  }

  @Test
  void adoptionNeedsNoCommits() {
    activity.setAway(true);
    onlyHas(
        model("x/base"),
        artifact("spaces/y/app", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/base")));
    Report report = report(CreateReportRequest.newBuilder().setAnalysis("adoption"));
    activity.setAway(false);
    assertThat(rows(report, "top_models")).containsExactly(List.of("x/base", "1"));
  }

  /** The seed sets the reports of the tests apart. */
  private static CreateReportRequest.Builder network(int seed) {
    return CreateReportRequest.newBuilder()
        .setAnalysis("network")
        .putParameters("seed", Integer.toString(seed));
  }
}
