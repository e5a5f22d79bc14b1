/**
 * What is known of a repository before anything is computed: a raw record, every part of which may
 * be missing, and the rule that lets nothing later than a snapshot into it.
 */
package dev.clade.embedding.repository;
