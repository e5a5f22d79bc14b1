package dev.clade.local.bench.load;

import dev.clade.local.bench.BenchMesh;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.ServiceProbe;
import dev.clade.local.print.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the services of a mesh hold, looked at again and again. */
final class Holdings {
  private final BenchMesh mesh;
  private final Map<Service, Map<Holding, List<Double>>> samples = new EnumMap<>(Service.class);

  Holdings(BenchMesh mesh) {
    this.mesh = mesh;
  }

  /**
   * Looks at all services again and again.
   *
   * @param count how often
   * @param between time between the beginnings of two looks
   */
  void sample(int count, Duration between) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int look = 1; look <= count; look++) {
      long left = start + look * between.toNanos() - System.nanoTime();
      Thread.sleep(Duration.ofNanos(Math.max(0, left)));
      for (Service service : mesh.services()) {
        look(service);
      }
    }
  }

  private void look(Service service) throws IOException, InterruptedException {
    ProcessHandle process = mesh.mesh().process(service).mark().find().orElseThrow();
    ServiceProbe probe =
        new ServiceProbe(mesh.mesh().endpoints().of(service), mesh.mesh().security());
    Map<Holding, List<Double>> own =
        samples.computeIfAbsent(service, _ -> new EnumMap<>(Holding.class));
    Holding.all(process, probe)
        .forEach(
            (holding, value) -> own.computeIfAbsent(holding, _ -> new ArrayList<>()).add(value));
  }

  /**
   * Prints what was found.
   *
   * @param figures where to put it
   * @return the largest growth of memory, in percent of what it was
   */
  double tell(Map<String, Double> figures, PrintWriter out) {
    Table table =
        new Table("service", "holds", ">first", ">half", ">last", ">growth in the second half");
    double grown = Double.NEGATIVE_INFINITY;
    for (Service service : samples.keySet()) {
      for (Holding holding : Holding.values()) {
        List<Double> values = samples.get(service).get(holding);
        Trend trend = Trend.of(values);
        table.row(
            service.label(),
            holding.label().replace('_', ' '),
            "%,.0f".formatted(values.getFirst()),
            "%,.0f".formatted(values.get(values.size() / 2)),
            "%,.0f".formatted(values.getLast()),
            holding.isMemory()
                ? "%.1f %%".formatted(trend.percent())
                : "%.0f".formatted(trend.rise()));
        String name = "%s_%s".formatted(service.label(), holding.label());
        figures.put(name, trend.after());
        figures.put(name + "_growth", trend.rise());
        // Not a number is the largest, so what is not known is not flat.
        grown = holding.isMemory() ? Math.max(grown, trend.percent()) : grown;
      }
    }
    out.print(table.render());
    out.flush();
    return grown;
  }

  /** Returns by how much the count of anything that is counted grew at most. */
  double mostMore() {
    double most = Double.NEGATIVE_INFINITY;
    for (Map<Holding, List<Double>> own : samples.values()) {
      for (Holding holding : Holding.values()) {
        double rise = holding.isMemory() ? most : Trend.of(own.get(holding)).rise();
        most = Math.max(most, rise);
      }
    }
    return most;
  }
}
