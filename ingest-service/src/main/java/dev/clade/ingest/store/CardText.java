package dev.clade.ingest.store;

/** The text of an artifact's card, without the metadata block. */
public record CardText(String name, String text) {}
