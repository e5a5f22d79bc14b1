package dev.clade.local.hub;

import java.time.Instant;
import java.util.List;

/** Small hubs to test with. */
final class TestHub {
  static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

  private TestHub() {}

  /** Returns a hub of so many of each kind, with many equal figures and times among them. */
  static SimulatedHub of(int count) {
    SimulatedHub hub = new SimulatedHub();
    for (RepositoryKind kind : RepositoryKind.values()) {
      for (int i = 0; i < count; i++) {
        hub.add(
            Repository.builder(kind, "a/r%02d".formatted(i), BEGIN.plusSeconds(i / 2))
                .lastModified(BEGIN.plusSeconds(100 + i / 3))
                .likes(i % 4)
                .downloads(i % 3)
                .trendingScore(i == 7 ? 5 : 0)
                .tags(List.of("region:us", i % 2 == 0 ? "even" : "odd"))
                .build());
      }
    }
    return hub;
  }
}
