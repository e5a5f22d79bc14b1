package dev.clade.local.view;

import dev.clade.local.mesh.ServiceProbe;
import dev.clade.local.print.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the services are, as text: one line each, what is wrong, and what waits. */
public final class StatusView {
  private StatusView() {}

  /** Returns the status of services. */
  public static String render(List<ServiceStatus> services) {
    Table table = new Table("service", "state", "up for", "version", "address", "position");
    List<String> remarks = new ArrayList<>();
    for (ServiceStatus service : services) {
      table.row(
          service.service(),
          service.state().replace('_', ' '),
          figure(service, ServiceStatus.UPTIME).map(StatusView::age).orElse("-"),
          service.version().isEmpty() ? "-" : service.version(),
          service.address(),
          service.position());
      remarks.addAll(remarks(service));
    }
    return table.render() + remarks.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> remarks(ServiceStatus service) {
    List<String> remarks = new ArrayList<>();
    service.checks().stream()
        .filter(check -> !check.up())
        .map(StatusView::failing)
        .forEach(words -> remarks.add(service.service() + ": not ready: " + words));
    figure(service, ServiceStatus.CACHE)
        .filter(available -> available == 0)
        .ifPresent(_ -> remarks.add(service.service() + ": Redis does not answer; slower"));
    figure(service, ServiceStatus.FEED_AGE)
        .ifPresent(age -> remarks.add("feed: latest change %s ago".formatted(age(age))));
    figure(service, ServiceStatus.LAG)
        .filter(lag -> lag > 0)
        .ifPresent(lag -> remarks.add("graph: behind the feed for %s".formatted(age(lag))));
    byName(service, ServiceStatus.IMPORTS).ifPresent(words -> remarks.add("imports: " + words));
    byName(service, ServiceStatus.RUNS).ifPresent(words -> remarks.add("runs: " + words));
    queue(service).ifPresent(remarks::add);
    byName(service, ServiceStatus.PENDING)
        .ifPresent(words -> remarks.add("runs that get nothing done: " + words));
    return remarks;
  }

  private static Optional<String> queue(ServiceStatus service) {
    return figure(service, ServiceStatus.QUEUE)
        .flatMap(
            queue ->
                figure(service, ServiceStatus.LEASES).map(leases -> words(service, queue, leases)))
        .filter(words -> !words.isEmpty());
  }

  private static String words(ServiceStatus service, double queue, double leases) {
    if (queue + leases == 0) {
      return "";
    }
    String oldest =
        figure(service, ServiceStatus.QUEUE_AGE)
            .filter(age -> age > 0)
            .map(age -> "; the oldest run without a worker waits for " + age(age))
            .orElse("");
    return "evaluations: %,.0f wait, %,.0f are leased%s".formatted(queue, leases, oldest);
  }

  private static String failing(ServiceProbe.Check check) {
    String data =
        check.data().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return data.isEmpty() ? check.name() : check.name() + ": " + data;
  }

  private static Optional<String> byName(ServiceStatus service, String prefix) {
    String words =
        service.figures().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .map(entry -> count(entry, prefix))
            .collect(Collectors.joining(", "));
    return Optional.of(words).filter(text -> !text.isEmpty());
  }

  private static String count(Map.Entry<String, Double> entry, String prefix) {
    return "%,.0f %s"
        .formatted(entry.getValue(), entry.getKey().substring(prefix.length()).replace('_', ' '));
  }

  private static Optional<Double> figure(ServiceStatus service, String name) {
    return Optional.ofNullable(service.figures().get(name));
  }

  /** Returns a time for people: its two largest units. */
  static String age(double seconds) {
    Duration age = Duration.ofMillis(Math.round(seconds * 1e3));
    if (age.toDays() > 0) {
      return "%d d %d h".formatted(age.toDays(), age.toHoursPart());
    }
    if (age.toHours() > 0) {
      return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }
    return age.toMinutes() > 0
        ? "%d min %d s".formatted(age.toMinutes(), age.toSecondsPart())
        : "%d s".formatted(age.toSeconds());
  }
}
