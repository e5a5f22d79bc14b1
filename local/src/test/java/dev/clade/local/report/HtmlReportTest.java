package dev.clade.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.FamilySummary;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Valuation;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class HtmlReportTest {
  private static final String STRANGE = "models/a/<script>&\"";

  private final String page =
      HtmlReport.page(
          "models/a/root",
          GetFamilyResponse.newBuilder()
              .setSummary(FamilySummary.newBuilder().setMemberCount(2))
              .addMembers(FamilyMember.newBuilder().setName("models/a/root").setCatalogued(true))
              .addMembers(
                  FamilyMember.newBuilder()
                      .setName(STRANGE)
                      .setGeneration(1)
                      .setCatalogued(true)
                      .addParents(
                          LineageEdge.newBuilder()
                              .setUpstream("models/a/root")
                              .setDownstream(STRANGE)
                              .setType(RelationType.RELATION_TYPE_MERGE)))
              .build(),
          10,
          Valuation.newBuilder()
              .setUtility("neg_log_fid")
              .addValues(value("first", 0.5, 0.4, 0.6, 1))
              .addValues(value("last", -0.5, Double.NaN, Double.NaN, 2))
              .build(),
          List.of("one <finding>"));

  @Test
  void escapesWhatComesFromOutside() {
    assertThat(page)
        .doesNotContain("<script>", "<finding>")
        .contains("a/&lt;script&gt;&amp;&quot; [merge]")
        .contains("one &lt;finding&gt;");
  }

  @Test
  void drawingsAreWellFormedAndFinite() throws Exception {
    assertThat(page).doesNotContain("NaN\"", "Infinity");
    int drawings = 0;
    for (int from = page.indexOf("<svg"); from >= 0; from = page.indexOf("<svg", from + 1)) {
      String drawing = page.substring(from, page.indexOf("</svg>", from) + "</svg>".length());
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawing)));
      drawings++;
    }
    assertThat(drawings).isEqualTo(2);
  }

  private static ContributorValue value(
      String id, double value, double lower, double upper, int rank) {
    return ContributorValue.newBuilder()
        .setContributor(id)
        .setValue(value)
        .setLower(lower)
        .setUpper(upper)
        .setRank(rank)
        .build();
  }
}
