package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What records of a generated hub say beside their relations: task, library, license and language,
 * each drawn from a few with none the most frequent, and a second of creation within two years.
 */
final class HubProfiles {
  private static final List<String> TASKS =
      List.of(
          "",
          "text-generation",
          "text-classification",
          "reinforcement-learning",
          "text2text-generation",
          "text-to-image",
          "token-classification",
          "fill-mask");
  private static final List<String> LIBRARIES =
      List.of(
          "", "transformers", "peft", "diffusers", "stable-baselines3", "sentence-transformers");
  private static final List<String> LICENSES =
      List.of(
          "", "apache-2.0", "mit", "openrail", "creativeml-openrail-m", "cc-by-nc-4.0", "llama2");
  private static final List<String> LANGUAGES = List.of("", "en", "zh", "fr", "de", "es", "ja");
  private static final long FIRST_SECOND = 1_657_000_000L;
  private static final int SECONDS = 2 * 365 * 86_400;

  private final long seed;

  HubProfiles(long seed) {
    this.seed = seed;
  }

  Attributes of(int artifact) {
    SplittableRandom random = new SplittableRandom(seed * 0x9e37_79b9_7f4a_7c15L + artifact);
    Profile profile =
        new Profile(
            pick(TASKS, random),
            pick(LIBRARIES, random),
            some(pick(LICENSES, random)),
            some(pick(LANGUAGES, random)),
            Availability.PUBLIC);
    Instant created = Instant.ofEpochSecond(FIRST_SECOND + random.nextInt(SECONDS));
    return new Attributes(profile, Optional.of(created));
  }

  /** Picks the first half of the time, the second half of the rest, and so on. */
  private static String pick(List<String> choices, SplittableRandom random) {
    int place = Integer.numberOfTrailingZeros(random.nextInt() | 1 << (choices.size() - 1));
    return choices.get(place);
  }

  private static List<String> some(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
