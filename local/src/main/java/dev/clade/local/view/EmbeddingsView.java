package dev.clade.local.view;

import com.google.protobuf.util.Timestamps;
import dev.clade.lineage.v1.Embedding;
import dev.clade.local.print.Table;
import java.util.List;
import java.util.TreeMap;

/** Versions of the shared embedding. */
public final class EmbeddingsView {
  private EmbeddingsView() {}

  /** Returns the table of versions. */
  public static String render(List<Embedding> embeddings) {
    if (embeddings.isEmpty()) {
      return "There is no version.\n";
    }
    Table table = new Table("version", "state", ">repositories", ">dimensions", "uploaded");
    for (Embedding each : embeddings) {
      table.row(
          each.getName(),
          state(each),
          "%,d".formatted(each.getRepositoryCount()),
          each.getDimension(),
          Timestamps.toString(each.getCreateTime()));
    }
    return table.render();
  }

  /** Returns what is known of a version. */
  public static String render(Embedding embedding) {
    String fields =
        new Fields()
            .add("state", state(embedding))
            .add("why", embedding.getFailure())
            .add("trained on", embedding.getFeatureSet())
            .add("trained by", embedding.getValuation())
            .addKnown("repositories", embedding.getRepositoryCount())
            .addKnown("dimensions", embedding.getDimension())
            .add("SHA-256", embedding.getDigest())
            .add("uploaded", embedding.hasCreateTime(), embedding.getCreateTime())
            .render();
    if (embedding.getMetricsCount() == 0) {
      return embedding.getName() + "\n" + fields;
    }
    Table metrics = new Table("measured", ">value");
    new TreeMap<>(embedding.getMetricsMap())
        .forEach((name, value) -> metrics.row(name, "%.4f".formatted(value)));
    return embedding.getName() + "\n" + fields + "\n" + metrics.render();
  }

  private static String state(Embedding embedding) {
    return switch (embedding.getState()) {
      case STATE_ENCODING -> "being encoded";
      case STATE_READY -> embedding.getServing() ? "serving" : "ready";
      case STATE_FAILED -> "failed";
      case STATE_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }
}
