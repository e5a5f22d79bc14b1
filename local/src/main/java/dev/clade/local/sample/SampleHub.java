package dev.clade.local.sample;

import java.io.InputStream;
import java.util.Objects;

/** The sample that the demonstration imports. */
public final class SampleHub {
  /** File name of the sample, whose ending tells the format. */
  public static final String FILE_NAME = "models.tsv";

  /** A model of the sample whose family is worth seeing. */
  public static final String SHOWN_MODEL = "models/mistralai/Mistral-7B-v0.1";

  private SampleHub() {}

  /** Opens the sample, a table as imports take it. */
  public static InputStream open() {
    return Objects.requireNonNull(
        SampleHub.class.getResourceAsStream(FILE_NAME), "the sample is not in the jar");
  }
}
