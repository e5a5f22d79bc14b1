package dev.clade.local.report;

import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.view.FamilyView;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;
import java.util.List;

/** The page that shows a model's family and a valuation. */
public final class HtmlReport {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Clade: a family and its worth</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1c2733 }
      svg { max-width: 100%%; height: auto; font: 13px ui-monospace, monospace; fill: #1c2733 }
      svg circle { fill: #2b6cb0 }
      .branch { fill: none; stroke: #a8b5c2 }
      .bar { fill: #8fb8de }
      .interval { fill: none; stroke: #1c2733; stroke-width: 2 }
      pre { background: #f2f5f8; padding: 1em; overflow-x: auto }
      </style>
      </head>
      <body>
      <h1>Clade: a family and its worth</h1>
      <h2>The family of %s</h2>
      <p>%,d models, as of change %,d of the catalogue.</p>
      %s
      <h2>What each contributor is worth</h2>
      <p>Bars are Shapley values, lines their 95 %% intervals.</p>
      %s
      <ul>
      %s</ul>
      <pre>%s</pre>
      </body>
      </html>
      """;

  private HtmlReport() {}

  /**
   * Returns the page.
   *
   * @param model resource name of the model whose family it is
   * @param most most children to draw of one model
   * @param findings what the values show, one sentence each
   */
  public static String page(
      String model, GetFamilyResponse family, int most, Valuation run, List<String> findings) {
    StringBuilder items = new StringBuilder();
    findings.forEach(
        finding -> items.append("<li>").append(Markup.escape(finding)).append("</li>\n"));
    return PAGE.formatted(
        Markup.escape(ArtifactName.shorten(model)),
        family.getSummary().getMemberCount(),
        family.getSnapshotSequence(),
        FamilyDrawing.svg(FamilyView.tree(family).lines(most)),
        ValuesDrawing.svg(run.getValuesList()),
        items,
        Markup.escape(ValuationView.render(run)));
  }
}
