package dev.clade.valuation.server.contract;

import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.GetContributorSetRequest;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with contributors, or with who trains for them, is told by field and rule. */
@QuarkusTest
class BadContributorsTest extends ContractTest {
  private static final String FIRST = "contributor_set.contributors[0].";

  @Test
  void contributorSets() {
    Failures.assertField(
        "contributor_set",
        Reason.FIELD_REQUIRED,
        () ->
            mesh.contributors()
                .createContributorSet(CreateContributorSetRequest.getDefaultInstance()));
    Failures.assertField(
        "contributor_set.contributors",
        Reason.FIELD_REQUIRED,
        () -> mesh.store(ContributorSet.newBuilder()));
    Failures.assertField(
        "contributor_set.contributors[1].id",
        Reason.FIELD_MALFORMED,
        () ->
            mesh.store(
                ContributorSet.newBuilder()
                    .addContributors(DataContributor.newBuilder().setId("a"))
                    .addContributors(DataContributor.newBuilder().setId("a"))));
    refused("id", Reason.FIELD_REQUIRED, one -> one.setId(""));
    refused("id", Reason.FIELD_MALFORMED, one -> one.setId("a/b"));
    refused("id", Reason.FIELD_MALFORMED, one -> one.setId("a".repeat(64)));
    refused("display_name", Reason.FIELD_TOO_LONG, one -> one.setDisplayName("a".repeat(201)));
    refused("display_name", Reason.FIELD_MALFORMED, one -> one.setDisplayName("a\u0000b"));
    refused("item_count", Reason.FIELD_OUT_OF_RANGE, one -> one.setItemCount(-1));
    refused("content_hash", Reason.FIELD_TOO_LONG, one -> one.setContentHash("a".repeat(201)));
    refused("content_hash", Reason.FIELD_MALFORMED, one -> one.setContentHash("a b"));
    refused("licenses[1]", Reason.FIELD_REQUIRED, one -> one.addLicenses("mit").addLicenses(""));
    refused(
        "licenses[1]", Reason.FIELD_MALFORMED, one -> one.addLicenses("mit").addLicenses("mit"));
    refused("licenses[0]", Reason.FIELD_TOO_LONG, one -> one.addLicenses("a".repeat(101)));
    refused(
        "licenses",
        Reason.FIELD_TOO_LONG,
        one -> IntStream.range(0, 51).forEach(i -> one.addLicenses("license-" + i)));
  }

  @Test
  void sources() {
    for (String source : new String[] {"glue", "datasets/a/b/c", "datasets/", "a b:c", "/etc/x"}) {
      refused("sources[0]", Reason.FIELD_MALFORMED, one -> one.addSources(source));
    }
    refused("sources[0]", Reason.FIELD_REQUIRED, one -> one.addSources(""));
    refused("sources[0]", Reason.FIELD_TOO_LONG, one -> one.addSources("s3:" + "a".repeat(498)));
    refused(
        "sources[1]",
        Reason.FIELD_MALFORMED,
        one -> one.addSources("datasets/glue").addSources("datasets/glue"));
    refused(
        "sources",
        Reason.FIELD_TOO_LONG,
        one -> IntStream.range(0, 1_001).forEach(i -> one.addSources("datasets/d" + i)));
    ContributorSet.Builder large = ContributorSet.newBuilder();
    for (int i = 0; i < 3; i++) {
      DataContributor.Builder one = large.addContributorsBuilder().setId("c" + i);
      IntStream.range(0, 1_000)
          .forEach(j -> one.addSources("s3://%04d/%s".formatted(j, "a".repeat(450))));
    }
    Failures.assertField("contributor_set", Reason.REQUEST_TOO_LARGE, () -> mesh.store(large));
  }

  @Test
  void names() {
    for (String name : new String[] {"imageSets/0", "contributorSets/a/b/c"}) {
      Failures.assertField("name", Reason.FIELD_MALFORMED, () -> get(name));
    }
    Failures.assertReason(Reason.CONTRIBUTOR_SET_NOT_FOUND, () -> get("contributorSets/0"));
    Failures.assertReason(
        Reason.CONTRIBUTOR_SET_NOT_FOUND,
        () ->
            mesh.workers()
                .getContributorSet(
                    WorkerServiceGetContributorSetRequest.newBuilder()
                        .setName("contributorSets/0")
                        .build()));
  }

