package dev.clade.valuation.worker.layout;

/**
 * Hidden channels that several weight tensors share. They are removed in units: single channels,
 * the channels that are normalized together, or those of an attention head.
 *
 * @param index number of the group in its layout, from 0
 * @param units how many units are there, at least 1
 * @param channelsPerUnit channels of each unit, at least 1
 */
public record ChannelGroup(int index, int units, int channelsPerUnit) implements Channels {
  @Override
  public int channels() {
    return Math.multiplyExact(units, channelsPerUnit);
  }
}
