package dev.clade.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RenamingChecksTest {
  private static final Artifact PRESENT =
      Artifact.newBuilder()
          .setName("models/new/a")
          .setAvailability(Availability.AVAILABILITY_PUBLIC)
          .addAliases("models/a")
          .build();
  private static final Artifact TOMBSTONE =
      Artifact.newBuilder()
          .setName("models/a")
          .setAvailability(Availability.AVAILABILITY_RENAMED)
          .setAvailabilityTime(Timestamps.fromSeconds(1))
          .setRenamedTo("models/new/a")
          .build();

  @Test
  void oldNamesThatLeadToArtifactsPass() {
    assertThat(
            run(
                Map.of("models/a", PRESENT),
                PRESENT,
                TOMBSTONE,
                Artifact.newBuilder()
                    .setName("models/gone")
                    .setAvailability(Availability.AVAILABILITY_DELETED)
                    .setAvailabilityTime(Timestamps.fromSeconds(1))
                    .build()))
        .allMatch(Check::passed)
        .extracting(Check::detail)
        .containsExactly(
            "1 deleted, 1 renamed, 0 without a date", "0 do not", "1 old names, 0 lead nowhere");
  }

  @Test
  void oldNamesThatLeadNowhereFail() {
    assertThat(run(Map.of(), PRESENT)).extracting(Check::passed).containsExactly(true, true, false);
    assertThat(run(Map.of("models/a", TOMBSTONE), TOMBSTONE))
        .extracting(Check::passed)
        .containsExactly(true, true, false);
  }

  @Test
  void tombstonesWithoutADateOrAPresentNameFail() {
    assertThat(
            run(
                Map.of("models/a", PRESENT),
                TOMBSTONE.toBuilder().clearAvailabilityTime().clearRenamedTo().build()))
        .extracting(Check::passed)
        .containsExactly(false, false, true);
    assertThat(run(Map.of("models/a", PRESENT), PRESENT.toBuilder().setRenamedTo("x").build()))
        .extracting(Check::passed)
        .containsExactly(true, false, true);
  }

  private static List<Check> run(Map<String, Artifact> catalogue, Artifact... listed) {
    RenamingChecks checks = new RenamingChecks();
    List.of(listed).forEach(checks::add);
    return checks.run(name -> Optional.ofNullable(catalogue.get(name)));
  }
}
