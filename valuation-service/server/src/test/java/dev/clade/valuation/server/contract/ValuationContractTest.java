package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListEvaluationsResponse;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WatchValuationRequest;
import dev.clade.valuation.v1.WatchValuationResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees of image sets and runs. */
@QuarkusTest
class ValuationContractTest extends ContractTest {
  @Test
  void sameContentHasOneNameWhateverTheOrder() {
    ImageSet.Builder images = Mesh.images(3);
    ImageSet.Builder reversed = images.clone().clearContributors();
    for (int i = 2; i >= 0; i--) {
      reversed.addContributors(images.getContributors(i));
    }
    ImageSet first = store(images);
    ImageSet second = store(reversed);

    assertThat(first).isEqualTo(second);
    assertThat(first.getName()).matches("imageSets/[0-9a-f]{64}");
    assertThat(first.getContributorsList())
        .extracting(one -> one.getId() + ":" + one.getImageCount())
        .containsExactly("c00:1", "c01:2", "c02:3");
    assertThat(first.getContributors(0).getPixels().isEmpty()).isTrue();
    assertThat(store(Mesh.images(4)).getName()).isNotEqualTo(first.getName());
  }

  @Test
  void workersGetThePixels() {
    ImageSet stored =
        mesh.workers()
            .getImageSet(GetImageSetRequest.newBuilder().setName(mesh.imageSet(3)).build())
            .getImageSet();
    ImageSet sent = Mesh.images(3).build();
    assertThat(stored.getContributors(0).getPixels())
        .isEqualTo(sent.getContributors(2).getPixels());
    assertThat(stored.getContributors(2).getPixels())
        .isEqualTo(sent.getContributors(0).getPixels());
    assertThat(stored.getReference()).isEqualTo(sent.getReference());
  }

  @Test
  void contributorWithoutImagesIsAllowed() {
    ImageSet.Builder images = Mesh.images(2);
    images.addContributorsBuilder().setId("nobody");
    assertThat(store(images).getContributors(2).getImageCount()).isZero();
  }

  @Test
  void exactRunEndsWithTheValuesOfTheGame() {
    Valuation created = mesh.create(run(4));
    assertThat(created.getState()).isEqualTo(Valuation.State.STATE_PENDING);
    assertThat(created.getEstimator()).isEqualTo(Estimator.ESTIMATOR_EXACT);
    assertThat(created.getCoalitionBudget()).isEqualTo(16);
    assertThat(created.getReplicateCount()).isEqualTo(2);
    assertThat(created.getUtility()).isEqualTo("neg_log_fid");
    assertThat(created.getTrainer())
        .isEqualTo(
            TrainerSpec.newBuilder()
                .setTrainingSteps(300)
                .setBatchSize(64)
                .setHiddenUnits(64)
                .setLearningRate(0.004)
                .setGeneratedImageCount(512)
                .setSamplingSteps(25)
                .setMethod(TrainerSpec.Method.METHOD_RETRAIN)
                .setDenoiser(TrainerSpec.Denoiser.DENOISER_PERCEPTRON)
                .build());

    assertThat(worker.work()).isEqualTo(32);

    Valuation ended = mesh.get(created.getName());
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertValues(ended);
    assertThat(ended.getValuesList())
        .extracting(ContributorValue::getContributor)
        .containsExactly("c00", "c01", "c02", "c03");
    assertThat(ended.getValues(3).getRank()).isEqualTo(1);
    assertThat(ended.getValues(0).getRank()).isEqualTo(4);
    assertThat(ended.getValuesList())
        .allSatisfy(
            value -> {
              assertThat(value.getLower()).isLessThan(value.getValue());
              assertThat(value.getUpper()).isGreaterThan(value.getValue());
            });
    assertThat(ended.getDiagnostics().getGrandUtility()).isEqualTo(12, within(1e-9));
    assertThat(ended.getDiagnostics().getSeedStandardDeviation())
        .isEqualTo(Math.sqrt(0.02), within(1e-9));
    assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(32);
    assertThat(ended.hasEndTime()).isTrue();
    // Once more, now from the cache.
    assertThat(mesh.get(created.getName())).isEqualTo(ended);
    assertThat(mesh.get(created.getName())).isEqualTo(ended);
  }

  @Test
  void sampledRunEndsWithTheValuesOfTheGame() {
    Valuation created = mesh.create(run(10).setReplicateCount(1));
    assertThat(created.getEstimator()).isEqualTo(Estimator.ESTIMATOR_SIZE_ADJUSTED);
    assertThat(created.getCoalitionBudget()).isEqualTo(102);

    assertThat(worker.work()).isEqualTo(102);

    Valuation ended = mesh.get(created.getName());
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getDiagnostics().getRank()).isEqualTo(9);
    assertThat(ended.getDiagnostics().getCoalitionCount()).isEqualTo(102);
    for (int i = 0; i < 10; i++) {
      ContributorValue value = ended.getValues(i);
      assertThat(value.getValue()).isEqualTo(FakeWorker.shapleyValue(i), within(0.5));
      assertThat(value.getLower()).isLessThanOrEqualTo(value.getUpper());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ESTIMATOR_PAIRED_KERNEL_SHAP", "ESTIMATOR_SIZE_ADJUSTED"})
  void everyCoalitionSampledIsExact(Estimator estimator) {
    Valuation created =
        mesh.create(
            run(4).setEstimator(estimator).setCoalitionBudget(16).setUtility("class_entropy"));
    worker.work();
    Valuation ended = mesh.get(created.getName());
    for (int i = 0; i < 4; i++) {
      assertThat(ended.getValues(i).getValue())
          .isEqualTo(-FakeWorker.shapleyValue(i), within(1e-9));
    }
  }

  @Test
  void valuesAreLiveOnceTheFirstReplicateIsDone() {
    String name = mesh.create(run(3)).getName();
    for (int i = 0; i < 7; i++) {
      worker.report(worker.take());
      assertThat(mesh.get(name).getValuesList()).isEmpty();
    }
    worker.report(worker.take());

    Valuation live = mesh.get(name);
    assertThat(live.getState()).isEqualTo(Valuation.State.STATE_RUNNING);
    assertValues(live);
    assertThat(live.getValues(0).getUpper()).isNaN();
    worker.work();
    assertThat(mesh.get(name).getValues(0).getUpper()).isFinite();
  }

  @Test
  void repeatedRequestReturnsTheSameRun() {
    String requestId = UUID.randomUUID().toString();
    Valuation first = mesh.create(run(3), requestId);
    assertThat(mesh.create(run(3), requestId)).isEqualTo(first);
    assertThat(list(ListValuationsRequest.newBuilder()).getValuationsList()).hasSize(1);
  }

  @Test
  void simultaneousRequestsMakeOneRun() {
    String requestId = UUID.randomUUID().toString();
    Valuation.Builder run = run(3);
    List<CompletableFuture<Valuation>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(CompletableFuture.supplyAsync(() -> mesh.create(run, requestId)));
    }
    assertThat(calls.stream().map(CompletableFuture::join).map(Valuation::getName).distinct())
        .hasSize(1);
  }

