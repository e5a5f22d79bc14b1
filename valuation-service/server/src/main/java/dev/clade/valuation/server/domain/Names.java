package dev.clade.valuation.server.domain;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.ResourceName;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of the service's resources, and of what they hold. */
public final class Names {
  private static final String IMAGE_SETS = "imageSets";
  private static final String CONTRIBUTOR_SETS = "contributorSets";
  private static final String CHECKPOINTS = "checkpoints";
  private static final String FEATURE_SETS = "featureSets";
  private static final String PAYOUTS = "payouts";
  private static final String VALUATIONS = "valuations";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Names() {}

  /** Returns the name of an image set. */
  public static String ofImageSet(String id) {
    return new ResourceName(IMAGE_SETS, id).toString();
  }

  /** Returns the name of a set of contributors. */
  public static String ofContributorSet(String id) {
    return new ResourceName(CONTRIBUTOR_SETS, id).toString();
  }

  /** Returns the name of what evaluations start from. */
  public static String ofCheckpoint(String id) {
    return new ResourceName(CHECKPOINTS, id).toString();
  }

  /** Returns the name of a run. */
  public static String ofRun(UUID id) {
    return new ResourceName(VALUATIONS, id.toString()).toString();
  }

  /** Returns the name of a payout. */
  public static String ofPayout(UUID id) {
    return new ResourceName(PAYOUTS, id.toString()).toString();
  }

  /**
   * Returns the id that an image set's name holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static String imageSet(String field, String name) {
    return ResourceName.parse(field, name, IMAGE_SETS).id();
  }

  /**
   * Returns the id that the name of a set of contributors holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static String contributorSet(String field, String name) {
    return ResourceName.parse(field, name, CONTRIBUTOR_SETS).id();
  }

  /**
   * Returns the id that a checkpoint's name holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static String checkpoint(String field, String name) {
    return ResourceName.parse(field, name, CHECKPOINTS).id();
  }

  /**
   * Returns the id that a feature set's name holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static String featureSet(String field, String name) {
    return ResourceName.parse(field, name, FEATURE_SETS).id();
  }

  /**
   * Returns the id that a run's name holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static UUID run(String field, String name) {
    return uuid(field, name, VALUATIONS);
  }

  /**
   * Returns the id that a payout's name holds.
   *
   * @param field the field that has the name
   * @throws CladeException when the name is missing or has another form
   */
  public static UUID payout(String field, String name) {
    return uuid(field, name, PAYOUTS);
  }

  /**
   * Returns the id of a lease.
   *
   * @param field the field that has it
   * @throws CladeException when it is missing or none
   */
  public static UUID lease(String field, String lease) {
    if (lease.isEmpty()) {
      throw CladeException.missingField(field);
    }
    if (!UUID_TEXT.matcher(lease).matches()) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, field, lease, "must be one that this service gave");
    }
    return UUID.fromString(lease);
  }

  private static UUID uuid(String field, String name, String collection) {
    String id = ResourceName.parse(field, name, collection).id();
    if (!UUID_TEXT.matcher(id).matches()) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, field, name, "must be \"%s/\" and a UUID".formatted(collection));
    }
    return UUID.fromString(id);
  }
}
