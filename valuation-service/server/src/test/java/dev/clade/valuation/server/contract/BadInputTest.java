package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WatchValuationRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request is told by field, value and rule. */
@QuarkusTest
class BadInputTest extends ContractTest {
  private static final String NOBODY = "valuations/00000000-0000-4000-8000-000000000000";

  @Test
  void imageSets() {
    refused("image_set.contributors", Reason.FIELD_REQUIRED, ImageSet.Builder::clearContributors);
    refused("image_set.width", Reason.FIELD_OUT_OF_RANGE, images -> images.setWidth(3));
    refused("image_set.height", Reason.FIELD_OUT_OF_RANGE, images -> images.setHeight(65));
    refused(
        "image_set.contributors[2].id",
        Reason.FIELD_MALFORMED,
        images -> images.addContributorsBuilder().setId("c00"));
    refused(
        "image_set.contributors[0].id",
        Reason.FIELD_MALFORMED,
        images -> images.getContributorsBuilder(0).setId("a/b"));
    refused(
        "image_set.contributors[0].id",
        Reason.FIELD_REQUIRED,
        images -> images.getContributorsBuilder(0).setId(""));
    refused(
        "image_set.contributors[1].pixels",
        Reason.FIELD_MALFORMED,
        images -> images.getContributorsBuilder(1).setPixels(bytes(17)));
    refused(
        "image_set.contributors[1].image_count",
        Reason.FIELD_OUT_OF_RANGE,
        images -> images.getContributorsBuilder(1).setImageCount(9));
    refused(
        "image_set.reference.pixels",
        Reason.FIELD_OUT_OF_RANGE,
        images -> images.getReferenceBuilder().setPixels(bytes(16 * 49)));
    refused(
        "image_set.reference.labels",
        Reason.FIELD_OUT_OF_RANGE,
        images -> images.getReferenceBuilder().setLabels(bytes(49)));
    refused(
        "image_set.reference.labels",
        Reason.FIELD_OUT_OF_RANGE,
        images -> images.getReferenceBuilder().setLabels(bytes(50)));
    refused(
        "image_set.reference.labels",
        Reason.FIELD_OUT_OF_RANGE,
        images ->
            images
                .getReferenceBuilder()
                .setLabels(bytes(49).concat(ByteString.copyFrom(new byte[] {100}))));
    refused(
        "image_set.contributors",
        Reason.FIELD_TOO_LONG,
        images -> {
          for (int i = 0; i < 63; i++) {
            images.addContributors(Contributor.newBuilder().setId("more-" + i));
          }
        });
    refused(
        "image_set",
        Reason.REQUEST_TOO_LARGE,
        images -> images.getContributorsBuilder(0).setPixels(bytes(4 << 20)));
    Failures.assertField(
        "image_set",
        Reason.FIELD_REQUIRED,
        () -> mesh.valuations().createImageSet(CreateImageSetRequest.getDefaultInstance()));
  }

  @Test
  void largestImageSetIsTakenAndGivenBack() {
    ImageSet.Builder images = Mesh.images(1);
    images
        .getContributorsBuilder(0)
        .setPixels(bytes((4 << 20) - 16 * 50 - 50 - (((4 << 20) - 850) % 16)));
    String name =
        mesh.valuations()
            .createImageSet(CreateImageSetRequest.newBuilder().setImageSet(images).build())
            .getImageSet()
            .getName();
    assertThat(
            mesh.workers()
                .getImageSet(GetImageSetRequest.newBuilder().setName(name).build())
                .getImageSet()
                .getContributors(0)
                .getPixels())
        .isEqualTo(images.getContributors(0).getPixels());
  }

