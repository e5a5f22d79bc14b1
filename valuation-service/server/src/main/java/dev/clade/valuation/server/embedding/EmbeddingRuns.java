package dev.clade.valuation.server.embedding;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.store.LeaseStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Runs of the trainer {@code contrastive}, and what they may be given and give. */
@ApplicationScoped
public class EmbeddingRuns {
  /** The parameter that names what is learned from. */
  static final String FEATURE_SET = "feature_set";

  private static final String PUBLISH = "publish";
  private static final String PARAMETER = "valuation.trainer.parameters[\"%s\"]";

  private final RunStore runs;
  private final LeaseStore leases;
  private final FeatureSetSource featureSets;

  @Inject
  EmbeddingRuns(RunStore runs, LeaseStore leases, FeatureSetSource featureSets) {
    this.runs = runs;
    this.leases = leases;
    this.featureSets = featureSets;
  }

  /**
   * Checks a run that is asked for; runs of other trainers pass.
   *
   * @return fails naming the field that breaks a rule, or as {@link FeatureSetSource#requireReady}
   */
  public Uni<Void> check(Subject subject, TrainerSettings trainer) {
    if (!trainer.custom().equals(TrainerSettings.CONTRASTIVE)) {
      return Uni.createFrom().voidItem();
    }
    if (subject.kind() != Subject.Kind.CONTRIBUTOR_SET) {
      throw CladeException.missingField("valuation.contributor_set");
    }
    String featureSet = trainer.parameters().getOrDefault(FEATURE_SET, "");
    Names.featureSet(PARAMETER.formatted(FEATURE_SET), featureSet);
    return featureSets.requireReady(featureSet);
  }

  /**
   * Lets through the feature set that the trainer of a run is told of.
   *
   * @param run id of the run
   * @param name resource name of the set
   * @return fails naming the field when the run is told of another one, or of none
   */
  public Uni<Void> requireFeatureSet(UUID run, String name) {
    Names.featureSet("name", name);
    return found(run)
        .invoke(
            found -> {
              if (!name.equals(featureSet(found))) {
                throw CladeException.invalidField(
                    Reason.FIELD_OUT_OF_RANGE,
                    "name",
                    name,
                    "must be what the parameter feature_set of %s names"
                        .formatted(Names.ofRun(run)));
              }
            })
        .replaceWithVoid();
  }

  /**
   * Returns the run that a lease is of.
   *
   * @param lease as it was given
   * @return fails with {@link Reason#LEASE_LOST} when the lease has ended, and names the field when
   *     the run is not to become a version
   */
  public Uni<Publishing> publishing(String lease) {
    UUID id = Names.lease("embedding.lease", lease);
    return leases
        .runOf(id)
        .map(
            run ->
                run.orElseThrow(
                    () ->
                        new CladeException(
                            Reason.LEASE_LOST,
                            "lease \"%s\" has ended; stop working on it".formatted(lease),
                            Map.of("lease", lease))))
        .flatMap(this::found)
        .map(
            run -> {
              if (featureSet(run).isEmpty()
                  || !run.spec().trainer().parameters().getOrDefault(PUBLISH, "").equals("true")) {
                throw CladeException.invalidField(
                    Reason.FIELD_OUT_OF_RANGE,
                    "embedding.lease",
                    lease,
                    "must be of a run whose trainer is told publish=true");
              }
              return new Publishing(Names.ofRun(run.id()), featureSet(run));
            });
  }

  private static String featureSet(Run run) {
    TrainerSettings trainer = run.spec().trainer();
    return trainer.custom().equals(TrainerSettings.CONTRASTIVE)
        ? trainer.parameters().getOrDefault(FEATURE_SET, "")
        : "";
  }

  private Uni<Run> found(UUID run) {
    return runs.find(run)
        .map(
            found ->
                found.orElseThrow(
                    () -> CladeException.notFound(Reason.VALUATION_NOT_FOUND, Names.ofRun(run))));
  }

  /**
   * A run that becomes a version.
   *
   * @param valuation resource name of the run
   * @param featureSet resource name of what it learns from
   */
  public record Publishing(String valuation, String featureSet) {}
}
