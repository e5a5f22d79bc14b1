package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.embedding.Description;
import dev.clade.lineage.server.feature.FeatureSet;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.Embedding;
import dev.clade.runtime.grpc.Times;
import dev.clade.runtime.request.ResourceName;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Feature sets and versions of the embedding as messages. */
final class EmbeddingMessages {
  private static final String SETS = "featureSets";
  private static final String EMBEDDINGS = "embeddings";

  private EmbeddingMessages() {}

  static dev.clade.lineage.v1.FeatureSet of(FeatureSet set) {
    return dev.clade.lineage.v1.FeatureSet.newBuilder()
        .setName(SETS + "/" + set.id())
        .setState(
            switch (set.state()) {
              case MAKING -> dev.clade.lineage.v1.FeatureSet.State.STATE_MAKING;
              case READY -> dev.clade.lineage.v1.FeatureSet.State.STATE_READY;
              case FAILED -> dev.clade.lineage.v1.FeatureSet.State.STATE_FAILED;
            })
        .setSnapshotTime(Times.timestamp(set.snapshotTime()))
        .setSnapshotSequence(set.snapshotSequence())
        .setRepositoryCount(set.repositoryCount())
        .setSizeBytes(set.sizeBytes())
        .setDigest(set.file().map(StoredFile::digest).orElse(""))
        .setCreateTime(Times.timestamp(set.createTime()))
        .setFailure(set.failure())
        .build();
  }

  static Embedding of(dev.clade.lineage.server.embedding.Embedding embedding) {
    return Embedding.newBuilder()
        .setName(EMBEDDINGS + "/" + embedding.id())
        .setFeatureSet(SETS + "/" + embedding.featureSet())
        .setValuation(embedding.valuation())
        .putAllMetrics(embedding.metrics())
        .setState(
            switch (embedding.state()) {
              case ENCODING -> Embedding.State.STATE_ENCODING;
              case READY -> Embedding.State.STATE_READY;
              case FAILED -> Embedding.State.STATE_FAILED;
            })
        .setServing(embedding.serving())
        .setRepositoryCount(embedding.repositoryCount())
        .setDimension(embedding.dimension())
        .setDigest(embedding.file().digest())
        .setCreateTime(Times.timestamp(embedding.createTime()))
        .setFailure(embedding.failure())
        .build();
  }

  /** Reads what a client tells of a version; what only the service knows is left aside. */
  static Description description(Embedding message) {
    String valuation = message.getValuation();
    if (!valuation.isEmpty()) {
      ResourceName.parse("embedding.valuation", valuation, "valuations");
    }
    return new Description(
        ResourceName.parse("embedding.feature_set", message.getFeatureSet(), SETS).id(),
        valuation,
        new TreeMap<>(message.getMetricsMap()));
  }

  /** Returns the id of a feature set in a request's field {@code name}. */
  static String featureSet(String name) {
    return ResourceName.parse("name", name, SETS).id();
  }

  /** Returns the id of a version in a request's field {@code name}. */
  static String embedding(String name) {
    return ResourceName.parse("name", name, EMBEDDINGS).id();
  }

  /** Returns the snapshot that a request tells, if it tells one. */
  static Optional<Instant> snapshot(CreateFeatureSetRequest request) {
    return request.hasSnapshotTime()
        ? Optional.of(Times.instant("snapshot_time", request.getSnapshotTime()))
        : Optional.empty();
  }
}
