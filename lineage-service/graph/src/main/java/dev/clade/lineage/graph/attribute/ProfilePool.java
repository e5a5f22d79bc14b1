package dev.clade.lineage.graph.attribute;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers every distinct profile from 0 on, which is the unknown one, and keeps every word and
 * every list once. Profiles are never removed. Not thread-safe.
 */
final class ProfilePool {
  private static final int ABSENT = -1;

  private final Object2IntOpenHashMap<Profile> codes = new Object2IntOpenHashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<List<String>, List<String>> lists = new HashMap<>();
  private Profile[] profiles = new Profile[1];

  ProfilePool() {
    codes.defaultReturnValue(ABSENT);
    code(Profile.UNKNOWN);
  }

  int code(Profile profile) {
    int known = codes.getInt(profile);
    if (known != ABSENT) {
      return known;
    }
    int code = codes.size();
    if (code == profiles.length) {
      profiles = Arrays.copyOf(profiles, 2 * code);
    }
    profiles[code] =
        new Profile(
            word(profile.task()),
            word(profile.library()),
            list(profile.licenses()),
            list(profile.languages()),
            profile.availability());
    codes.put(profiles[code], code);
    return code;
  }

  Profile get(int code) {
    return profiles[code];
  }

  /** Returns the profiles by code; later ones are not in it or beyond those that a view knows. */
  Profile[] view() {
    return profiles;
  }

  private String word(String word) {
    return words.computeIfAbsent(word, same -> same);
  }

  private List<String> list(List<String> list) {
    return lists.computeIfAbsent(
        list, found -> List.copyOf(found.stream().map(this::word).toList()));
  }
}
