package dev.clade.embedding.hub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that models have now: one of before without an owner means the most downloaded model
 * that is called so.
 */
final class HubNames {
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> bare = new HashMap<>();
  private final Map<String, Long> downloads = new HashMap<>();

  void add(String id, long count) {
    ids.add(id.toLowerCase(Locale.ROOT));
    String name = id.substring(id.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (count > downloads.getOrDefault(name, -1L)) {
      downloads.put(name, count);
      bare.put(name, id);
    }
  }

  String present(String declared) {
    String lower = declared.toLowerCase(Locale.ROOT);
    return ids.contains(lower) || lower.indexOf('/') >= 0
        ? declared
        : bare.getOrDefault(lower, declared);
  }
}
