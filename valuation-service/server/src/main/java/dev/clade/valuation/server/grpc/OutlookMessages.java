package dev.clade.valuation.server.grpc;

import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.server.domain.Pending;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.RunForecast;
import dev.clade.valuation.v1.Forecast;
import dev.clade.valuation.v1.PendingReason;
import java.util.Optional;

/** Maps what is ahead of a run. */
final class OutlookMessages {
  private OutlookMessages() {}

  static dev.clade.valuation.v1.Pending pending(Pending pending) {
    return dev.clade.valuation.v1.Pending.newBuilder()
        .setReason(PendingReason.valueOf("PENDING_REASON_" + pending.reason().name()))
        .setMessage(pending.message())
        .setQueuePosition(pending.queuePosition())
        .build();
  }

  static Forecast forecast(RunForecast forecast, Optional<Price> price) {
    Forecast.Builder message =
        Forecast.newBuilder()
            .setEnding(Forecast.Ending.valueOf("ENDING_" + forecast.ending().name()))
            .setEvaluations(range(forecast.evaluations()))
            .setHours(range(forecast.hours()))
            .setDeviceHours(range(forecast.deviceHours()))
            .setWorkerCount(forecast.workers())
            .setTimedEvaluations(forecast.timed())
            .setCaveat(forecast.caveat());
    forecast.cost().map(OutlookMessages::range).ifPresent(message::setCost);
    price.map(Price::currency).ifPresent(message::setCurrencyCode);
    return message.build();
  }

  private static dev.clade.valuation.v1.Range range(Range range) {
    return dev.clade.valuation.v1.Range.newBuilder()
        .setLow(range.low())
        .setExpected(range.expected())
        .setHigh(range.high())
        .build();
  }
}
