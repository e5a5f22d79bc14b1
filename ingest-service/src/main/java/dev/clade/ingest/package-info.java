/**
 * The ingest service: the catalogue of a hub's artifacts, how files get into it, and the feed of
 * its changes.
 *
 * <p>Arrows point one way: {@code grpc} maps messages and calls the features ({@code catalogue},
 * {@code feed}, {@code imports}, {@code upload}), which call {@code store}; {@code format} and
 * {@code artifact} are plain Java. This package holds the configuration they share.
 */
package dev.clade.ingest;
