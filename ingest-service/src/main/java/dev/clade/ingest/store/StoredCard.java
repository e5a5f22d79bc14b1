package dev.clade.ingest.store;

import java.time.Instant;

/**
 * An artifact's card.
 *
 * @param text its text, without the metadata block
 * @param data its metadata as one JSON object; empty when there is none
 * @param revision commit that it was fetched at; empty when it came with a dump
 */
public record StoredCard(String text, String data, String revision, Instant fetchTime) {}
