package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.lineage.v1.AttributeSuggestion;
import dev.clade.lineage.v1.AttributeSuggestion.SuggestedValue;
import dev.clade.lineage.v1.Collapse;
import dev.clade.lineage.v1.EmbeddingView;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.ParentCandidate;
import dev.clade.lineage.v1.SimilarArtifact;
import dev.clade.lineage.v1.SimilarityServiceGrpc.SimilarityServiceImplBase;
import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.lineage.v1.ViewScore;
import dev.clade.lineage.v1.WordScore;
import dev.clade.local.CladeCommand;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SimilarityCommandsTest {
  /** Tells the same to all but nobody. */
  private static final class Answers extends SimilarityServiceImplBase {
    private FindSimilarRequest asked = FindSimilarRequest.getDefaultInstance();
    private InferParentsRequest askedParents = InferParentsRequest.getDefaultInstance();
    private SuggestAttributesRequest askedAttributes =
        SuggestAttributesRequest.getDefaultInstance();

    @Override
    public void findSimilar(
        FindSimilarRequest request, StreamObserver<FindSimilarResponse> client) {
      asked = request;
      if (request.getName().equals("models/nobody")) {
        client.onError(
            ErrorStatus.toStatus(
                new CladeException(
                    Reason.EMBEDDING_MISSING, "no version of the embedding is served", Map.of())));
        return;
      }
      FindSimilarResponse.Builder response =
          FindSimilarResponse.newBuilder().setEmbedding("embeddings/e1");
      if (request.getTasksCount() == 0) {
        response
            .addArtifacts(
                SimilarArtifact.newBuilder()
                    .setName("models/x/y")
                    .setCosine(0.98765)
                    .addViewScores(score(EmbeddingView.EMBEDDING_VIEW_CARD, 0.9))
                    .addViewScores(score(EmbeddingView.EMBEDDING_VIEW_TAGS, 1))
                    .addWordScores(words(EmbeddingView.EMBEDDING_VIEW_TAGS, 12.345))
                    .addWordScores(words(EmbeddingView.EMBEDDING_VIEW_IDENTITY, 6))
                    .setCollapsedCount(12))
            .addArtifacts(
                SimilarArtifact.newBuilder()
                    .setName("datasets/z")
                    .setCosine(0.5)
                    .setLowEvidence(true));
      }
      client.onNext(response.build());
      client.onCompleted();
    }

    @Override
    public void inferParents(
        InferParentsRequest request, StreamObserver<InferParentsResponse> client) {
      askedParents = request;
      client.onNext(
          InferParentsResponse.newBuilder()
              .addDeclared("models/a/base")
              .addCandidates(
                  ParentCandidate.newBuilder()
                      .setName("models/a/base")
                      .setState(ParentCandidate.State.STATE_DECLARED)
                      .setConfidence(0.966)
                      .addEvidence(evidence("vote", 0.7))
                      .addEvidence(evidence("same_size", 0))
                      .addEvidence(evidence("log_vote", -3.25))
                      .addEvidence(evidence("link", 2))
                      .addEvidence(evidence("names", 0.1)))
              .addCandidates(ParentCandidate.newBuilder().setName("models/b"))
              .setEmbedding("embeddings/e1")
              .build());
      client.onCompleted();
    }

    @Override
    public void suggestAttributes(
        SuggestAttributesRequest request, StreamObserver<SuggestAttributesResponse> client) {
      askedAttributes = request;
      SuggestAttributesResponse.Builder response =
          SuggestAttributesResponse.newBuilder().setEmbedding("embeddings/e1");
      if (request.getName().equals("models/x/y")) {
        response
            .setLowEvidence(true)
            .addAttributes(
                AttributeSuggestion.newBuilder()
                    .setAttribute("task")
                    .setDeclared("fill-mask")
                    .addValues(value("fill-mask", 0.966, "models/a/b", "models/c", "models/d"))
                    .addValues(value("text-generation", 0.01)))
            .addAttributes(AttributeSuggestion.newBuilder().setAttribute("license"));
      }
      client.onNext(response.build());
      client.onCompleted();
    }

    private static SuggestedValue value(String value, double confidence, String... supporters) {
      return SuggestedValue.newBuilder()
          .setValue(value)
          .setConfidence(confidence)
          .addAllSupporters(List.of(supporters))
          .build();
    }

    private static ViewScore score(EmbeddingView view, double cosine) {
      return ViewScore.newBuilder().setView(view).setCosine(cosine).build();
    }

    private static WordScore words(EmbeddingView view, double score) {
      return WordScore.newBuilder().setView(view).setScore(score).build();
    }

    private static ParentCandidate.Evidence evidence(String name, double value) {
      return ParentCandidate.Evidence.newBuilder().setName(name).setValue(value).build();
    }
  }

  private final Answers answers = new Answers();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Server server;

  @BeforeEach
  void serve() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(answers)
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void whatIsSimilarIsATable() {
    assertThat(clade("similar", "gpt2")).isZero();
    assertThat(out)
        .hasToString(
            """
            artifact    cosine  by view               by words             behind it
            x/y          0.988  card 0.90, tags 1.00  tags 12.3, name 6.0         12
            datasets/z   0.500                                                     0  rests on little
            embeddings/e1
            """);
    assertThat(answers.asked)
        .isEqualTo(
            FindSimilarRequest.newBuilder()
                .setName("models/gpt2")
                .setMaxResults(10)
                .setCollapse(Collapse.COLLAPSE_COPIES)
                .build());
  }

  @Test
  void optionsAreAsked() {
    assertThat(
            clade(
                "similar",
                "--text=small and fast",
                "--kind=dataset",
                "--task=fill-mask",
                "--library=peft",
                "--license=mit",
                "--once=families",
                "--results=3"))
        .isZero();
    assertThat(answers.asked)
        .isEqualTo(
            FindSimilarRequest.newBuilder()
                .setText("small and fast")
                .addKinds(ArtifactKind.ARTIFACT_KIND_DATASET)
                .addTasks("fill-mask")
                .addLibraries("peft")
                .addLicenses("mit")
                .setCollapse(Collapse.COLLAPSE_FAMILIES)
                .setMaxResults(3)
                .build());
    assertThat(out).hasToString("Nothing that is similar passes the filter.\nembeddings/e1\n");
  }

  @Test
  void eitherANameOrWordsAreAskedFor() {
    assertThat(clade("similar")).isEqualTo(2);
    assertThat(clade("similar", "gpt2", "--text=words")).isEqualTo(2);
  }

  @Test
  void aFailureIsOneLine() {
    assertThat(clade("similar", "nobody")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("clade: no version of the embedding is served\n");
  }

  @Test
  void parentsStandBesideWhatIsDeclared() {
    assertThat(clade("parents", "x/y", "--candidates=2")).isZero();
    assertThat(out)
        .hasToString(
            """
            It declares a/base.
            candidate  state     right in 100  largest evidence
            a/base     declared            97  log_vote -3.25, link 2.00, vote 0.70
            b                               0
            embeddings/e1
            """);
    assertThat(answers.askedParents)
        .isEqualTo(
            InferParentsRequest.newBuilder().setName("models/x/y").setMaxCandidates(2).build());
  }

  @Test
  void attributesStandBesideWhatIsDeclared() {
    assertThat(clade("suggest", "x/y", "--values=2")).isZero();
    assertThat(out)
        .hasToString(
            """
            attribute  declared   suggested        right in 100  most similar with it
            task       fill-mask  fill-mask                  97  a/b, c
                                  text-generation             1
            license
            This rests on little.
            embeddings/e1
            """);
    assertThat(answers.askedAttributes)
        .isEqualTo(
            SuggestAttributesRequest.newBuilder().setName("models/x/y").setMaxValues(2).build());
  }

  @Test
  void aVersionMaySuggestNothing() {
    assertThat(clade("suggest", "datasets/z")).isZero();
    assertThat(out).hasToString("The version has learned to suggest nothing.\nembeddings/e1\n");
    assertThat(answers.askedAttributes.getMaxValues()).isEqualTo(3);
  }

  @Test
  void jsonIsTheContracts() {
    assertThat(clade("similar", "gpt2", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"collapsed_count\": 12", "\"embedding\": \"embeddings/e1\"");
    out.getBuffer().setLength(0);
    assertThat(clade("parents", "gpt2", "--json")).isZero();
    assertThat(out.toString()).contains("\"state\": \"STATE_DECLARED\"", "\"declared\": [");
    out.getBuffer().setLength(0);
    assertThat(clade("suggest", "x/y", "--json")).isZero();
    assertThat(out.toString()).contains("\"declared\": \"fill-mask\"", "\"low_evidence\": true");
  }

  private int clade(String command, String... arguments) {
    String address = "127.0.0.1:" + server.getPort();
    List<String> line =
        Stream.concat(
                Stream.of(command, "--target", String.join(",", address, address, address)),
                Stream.of(arguments))
            .toList();
    return CladeCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), line.toArray(String[]::new));
  }
}
