package dev.clade.lineage.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedMessagesTest {
  @Test
  void readsWhatTheGraphKeepsOfAnArtifact() {
    Artifact artifact =
        Artifact.newBuilder()
            .setName("models/a/m")
            .setTask("text-generation")
            .setLibrary("peft")
            .addLicenses("mit")
            .addLanguages("en")
            .setAvailability(Availability.AVAILABILITY_GATED)
            .setCreateTime(Timestamp.newBuilder().setSeconds(1_720_656_000))
            .build();
    assertThat(attributes(artifact))
        .isEqualTo(
            new Attributes(
                new Profile(
                    "text-generation",
                    "peft",
                    List.of("mit"),
                    List.of("en"),
                    dev.clade.lineage.graph.attribute.Availability.GATED),
                Optional.of(Instant.parse("2024-07-11T00:00:00Z"))));
  }

  @Test
  void whatIsNotToldIsUnknown() {
    assertThat(attributes(Artifact.newBuilder().setName("models/a/m").build()))
        .isEqualTo(Attributes.UNKNOWN);
  }

  @Test
  void aTimeThatIsNoneIsUnknown() {
    Artifact artifact =
        Artifact.newBuilder()
            .setName("models/a/m")
            .setCreateTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
            .build();
    assertThat(attributes(artifact)).isEqualTo(Attributes.UNKNOWN);
  }

  private static Attributes attributes(Artifact artifact) {
    StreamChangesResponse message =
        StreamChangesResponse.newBuilder()
            .addChanges(Change.newBuilder().setSequence(1).setArtifact(artifact))
            .build();
    return FeedMessages.batch(message).records().getFirst().attributes();
  }
}
