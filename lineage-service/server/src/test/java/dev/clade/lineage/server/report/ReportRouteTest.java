package dev.clade.lineage.server.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.clade.lineage.v1.Report;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReportRouteTest extends ReportServerTest {
  @Test
  void aBrowserGetsAPage() {
    given()
        .get("/v1/analyses/structure/report?limit=3")
        .then()
        .statusCode(200)
        .header("Content-Type", "text/html; charset=utf-8")
        .body(containsString("<dt>limit</dt><dd>3</dd>"));
  }

  @Test
  void aProgramGetsATableOrAllOfAReport() {
    given()
        .get("/v1/analyses/structure/report?format=csv&table=top_bases")
        .then()
        .statusCode(200)
        .body(equalTo("base,derived\r\nx/base,2\r\nx/child,1\r\n"));
    Report report = report(structure());
    given()
        .get("/v1/" + report.getName() + "?format=json")
        .then()
        .statusCode(200)
        .body("name", equalTo(report.getName()))
        .body("snapshot_sequence", equalTo("4"));
  }

  @Test
  void anyLengthOfTimeIsAnAge() {
    given()
        .get("/v1/analyses/structure/report?max_age=P100000000D&limit=31")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analyses/weather/report                 | 404 | ANALYSIS_NOT_FOUND
          analyses/structure/report?limit=0       | 400 | FIELD_UNKNOWN_VALUE
          analyses/structure/report?color=red     | 400 | FIELD_UNKNOWN_VALUE
          analyses/structure/report?format=pdf    | 400 | FIELD_UNKNOWN_VALUE
          analyses/structure/report?format=csv    | 400 | FIELD_REQUIRED
          analyses/structure/report?max_age=never | 400 | FIELD_MALFORMED
          reports/structure-1-000000000000-4      | 404 | REPORT_NOT_FOUND
          reports/a%00b                           | 400 | FIELD_MALFORMED
          """)
  void whatCannotBeIsTold(String address, int code, String reason) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/" + address)
        .then()
        .statusCode(code)
        .body("error.details[0].reason", equalTo(reason));
  }
}