  @Test
  void runs() {
    Failures.assertField(
        "valuation",
        Reason.FIELD_REQUIRED,
        () -> mesh.valuations().createValuation(CreateValuationRequest.getDefaultInstance()));
    Valuation.Builder good = Valuation.newBuilder().setImageSet(mesh.imageSet(3));
    for (String requestId : new String[] {"x", "00000000-0000-1000-8000-000000000000"}) {
      Failures.assertField(
          "request_id", Reason.FIELD_MALFORMED, () -> mesh.create(good.clone(), requestId));
    }
    Failures.assertField("request_id", Reason.FIELD_REQUIRED, () -> mesh.create(good.clone(), ""));
    refused("valuation.image_set", Reason.FIELD_REQUIRED, good.clone().clearImageSet());
    refused("valuation.image_set", Reason.FIELD_MALFORMED, good.clone().setImageSet("images/1"));
    Failures.assertReason(
        Reason.IMAGE_SET_NOT_FOUND,
        () -> mesh.create(good.clone().setImageSet("imageSets/" + "0".repeat(64))));
    refused("valuation.utility", Reason.FIELD_UNKNOWN_VALUE, good.clone().setUtility("neg_fid"));
    assertThat(
            refused(
                "valuation.utility", Reason.FIELD_UNKNOWN_VALUE, good.clone().setUtility("fid")))
        .contains(
            "neg_log_fid, neg_log_kid, precision, recall, coverage, classifier_score, class_entropy,"
                + " class_coverage");
    refused("valuation.estimator", Reason.FIELD_UNKNOWN_VALUE, good.clone().setEstimatorValue(99));
    refused(
        "valuation.coalition_budget",
        Reason.FIELD_OUT_OF_RANGE,
        good.clone().setCoalitionBudget(7));
    refused(
        "valuation.replicate_count",
        Reason.FIELD_OUT_OF_RANGE,
        good.clone().setReplicateCount(101));
    refused(
        "valuation.replicate_count", Reason.FIELD_OUT_OF_RANGE, good.clone().setReplicateCount(-1));
    refused(
        "valuation.trainer.training_steps",
        Reason.FIELD_OUT_OF_RANGE,
        trainer(good, TrainerSpec.newBuilder().setTrainingSteps(9)));
    refused(
        "valuation.trainer.batch_size",
        Reason.FIELD_OUT_OF_RANGE,
        trainer(good, TrainerSpec.newBuilder().setBatchSize(-1)));
    refused(
        "valuation.trainer.hidden_units",
        Reason.FIELD_OUT_OF_RANGE,
        trainer(good, TrainerSpec.newBuilder().setHiddenUnits(4_097)));
    for (double rate : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          "valuation.trainer.learning_rate",
          Reason.FIELD_OUT_OF_RANGE,
          trainer(good, TrainerSpec.newBuilder().setLearningRate(rate)));
    }
  }

  @Test
  void budgets() {
    Valuation.Builder many = Valuation.newBuilder().setImageSet(mesh.imageSet(13));
    refused(
        "valuation.estimator",
        Reason.FIELD_OUT_OF_RANGE,
        many.clone().setEstimator(Estimator.ESTIMATOR_EXACT));
    for (int budget : new int[] {-2, 24, 27, 8_194}) {
      refused(
          "valuation.coalition_budget",
          Reason.FIELD_OUT_OF_RANGE,
          many.clone().setCoalitionBudget(budget));
    }
    refused(
        "valuation.coalition_budget",
        Reason.FIELD_OUT_OF_RANGE,
        many.clone().setCoalitionBudget(8_192).setReplicateCount(100));
    refused(
        "valuation.estimator",
        Reason.FIELD_OUT_OF_RANGE,
        Valuation.newBuilder()
            .setImageSet(mesh.imageSet(1))
            .setEstimator(Estimator.ESTIMATOR_PAIRED_KERNEL_SHAP));
  }

  @Test
  void requestIdOfAnotherRequest() {
    String requestId = UUID.randomUUID().toString();
    Valuation.Builder run = Valuation.newBuilder().setImageSet(mesh.imageSet(3));
    mesh.create(run, requestId);
    Failures.assertReason(
        Reason.REQUEST_ID_REUSED, () -> mesh.create(run.clone().setSeed(1), requestId));
  }

  @Test
  void namesAndPages() {
    Failures.assertReason(Reason.VALUATION_NOT_FOUND, () -> mesh.get(NOBODY));
    Failures.assertField("name", Reason.FIELD_MALFORMED, () -> mesh.get("valuations/1"));
    Failures.assertField("name", Reason.FIELD_REQUIRED, () -> mesh.get(""));
    Failures.assertReason(
        Reason.VALUATION_NOT_FOUND,
        () ->
            mesh.valuations()
                .watchValuation(WatchValuationRequest.newBuilder().setName(NOBODY).build())
                .next());
    Failures.assertReason(
        Reason.VALUATION_NOT_FOUND,
        () ->
            mesh.valuations()
                .listEvaluations(ListEvaluationsRequest.newBuilder().setParent(NOBODY).build()));
    Failures.assertField(
        "page_size",
        Reason.FIELD_OUT_OF_RANGE,
        () ->
            mesh.valuations()
                .listValuations(ListValuationsRequest.newBuilder().setPageSize(-1).build()));
    Failures.assertReason(
        Reason.PAGE_TOKEN_INVALID,
        () ->
            mesh.valuations()
                .listValuations(ListValuationsRequest.newBuilder().setPageToken("x").build()));
    mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(1)));
    mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(2)));
    String token =
        mesh.valuations()
            .listValuations(ListValuationsRequest.newBuilder().setPageSize(1).build())
            .getNextPageToken();
    Failures.assertReason(
        Reason.PAGE_TOKEN_MISMATCH,
        () ->
            mesh.valuations()
                .listEvaluations(
                    ListEvaluationsRequest.newBuilder()
                        .setParent(NOBODY)
                        .setPageToken(token)
                        .build()));
  }

  @Test
  void workers() {
    Failures.assertField(
        "worker",
        Reason.FIELD_MALFORMED,
        () -> new FakeWorker(mesh.workers(), "a worker").lease(0));
    Failures.assertField("max_wait", Reason.FIELD_OUT_OF_RANGE, () -> worker.lease(30_001));
    Failures.assertField("max_wait", Reason.FIELD_OUT_OF_RANGE, () -> worker.lease(-1_000));
    Failures.assertField(
        "lease",
        Reason.FIELD_MALFORMED,
        () -> worker.report("x", FakeWorker.result(worker.lease(0).getTask()).build()));
    Failures.assertField(
        "outcome",
        Reason.FIELD_REQUIRED,
        () ->
            mesh.workers()
                .reportEvaluation(
                    ReportEvaluationRequest.newBuilder()
                        .setLease(UUID.randomUUID().toString())
                        .build()));
    Failures.assertReason(
        Reason.IMAGE_SET_NOT_FOUND,
        () ->
            mesh.workers()
                .getImageSet(GetImageSetRequest.newBuilder().setName("imageSets/0").build()));
  }

  private void refused(String field, Reason reason, Consumer<ImageSet.Builder> change) {
    ImageSet.Builder images = Mesh.images(2);
    change.accept(images);
    Failures.assertField(
        field,
        reason,
        () ->
            mesh.valuations()
                .createImageSet(CreateImageSetRequest.newBuilder().setImageSet(images).build()));
  }

  private String refused(String field, Reason reason, Valuation.Builder valuation) {
    return Failures.assertField(field, reason, () -> mesh.create(valuation)).getMessage();
  }

  private static Valuation.Builder trainer(Valuation.Builder good, TrainerSpec.Builder trainer) {
    return good.clone().setTrainer(trainer);
  }

  private static ByteString bytes(int length) {
    return ByteString.copyFrom(new byte[length]);
  }
}
