package dev.clade.valuation.game.payout;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a payout is computed from.
 *
 * @param contributors in the order of the properties' values; ids differ
 * @param properties at least one; of different names
 * @param weights exactly one for each property, with its unit. Several properties are weighed only
 *     when each has a scale with an end: a raw Fréchet distance cannot be added to anything
 * @param budget minor units of a currency, at least 0
 */
public record PayoutRequest(
    List<Contributor> contributors,
    List<Property> properties,
    List<PropertyWeight> weights,
    long budget) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming what breaks a rule
   */
  public PayoutRequest {
    contributors = List.copyOf(contributors);
    properties = List.copyOf(properties);
    weights = List.copyOf(weights);
    if (budget < 0) {
      throw new IllegalArgumentException("budget must be at least 0: " + budget);
    }
    requireDistinct("contributors", contributors.stream().map(Contributor::id).toList());
    requireDistinct("properties", properties.stream().map(Property::name).toList());
    requireDistinct("weights", weights.stream().map(PropertyWeight::property).toList());
    if (weights.size() != properties.size()) {
      throw new IllegalArgumentException(
          "there must be one weight for each of %d properties, not %d"
              .formatted(properties.size(), weights.size()));
    }
    for (Property property : properties) {
      if (property.solution().values().size() != contributors.size()) {
        throw new IllegalArgumentException(
            "property %s has %d values for %d contributors"
                .formatted(
                    property.name(), property.solution().values().size(), contributors.size()));
      }
      if (properties.size() > 1 && property.scale() == Scale.UNBOUNDED) {
        throw new IllegalArgumentException(
            "property %s is unbounded and cannot be weighed with others; take its logarithm"
                .formatted(property.name()));
      }
      requireWeight(weights, property);
    }
  }

  /** Returns the request to pay by one property. */
  public static PayoutRequest of(List<Contributor> contributors, Property property, long budget) {
    return new PayoutRequest(
        contributors,
        List.of(property),
        List.of(new PropertyWeight(property.name(), property.unit(), 1)),
        budget);
  }

  /** Returns the weight of a property. */
  double weight(Property property) {
    return requireWeight(weights, property);
  }

  private static double requireWeight(List<PropertyWeight> weights, Property property) {
    Optional<PropertyWeight> weight =
        weights.stream().filter(each -> each.property().equals(property.name())).findFirst();
    if (!weight.map(PropertyWeight::unit).equals(Optional.of(property.unit()))) {
      throw new IllegalArgumentException(
          "property %s needs a weight agreed for %s: %s"
              .formatted(property.name(), property.unit(), weights));
    }
    return weight.orElseThrow().perUnit();
  }

  private static void requireDistinct(String field, List<String> names) {
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "%s must be at least one and differ: %s".formatted(field, names));
    }
  }
}
