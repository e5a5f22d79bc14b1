package dev.clade.local.fuzz;

import dev.clade.local.print.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Counts what was sent and how it ended. */
final class Tally {
  private final Map<String, Map<String, AtomicLong>> ends = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicLong> messages = new ConcurrentSkipListMap<>();
  private final Map<String, String> findings = new ConcurrentSkipListMap<>();

  /**
   * Counts an exchange.
   *
   * @param what what was asked, such as a method
   * @param sent messages that it sent
   * @param end how it ended, in a word
   */
  void count(String what, int sent, String end) {
    messages.computeIfAbsent(what, _ -> new AtomicLong()).addAndGet(sent);
    ends.computeIfAbsent(what, _ -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(end, _ -> new AtomicLong())
        .incrementAndGet();
  }

  /** Keeps and tells the first of what is wrong in the same way with the same thing. */
  void found(String what, String wrong, Object sent) {
    // Numbers in a description make no new finding of it.
    String kind = what + " " + wrong.replaceAll("[0-9a-f]{6,}|\\d+", "#");
    if (findings.putIfAbsent(kind, wrong + "\n" + sent) == null) {
      System.out.printf("found: %s: %s%n", what, wrong);
    }
  }

  /** Returns what is wrong, with a case that shows it. */
  Map<String, String> findings() {
    return new TreeMap<>(findings);
  }

  /** Returns how many messages were sent. */
  long total() {
    return messages.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Returns a line for each thing that was asked. */
  String table() {
    Table table = new Table("asked", ">calls", ">messages", "ended with");
    ends.forEach(
        (what, all) ->
            table.row(
                what,
                all.values().stream().mapToLong(AtomicLong::get).sum(),
                messages.get(what).get(),
                byCount(all)));
    return table.render();
  }

  private static String byCount(Map<String, AtomicLong> all) {
    return new LinkedHashMap<>(all)
        .entrySet().stream()
            .sorted((one, other) -> Long.compare(other.getValue().get(), one.getValue().get()))
            .map(each -> each.getKey() + " " + each.getValue().get())
            .collect(Collectors.joining(", "));
  }
}
