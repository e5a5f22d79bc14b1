package dev.clade.lineage.ecosystem.catalogue;

/**
 * The card of a repository.
 *
 * @param id the repository's identifier, without the collection
 * @param text in Markdown, without its block of metadata
 */
public record CardText(String id, String text) {}
