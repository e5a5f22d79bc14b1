package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A contributor with the value that is to be paid.
 *
 * @param contributor who
 * @param value weighed over properties, above baselines. Its standard error is the sum of those of
 *     the terms, for nothing is known of how they go together: never too small
 */
record Claim(Contributor contributor, PlayerValue value) {

  /** Returns the claims of a request by contributor id, whatever the order they were given in. */
  static List<Claim> of(PayoutRequest request) {
    int count = request.contributors().size();
    double[] values = new double[count];
    double[] errors = new double[count];
    double[] below = new double[count];
    double[] above = new double[count];
    for (Property property : request.properties()) {
      double weight = request.weight(property);
      for (int i = 0; i < count; i++) {
        PlayerValue term = property.solution().values().get(i);
        double up = Math.abs(weight) * (term.upper() - term.value());
        double down = Math.abs(weight) * (term.value() - term.lower());
        values[i] += weight * (term.value() + property.shift());
        errors[i] += Math.abs(weight) * term.standardError();
        below[i] += weight > 0 ? down : up;
        above[i] += weight > 0 ? up : down;
      }
    }
    List<Claim> claims = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double value = values[i];
      int rank = 1;
      for (double other : values) {
        rank += other > value ? 1 : 0;
      }
      claims.add(
          new Claim(
              request.contributors().get(i),
              new PlayerValue(value, errors[i], value - below[i], value + above[i], rank)));
    }
    claims.sort(Comparator.comparing(each -> each.contributor().id()));
    return claims;
  }
}
