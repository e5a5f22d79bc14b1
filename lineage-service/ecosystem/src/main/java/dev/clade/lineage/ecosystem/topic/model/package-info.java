/**
 * Topics of texts, in an order of their own, and how coherent their words are (Röder, Both,
 * Hinneburg 2015, doi 10.1145/2684822.2685324).
 */
package dev.clade.lineage.ecosystem.topic.model;
