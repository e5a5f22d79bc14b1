package dev.clade.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlPageTest {
  private static final String HOSTILE = "<script>alert('x')</script> & \"more\"\u0001";

  private static final HtmlPage.Heading HEADING =
      new HtmlPage.Heading(
          HOSTILE, HOSTILE, Map.of("limit", HOSTILE), List.of(new Source(HOSTILE, "arXiv:1")));

  @Test
  void whateverTheHubNamesThingsThePageIsWellFormed() throws Exception {
    Document page = parse(HtmlPage.of(HEADING, report(HOSTILE)));
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo(HOSTILE.replace('\u0001', '\ufffd'));
    assertThat(page.getElementsByTagName("td").item(0).getTextContent()).contains("<script>");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
  }

  @Test
  void drawsEveryPointThatHasAPlace() throws Exception {
    Document page = parse(HtmlPage.of(HEADING, report("name")));
    // Of three points one is at 0, which an axis of powers does not have.
    assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("polyline").item(0).getAttributes().getNamedItem("points"))
        .isNotNull();
  }

  @Test
  void drawsASegmentFromEachFirstPointOfTwoToTheSecond() {
    Series intervals =
        new Series(
            "intervals", Mark.SEGMENTS, List.of(1.0, 1.0, 2.0, 2.0), List.of(0.0, 1.0, 2.0, 5.0));
    Axis axis = new Axis("axis", Scale.LINEAR);
    Figure plot = new Figure.Plot("p", "plot", axis, axis, List.of(intervals));
    String page = HtmlPage.of(HEADING, new Report(List.of(), List.of(), List.of(plot), List.of()));
    assertThat(page.split("<line class=\"line c0\"", -1)).hasSize(3);
  }

  @Test
  void loadsNothing() {
    assertThat(HtmlPage.of(HEADING, report("name")))
        .doesNotContain("http", "src=", "@import", "url(");
  }

  @Test
  void saysThatALongTableIsCut() {
    Table.Builder table = Table.named("long", "Long").whole("n", "n");
    IntStream.range(0, 1_001).forEach(table::row);
    String page =
        HtmlPage.of(HEADING, new Report(List.of(), List.of(table.build()), List.of(), List.of()));
    assertThat(page).contains("The first 1,000 of 1,001 rows.", "<td class=\"number\">999</td>");
    assertThat(page).doesNotContain("<td class=\"number\">1,000</td>");
  }

  private static Report report(String name) {
    Series points = new Series(name, Mark.POINTS, List.of(0.0, 1.0, 10.0), List.of(1.0, 0.5, 0.1));
    Series line = new Series(name, Mark.LINE, List.of(1.0, 10.0), List.of(1.0, 0.1));
    Series bars = new Series(name, Mark.BARS, List.of(1.0), List.of(0.1));
    Axis axis = new Axis(name, Scale.LOGARITHMIC);
    return new Report(
        List.of(new Report.Fact(name, 7)),
        List.of(Table.named("t", name).text("a", name).real("b", name).row(name, 0.25).build()),
        List.of(
            new Figure.Plot("p", name, axis, axis, List.of(points, line, bars)),
            new Figure.HeatMap(
                "h",
                name,
                name,
                name,
                List.of(name, "b"),
                List.of(List.of(0.0, 1.0), List.of(2.0, 0.0)))),
        List.of(name));
  }

  /** The page is XML but for its first line and its elements without end. */
  private static Document parse(String page) throws Exception {
    String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
