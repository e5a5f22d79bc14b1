package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.coreperiphery.ContinuousCore;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Scale;
import java.util.Arrays;
import java.util.List;

/** The pictures of a collaboration network. */
final class NetworkFigures {
  private static final int MOST_AUTHORS = 40;

  private NetworkFigures() {}

  /**
   * Shades the ties between the authors of largest coreness: a core is a dark corner at the top.
   */
  static Figure core(StudiedNetwork network) {
    ContinuousCore coreness = network.report().corePeriphery().continuous();
    int[] order = NodeOrder.descending(network.report().tied().count(), coreness::of);
    int[] shown = Arrays.copyOf(order, Math.min(MOST_AUTHORS, order.length));
    Neighbors out = network.report().tied().graph().out();
    return new Figure.HeatMap(
        name("core", network),
        title("The weight of ties between the authors of largest coreness", network),
        "from",
        "to",
        Arrays.stream(shown).mapToObj(network::author).toList(),
        Arrays.stream(shown).mapToObj(from -> row(out, from, shown)).toList());
  }

  static Figure degrees(StudiedNetwork network) {
    return new Figure.Plot(
        name("degrees", network),
        title("Share of tied authors with at least so many ties", network),
        new Axis("ties, at least", Scale.LOGARITHMIC),
        new Axis("share of authors", Scale.LOGARITHMIC),
        List.of(
            DistributionSeries.tail("ties from them", network.outDegrees()),
            DistributionSeries.tail("ties to them", network.inDegrees())));
  }

  private static List<Double> row(Neighbors out, int from, int[] shown) {
    return Arrays.stream(shown).mapToObj(to -> (double) out.weightBetween(from, to)).toList();
  }

  private static String name(String picture, StudiedNetwork network) {
    return "%s_%s_%s".formatted(picture, network.models(), network.accounts());
  }

  private static String title(String picture, StudiedNetwork network) {
    return "%s (models: %s; accounts: %s)".formatted(picture, network.models(), network.accounts());
  }
}
