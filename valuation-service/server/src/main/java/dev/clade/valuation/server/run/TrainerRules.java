package dev.clade.valuation.server.run;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Denoiser;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.domain.TrainingMethod;

/** Defaults and ranges of the trainer's settings. */
final class TrainerRules {
  private static final String FIELD = "valuation.trainer.";
  private static final double DEFAULT_LEARNING_RATE = 0.004;
  private static final double DEFAULT_REMOVED_SHARE = 0.3;
  private static final double MOST_REMOVED_SHARE = 0.9;
  private static final int CHANNEL_STEP = 8;
  private static final int MOST_PARAMETERS = 50;
  private static final int LONGEST_PARAMETER = 1_000;

  private TrainerRules() {}

  /** Returns settings with every zero replaced by its default, or fails naming the field. */
  static TrainerSettings complete(TrainerSettings sent, Subject subject) {
    if (!sent.custom().isEmpty()) {
      return custom(sent);
    }
    if (subject.kind() == Subject.Kind.CONTRIBUTOR_SET) {
      throw CladeException.missingField(FIELD + "custom");
    }
    if (!sent.parameters().isEmpty()) {
      throw notForThis("parameters", sent.parameters().size(), "without a custom trainer");
    }
    boolean perceptron = sent.denoiser() == Denoiser.PERCEPTRON;
    boolean finetunes = sent.method() != TrainingMethod.RETRAIN;
    boolean prunes = sent.method() == TrainingMethod.SPARSIFIED_FINETUNE;
    return new TrainerSettings(
        number("training_steps", sent.trainingSteps(), 300, 10, 1_000_000),
        number("batch_size", sent.batchSize(), 64, 1, 4_096),
        perceptron
            ? number("hidden_units", sent.hiddenUnits(), 64, 8, 4_096)
            : absent("hidden_units", sent.hiddenUnits(), "for a U-Net"),
        learningRate(sent.learningRate()),
        number("generated_image_count", sent.generatedImageCount(), 512, 64, 100_000),
        number("sampling_steps", sent.samplingSteps(), 25, 2, 100),
        sent.method(),
        finetunes
            ? number("finetuning_steps", sent.finetuningSteps(), 100, 1, 1_000_000)
            : absent("finetuning_steps", sent.finetuningSteps(), "unless the method fine-tunes"),
        removedShare(sent.removedShare(), prunes),
        sent.denoiser(),
        perceptron
            ? absent("channels", sent.channels(), "for a perceptron")
            : channels(sent.channels()),
        "",
        ImmutableSortedMap.of());
  }

  private static TrainerSettings custom(TrainerSettings sent) {
    Fields.requireIdentifier(FIELD + "custom", sent.custom());
    TrainerSettings nothing =
        new TrainerSettings(
            0,
            0,
            0,
            0,
            0,
            0,
            TrainingMethod.RETRAIN,
            0,
            0,
            Denoiser.PERCEPTRON,
            0,
            sent.custom(),
            sent.parameters());
    if (!sent.equals(nothing)) {
      throw notForThis("custom", sent.custom(), "together with fields of the built-in trainer");
    }
    if (sent.parameters().size() > MOST_PARAMETERS) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          FIELD + "parameters",
          sent.parameters().size(),
          "must be at most 50");
    }
    sent.parameters().forEach(TrainerRules::checkParameter);
    return sent;
  }

  private static void checkParameter(String name, String value) {
    Fields.requireIdentifier(FIELD + "parameters", name);
    Fields.requireText("%sparameters[\"%s\"]".formatted(FIELD, name), value, LONGEST_PARAMETER);
  }

  private static int number(String field, int value, int standard, int least, int most) {
    if (value == 0) {
      return standard;
    }
    Fields.requireRange(FIELD + field, value, least, most);
    return value;
  }

  private static int absent(String field, int value, String when) {
    if (value != 0) {
      throw notForThis(field, value, when);
    }
    return 0;
  }

  private static int channels(int value) {
    int channels = number("channels", value, 16, 8, 512);
    if (channels % CHANNEL_STEP != 0) {
      throw outOfRange("channels", value, "must be a multiple of 8");
    }
    return channels;
  }

  private static double removedShare(double value, boolean prunes) {
    if (!prunes) {
      if (value != 0) {
        throw notForThis("removed_share", value, "unless the method is SPARSIFIED_FINETUNE");
      }
      return 0;
    }
    if (value == 0) {
      return DEFAULT_REMOVED_SHARE;
    }
    if (!(value > 0 && value <= MOST_REMOVED_SHARE)) {
      throw outOfRange("removed_share", value, "must be above 0 and at most 0.9");
    }
    return value;
  }

  private static double learningRate(double value) {
    if (value == 0) {
      return DEFAULT_LEARNING_RATE;
    }
    if (!(value > 0 && value <= 1)) {
      throw outOfRange("learning_rate", value, "must be above 0 and at most 1");
    }
    return value;
  }

  private static CladeException outOfRange(String field, Object value, String rule) {
    return CladeException.invalidField(Reason.FIELD_OUT_OF_RANGE, FIELD + field, value, rule);
  }

  private static CladeException notForThis(String field, Object value, String when) {
    return outOfRange(field, value, "must not be given " + when);
  }
}
