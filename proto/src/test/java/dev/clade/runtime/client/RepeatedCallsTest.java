package dev.clade.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.clade.ingest.v1.ActivityServiceOuterClass;
import dev.clade.ingest.v1.CatalogueServiceOuterClass;
import dev.clade.ingest.v1.ImportServiceOuterClass;
import dev.clade.lineage.v1.ComplianceServiceOuterClass;
import dev.clade.lineage.v1.EmbeddingServiceOuterClass;
import dev.clade.lineage.v1.ExportServiceOuterClass;
import dev.clade.lineage.v1.LineageServiceOuterClass;
import dev.clade.lineage.v1.ReportServiceOuterClass;
import dev.clade.lineage.v1.SimilarityServiceOuterClass;
import dev.clade.valuation.v1.ContributorServiceOuterClass;
import dev.clade.valuation.v1.PayoutServiceOuterClass;
import dev.clade.valuation.v1.ValuationServiceOuterClass;
import dev.clade.valuation.v1.WorkerServiceOuterClass;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.opentelemetry.api.OpenTelemetry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of every contract against a server that does what it is asked and then loses the
 * connection: a call is repeated only where that has no second effect.
 */
final class RepeatedCallsTest {
  private static final Pattern READING =
      Pattern.compile(
          "(Get|List|Find|Suggest|Infer|Count|Stream|Watch|Download|Export)[A-Z].*|Traverse");

  /** What changes something and may be repeated all the same, and why. */
  private static final Map<String, String> REPEATABLE =
      Map.ofEntries(
          Map.entry("CreateImageSet", "the same content always gets the same name"),
          Map.entry("CreateContributorSet", "the same content always gets the same name"),
          Map.entry("ProposeContributors", "nothing is stored"),
          Map.entry("CreateReport", "joins the computation under way"),
          Map.entry("UploadEmbedding", "the same file always gets the same name"),
          Map.entry("ServeEmbedding", "serving what is served changes nothing"),
          Map.entry("CancelValuation", "cancelling what is cancelled changes nothing"),
          Map.entry("ResumeValuation", "a run that goes on is returned as it is"),
          Map.entry("ImportEvaluations", "what the ledger has changes nothing"),
          Map.entry("RenewLease", "a lease holds from the latest renewal"),
          Map.entry("ReportEvaluation", "an evaluation counts once"),
          Map.entry("UploadCheckpoint", "the first content stays"),
          Map.entry("PauseImport", "a paused import stays paused"),
          Map.entry("ResumeImport", "an import that runs goes on"),
          Map.entry("ReplayQuarantine", "what was accepted has left the quarantine"));

  private static final Set<String> NEVER_REPEATED = Set.of("UploadFile", "LeaseEvaluation");

  static Stream<MethodDescriptor> methods() {
    return Stream.of(
            ActivityServiceOuterClass.getDescriptor(),
            CatalogueServiceOuterClass.getDescriptor(),
            ImportServiceOuterClass.getDescriptor(),
            ComplianceServiceOuterClass.getDescriptor(),
            EmbeddingServiceOuterClass.getDescriptor(),
            ExportServiceOuterClass.getDescriptor(),
            LineageServiceOuterClass.getDescriptor(),
            ReportServiceOuterClass.getDescriptor(),
            SimilarityServiceOuterClass.getDescriptor(),
            ContributorServiceOuterClass.getDescriptor(),
            PayoutServiceOuterClass.getDescriptor(),
            ValuationServiceOuterClass.getDescriptor(),
            WorkerServiceOuterClass.getDescriptor())
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void onlyWhatHasNoSecondEffectIsRepeated(MethodDescriptor method) throws Exception {
    boolean repeatable =
        READING.matcher(method.getName()).matches()
            || method.getInputType().findFieldByName("request_id") != null
            || REPEATABLE.containsKey(method.getName());
    assertThat(repeatable)
        .as("%s: say here why it may be repeated, or exclude it", method.getFullName())
        .isNotEqualTo(NEVER_REPEATED.contains(method.getName()));

    assertThat(effects(method)).isEqualTo(repeatable ? 2 : 1);
  }

  /** Returns how often a server did what one call asked for. */
  private static int effects(MethodDescriptor method) throws Exception {
    AtomicInteger effects = new AtomicInteger();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(losingItsFirstAnswer(method, effects))
            .build()
            .start();
    ManagedChannel channel =
        CladeChannel.open(
            "localhost:" + server.getPort(), Duration.ofSeconds(20), OpenTelemetry.noop());
    try {
      Runnable call =
          () ->
              ClientCalls.blockingUnaryCall(
                  channel,
                  unary(method),
                  CallOptions.DEFAULT,
                  DynamicMessage.getDefaultInstance(method.getInputType()));
      if (NEVER_REPEATED.contains(method.getName())) {
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call::run);
      } else {
        call.run();
      }
      return effects.get();
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private static ServerServiceDefinition losingItsFirstAnswer(
      MethodDescriptor method, AtomicInteger effects) {
    io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> unary = unary(method);
    return ServerServiceDefinition.builder(method.getService().getFullName())
        .addMethod(
            unary,
            ServerCalls.asyncUnaryCall(
                (request, answer) -> {
                  if (effects.incrementAndGet() == 1) {
                    answer.onError(Status.UNAVAILABLE.asRuntimeException());
                  } else {
                    answer.onNext(DynamicMessage.getDefaultInstance(method.getOutputType()));
                    answer.onCompleted();
                  }
                }))
        .build();
  }

  /** Returns a method as one of single messages: retries do not depend on how many there are. */
  private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> unary(
      MethodDescriptor method) {
    return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(MethodType.UNARY)
        .setFullMethodName(
            io.grpc.MethodDescriptor.generateFullMethodName(
                method.getService().getFullName(), method.getName()))
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
        .build();
  }
}
