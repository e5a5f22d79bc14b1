package dev.clade.local.bench;

import dev.clade.lineage.graph.RelationType;
import dev.clade.local.bench.hub.Hub;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lineages by the shortest program that finds them, over plain maps of names: what is right. */
final class PlainWalk {
  private final Map<String, List<Link>> upstream = new HashMap<>();
  private final Map<String, List<Link>> downstream = new HashMap<>();

  /**
   * A relation, seen from one of its ends.
   *
   * @param other name at the other end
   * @param type how the one stems from the other
   */
  record Link(String other, RelationType type) {}

  PlainWalk(Hub hub) {
    take(hub, 0, hub.count());
  }

  PlainWalk() {}

  /** Takes the records of a part of a hub in. */
  void take(Hub hub, long start, long end) {
    for (int artifact = (int) start; artifact < end; artifact++) {
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        String name = hub.name(artifact);
        String base = hub.name(hub.upstream(relation));
        upstream
            .computeIfAbsent(name, _ -> new ArrayList<>(1))
            .add(new Link(base, hub.type(relation)));
        downstream
            .computeIfAbsent(base, _ -> new ArrayList<>(1))
            .add(new Link(name, hub.type(relation)));
      }
    }
  }

  /** Returns what an artifact was made from, as its record declares it. */
  List<Link> upstream(String name) {
    return upstream.getOrDefault(name, List.of());
  }

  /**
   * Returns every artifact of a lineage with its steps from the start, upstream negative; an
   * artifact on both sides counts where it is nearer, and upstream when equally far.
   */
  Map<String, Integer> lineage(String start, int depth) {
    Map<String, Integer> found = new HashMap<>();
    walk(downstream, start, depth).forEach(found::put);
    walk(upstream, start, depth)
        .forEach(
            (name, steps) ->
                found.merge(name, -steps, (down, up) -> Math.abs(up) <= down ? up : down));
    return found;
  }

  private static Map<String, Integer> walk(Map<String, List<Link>> links, String start, int depth) {
    Map<String, Integer> found = new LinkedHashMap<>(Map.of(start, 0));
    List<String> level = List.of(start);
    for (int steps = 1; steps <= depth; steps++) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        for (Link link : links.getOrDefault(name, List.of())) {
          if (found.putIfAbsent(link.other(), steps) == null) {
            next.add(link.other());
          }
        }
      }
      level = next;
    }
    return found;
  }
}
