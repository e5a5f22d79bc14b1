package dev.clade.valuation.worker.layout;

/**
 * Channels that are never removed: those of a network's input and output, or places of a filter.
 *
 * @param channels how many, at least 1
 */
public record FixedChannels(int channels) implements Channels {}