  @Test
  void proposals() {
    ProposeContributorsRequest.Builder good =
        ProposeContributorsRequest.newBuilder().setModel("models/gpt2");
    for (String model : new String[] {"gpt2", "datasets/glue", "models/a/b/c"}) {
      Failures.assertField(
          "model", Reason.FIELD_MALFORMED, () -> propose(good.clone().setModel(model)));
    }
    Failures.assertField("model", Reason.FIELD_REQUIRED, () -> propose(good.clone().clearModel()));
    Failures.assertField(
        "grouping", Reason.FIELD_UNKNOWN_VALUE, () -> propose(good.clone().setGroupingValue(99)));
  }

  @Test
  void runsOfContributorSets() {
    String set =
        mesh.store(
                ContributorSet.newBuilder()
                    .addContributors(DataContributor.newBuilder().setId("a"))
                    .addContributors(DataContributor.newBuilder().setId("b")))
            .getName();
    Valuation.Builder good =
        Valuation.newBuilder()
            .setContributorSet(set)
            .setUtility("accuracy")
            .setTrainer(TrainerSpec.newBuilder().setCustom("mine"));
    refused("valuation.trainer.custom", Reason.FIELD_REQUIRED, good.clone().clearTrainer());
    refused("valuation.utility", Reason.FIELD_REQUIRED, good.clone().clearUtility());
    refused("valuation.utility", Reason.FIELD_MALFORMED, good.clone().setUtility("a b"));
    refused(
        "valuation.contributor_set",
        Reason.FIELD_OUT_OF_RANGE,
        good.clone().setImageSet(mesh.imageSet(2)));
    refused(
        "valuation.contributor_set",
        Reason.FIELD_MALFORMED,
        good.clone().setContributorSet("imageSets/0"));
    Failures.assertReason(
        Reason.CONTRIBUTOR_SET_NOT_FOUND,
        () -> mesh.create(good.clone().setContributorSet("contributorSets/0")));
    custom(good, "custom", Reason.FIELD_MALFORMED, trainer -> trainer.setCustom("a/b"));
    custom(good, "custom", Reason.FIELD_OUT_OF_RANGE, trainer -> trainer.setTrainingSteps(10));
    custom(good, "custom", Reason.FIELD_OUT_OF_RANGE, trainer -> trainer.setRemovedShare(0.3));
    custom(good, "custom", Reason.FIELD_OUT_OF_RANGE, trainer -> trainer.setMethodValue(2));
    custom(good, "custom", Reason.FIELD_OUT_OF_RANGE, trainer -> trainer.setDenoiserValue(2));
    custom(
        good, "parameters", Reason.FIELD_MALFORMED, trainer -> trainer.putParameters("a b", "1"));
    custom(
        good,
        "parameters[\"a\"]",
        Reason.FIELD_TOO_LONG,
        trainer -> trainer.putParameters("a", "x".repeat(1_001)));
    custom(
        good,
        "parameters[\"a\"]",
        Reason.FIELD_MALFORMED,
        trainer -> trainer.putParameters("a", "\u0000"));
    custom(
        good,
        "parameters",
        Reason.FIELD_TOO_LONG,
        trainer -> IntStream.range(0, 51).forEach(i -> trainer.putParameters("p" + i, "")));
    refused(
        "valuation.trainer.parameters",
        Reason.FIELD_OUT_OF_RANGE,
        Valuation.newBuilder()
            .setImageSet(mesh.imageSet(2))
            .setTrainer(TrainerSpec.newBuilder().putParameters("a", "1")));
    mesh.create(good);
  }

  private void custom(
      Valuation.Builder good, String field, Reason reason, Consumer<TrainerSpec.Builder> change) {
    Valuation.Builder run = good.clone();
    change.accept(run.getTrainerBuilder());
    refused("valuation.trainer." + field, reason, run);
  }

  private void refused(String field, Reason reason, Valuation.Builder run) {
    Failures.assertField(field, reason, () -> mesh.create(run));
  }

  private void refused(String field, Reason reason, Consumer<DataContributor.Builder> change) {
    ContributorSet.Builder set = ContributorSet.newBuilder();
    change.accept(set.addContributorsBuilder().setId("a"));
    Failures.assertField(FIRST + field, reason, () -> mesh.store(set));
  }

  private void get(String name) {
    mesh.contributors()
        .getContributorSet(GetContributorSetRequest.newBuilder().setName(name).build());
  }

  private void propose(ProposeContributorsRequest.Builder request) {
    mesh.contributors().proposeContributors(request.build());
  }
}