  @Test
  void runsAreListedTheNewestFirst() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      names.addFirst(mesh.create(run(2)).getName());
    }
    worker.work();
    List<String> listed = new ArrayList<>();
    ListValuationsRequest.Builder request = ListValuationsRequest.newBuilder().setPageSize(2);
    ListValuationsResponse page = list(request);
    assertThat(page.getValuationsList()).hasSize(2);
    while (true) {
      assertThat(page.getValuationsList())
          .allSatisfy(run -> assertThat(run.getValuesList()).isEmpty());
      page.getValuationsList().forEach(run -> listed.add(run.getName()));
      if (page.getNextPageToken().isEmpty()) {
        break;
      }
      page = list(request.setPageToken(page.getNextPageToken()));
    }
    assertThat(listed).isEqualTo(names);
  }

  @Test
  void ledgerIsListedByCoalitionAndReplicate() {
    String name = mesh.create(run(3)).getName();
    worker.work();
    List<Evaluation> rows = new ArrayList<>();
    ListEvaluationsRequest.Builder request =
        ListEvaluationsRequest.newBuilder().setParent(name).setPageSize(5);
    String token;
    do {
      ListEvaluationsResponse page = mesh.valuations().listEvaluations(request.build());
      rows.addAll(page.getEvaluationsList());
      token = page.getNextPageToken();
      request.setPageToken(token);
    } while (!token.isEmpty());

    assertThat(rows).hasSize(16);
    for (int i = 0; i < 16; i++) {
      assertThat(rows.get(i).getCoalition().byteAt(0)).isEqualTo((byte) (i / 2));
      assertThat(rows.get(i).getReplicate()).isEqualTo(i % 2);
    }
    assertThat(rows.get(7).getUtilitiesMap())
        .containsOnlyKeys("neg_log_fid", "class_entropy")
        .containsEntry("class_entropy", -5.0);
    assertThat(rows.get(7).getWorker()).isEqualTo("worker-1");
    assertThat(rows.get(7).getReferenceHash()).isEqualTo(FakeWorker.REFERENCE);
  }

  @Test
  void watcherSeesTheRunToItsEnd() {
    String name = mesh.create(run(3)).getName();
    Iterator<WatchValuationResponse> watch =
        mesh.valuations().watchValuation(WatchValuationRequest.newBuilder().setName(name).build());
    assertThat(watch.next().getValuation().getState()).isEqualTo(Valuation.State.STATE_PENDING);
    worker.report(worker.take());
    Valuation running = watch.next().getValuation();
    assertThat(running.getState()).isEqualTo(Valuation.State.STATE_RUNNING);

    CompletableFuture<Integer> rest = CompletableFuture.supplyAsync(worker::work);
    List<Valuation> seen = new ArrayList<>(List.of(running));
    watch.forEachRemaining(response -> seen.add(response.getValuation()));
    assertThat(rest.join()).isEqualTo(15);
    assertThat(seen)
        .extracting(run -> run.getProgress().getDoneEvaluations())
        .isSorted()
        .endsWith(16);
    assertThat(seen.getLast().getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertValues(seen.getLast());
  }

  @Test
  void watcherOfAnEndedRunGetsItOnce() {
    String name = mesh.create(run(2)).getName();
    worker.work();
    assertThat(
            mesh.valuations()
                .watchValuation(WatchValuationRequest.newBuilder().setName(name).build()))
        .toIterable()
        .hasSize(1);
  }

  private Valuation.Builder run(int contributors) {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(contributors));
  }

  private ImageSet store(ImageSet.Builder images) {
    return mesh.valuations()
        .createImageSet(CreateImageSetRequest.newBuilder().setImageSet(images).build())
        .getImageSet();
  }

  private ListValuationsResponse list(ListValuationsRequest.Builder request) {
    return mesh.valuations().listValuations(request.build());
  }

  private static void assertValues(Valuation run) {
    for (int i = 0; i < run.getValuesCount(); i++) {
      assertThat(run.getValues(i).getValue()).isEqualTo(FakeWorker.shapleyValue(i), within(1e-9));
    }
    assertThat(run.getValuesList()).isNotEmpty();
    assertThat(run.getDiagnostics().getEfficiencyGap()).isEqualTo(0, within(1e-9));
  }
}
