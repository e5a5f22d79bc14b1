package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.TrainerSettings;

/** Defaults and ranges of the trainer's settings. */
final class TrainerRules {
  private static final double DEFAULT_LEARNING_RATE = 0.004;

  private TrainerRules() {}

  /** Returns settings with every zero replaced by its default, or fails naming the field. */
  static TrainerSettings complete(TrainerSettings sent) {
    return new TrainerSettings(
        number("training_steps", sent.trainingSteps(), 300, 10, 1_000_000),
        number("batch_size", sent.batchSize(), 64, 1, 4_096),
        number("hidden_units", sent.hiddenUnits(), 64, 8, 4_096),
        learningRate(sent.learningRate()),
        number("generated_image_count", sent.generatedImageCount(), 512, 64, 100_000),
        number("sampling_steps", sent.samplingSteps(), 25, 2, 100));
  }

  private static int number(String field, int value, int standard, int least, int most) {
    if (value == 0) {
      return standard;
    }
    Fields.requireRange("valuation.trainer." + field, value, least, most);
    return value;
  }

  private static double learningRate(double value) {
    if (value == 0) {
      return DEFAULT_LEARNING_RATE;
    }
    if (!(value > 0 && value <= 1)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "valuation.trainer.learning_rate",
          value,
          "must be above 0 and at most 1");
    }
    return value;
  }
}
