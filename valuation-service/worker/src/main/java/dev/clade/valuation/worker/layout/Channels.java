package dev.clade.valuation.worker.layout;

/** Neighbouring places along an axis of a weight tensor. */
public sealed interface Channels permits ChannelGroup, FixedChannels {
  /** Returns how many places there are. */
  int channels();
}
