/**
 * The slowly changing facts of artifacts that filters, exports and analyses need: task, library,
 * licences, languages, availability and the time of creation.
 *
 * <p>Few combinations of them occur, so each combination is kept once, as a {@link
 * dev.clade.lineage.graph.attribute.Profile}, and an artifact has only its number: 8 bytes with the
 * time. {@link dev.clade.lineage.graph.attribute.AttributeTable} is the writer's, {@link
 * dev.clade.lineage.graph.attribute.AttributeView} what readers get of it.
 */
package dev.clade.lineage.graph.attribute;
