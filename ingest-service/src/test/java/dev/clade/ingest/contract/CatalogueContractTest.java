package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Provenance;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.RedisServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueContractTest extends IngestTest {
  RedisServer redis;

  @Test
  void anArtifactSaysWhatItsRecordSays() {
    client.importText(
        "models.jsonl",
        """
        {"id":"get/child","createdAt":"2024-01-02T03:04:05.678Z","downloads":7,"likes":3,\
        "pipeline_tag":"text-generation","library_name":"peft","tags":["peft","en","license:mit",\
        "base_model:get/parent","base_model:adapter:get/parent","dataset:glue","arxiv:2301.12345"]}
        """);

    Artifact artifact = get("models/get/child");

    assertThat(artifact.getKind()).isEqualTo(ArtifactKind.ARTIFACT_KIND_MODEL);
    assertThat(artifact.getAuthor()).isEqualTo("get");
    assertThat(Timestamps.toString(artifact.getCreateTime())).isEqualTo("2024-01-02T03:04:05.678Z");
    assertThat(artifact.getDownloadCount()).isEqualTo(7);
    assertThat(artifact.getLikeCount()).isEqualTo(3);
    assertThat(artifact.getTask()).isEqualTo("text-generation");
    assertThat(artifact.getLibrary()).isEqualTo("peft");
    assertThat(artifact.getLicensesList()).containsExactly("mit");
    assertThat(artifact.getLanguagesList()).containsExactly("en");
    assertThat(artifact.getTagsList()).hasSize(7).contains("base_model:get/parent");
    Provenance provenance = artifact.getProvenance();
    assertThat(provenance.getSource()).isEqualTo("models.jsonl");
    assertThat(artifact.getRelationsList())
        .containsExactly(
            declared(RelationType.RELATION_TYPE_ADAPTER, "models/get/parent", provenance),
            declared(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/glue", provenance),
            declared(RelationType.RELATION_TYPE_PAPER, "papers/2301.12345", provenance));
    assertThat(artifact.getSequence()).isPositive();
  }

  @Test
  void aChangeIsSeenThroughTheCache() {
    client.importText("models.tsv", HEADER + row("cached/a", 1, ""));
    assertThat(get("models/cached/a").getDownloadCount()).isEqualTo(1);

    client.importText("models.tsv", HEADER + row("cached/a", 2, ""));

    assertThat(get("models/cached/a").getDownloadCount()).isEqualTo(2);
  }

  @Test
  void withoutRedisArtifactsAreStillAnswered() {
    client.importText("models.tsv", HEADER + row("redis/a", 1, ""));
    redis.stop();
    try {
      assertThat(get("models/redis/a").getDownloadCount()).isEqualTo(1);
    } finally {
      redis.start();
    }
  }

  @Test
  void unknownAndMalformedNamesAreTold() {
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> get("models/nobody/knows"));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> get("models/" + "x".repeat(100_000)));
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> get("models/\0"));
    assertInvalid(Reason.FIELD_REQUIRED, "name", () -> get(""));
  }

  @Test
  void artifactsAreListedByNameAndAuthor() {
    client.importText(
        "models.tsv",
        HEADER
            + row("list-b/two", 1, "en")
            + row("list-a/two", 1, "en")
            + row("list-a/One", 1, "en")
            + row("list-a.b/x", 1, "en"));

    assertThat(
            namesOf(ListArtifactsRequest.newBuilder().setAuthor("list-a").setPageSize(1).build()))
        .containsExactly("models/list-a/One", "models/list-a/two");
    assertThat(
            namesOf(
                ListArtifactsRequest.newBuilder()
                    .setAuthor("list-a")
                    .setKind(ArtifactKind.ARTIFACT_KIND_MODEL)
                    .build()))
        .containsExactly("models/list-a/One", "models/list-a/two");
    assertThat(
            namesOf(
                ListArtifactsRequest.newBuilder()
                    .setAuthor("list-a")
                    .setKind(ArtifactKind.ARTIFACT_KIND_DATASET)
                    .build()))
        .isEmpty();
    List<String> all = namesOf(ListArtifactsRequest.newBuilder().setPageSize(2).build());
    assertThat(all).isSorted().doesNotHaveDuplicates().hasSize((int) stats().getArtifactCount());
  }

  @Test
  void aViewSaysHowMuchIsReturned() {
    client.importText("models.tsv", HEADER + row("view/a", 1, "en|license:mit|base_model:x"));
    ListArtifactsRequest basic = ListArtifactsRequest.newBuilder().setAuthor("view").build();
    ListArtifactsRequest full = basic.toBuilder().setView(ArtifactView.ARTIFACT_VIEW_FULL).build();

    Artifact shown = client.catalogue().listArtifacts(basic).getArtifacts(0);
    assertThat(shown.getTagsList()).isEmpty();
    assertThat(shown.getLanguagesList()).containsExactly("en");
    assertThat(shown.getLicensesList()).containsExactly("mit");
    assertThat(shown.getRelationsCount()).isEqualTo(1);
    assertThat(client.catalogue().listArtifacts(full).getArtifacts(0))
        .isEqualTo(get("models/view/a"));
  }

  @Test
  void largeArtifactsMakeShortPagesThatLoseNothing() {
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < 12; i++) {
      table.append(row("large/" + i, 1, ("t" + i + "x".repeat(4_000) + "|").repeat(200)));
    }
    client.importText("models.tsv", table.toString());

    ListArtifactsRequest request =
        ListArtifactsRequest.newBuilder()
            .setAuthor("large")
            .setView(ArtifactView.ARTIFACT_VIEW_FULL)
            .build();
    assertThat(client.catalogue().listArtifacts(request).getArtifactsCount()).isLessThan(12);
    assertThat(namesOf(request)).hasSize(12);
  }

  @Test
  void listRequestsAreChecked() {
    client.importText("models.tsv", HEADER + row("check/a", 1, "") + row("check/b", 1, ""));
    ListArtifactsRequest first =
        ListArtifactsRequest.newBuilder().setAuthor("check").setPageSize(1).build();
    String token = client.catalogue().listArtifacts(first).getNextPageToken();

    assertInvalid(
        Reason.FIELD_OUT_OF_RANGE, "page_size", () -> list(first.toBuilder().setPageSize(-1)));
    assertInvalid(
        Reason.PAGE_TOKEN_INVALID, "page_token", () -> list(first.toBuilder().setPageToken("?")));
    assertFails(
        Reason.PAGE_TOKEN_MISMATCH,
        () -> list(first.toBuilder().setAuthor("other").setPageToken(token)));
    assertInvalid(Reason.FIELD_MALFORMED, "author", () -> list(first.toBuilder().setAuthor("a/b")));
    assertInvalid(
        Reason.FIELD_UNKNOWN_VALUE, "kind", () -> list(first.toBuilder().setKindValue(77)));
    assertInvalid(
        Reason.FIELD_UNKNOWN_VALUE, "view", () -> list(first.toBuilder().setViewValue(77)));
  }

  private ListArtifactsResponse list(ListArtifactsRequest.Builder request) {
    return client.catalogue().listArtifacts(request.build());
  }

  private List<String> namesOf(ListArtifactsRequest request) {
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ListArtifactsResponse page = list(request.toBuilder().setPageToken(token));
      page.getArtifactsList().forEach(artifact -> names.add(artifact.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return names;
  }

  private Artifact get(String name) {
    return client
        .catalogue()
        .getArtifact(GetArtifactRequest.newBuilder().setName(name).build())
        .getArtifact();
  }

  private GetCatalogueStatsResponse stats() {
    return client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }

  private static Relation declared(RelationType type, String upstream, Provenance provenance) {
    return Relation.newBuilder()
        .setType(type)
        .setUpstream(upstream)
        .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED)
        .setProvenance(provenance)
        .build();
  }
}
