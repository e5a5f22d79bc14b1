/**
 * How models are maintained: the analyses of commits by Castaño, Martínez-Fernández, Franch and
 * Bogner (MSR 2024; arXiv 2311.13380).
 *
 * <p>What commits are for, how they come over a model's life, and which models are maintained. The
 * study's text tells only part of how it was done; what is our own reading says so.
 */
package dev.clade.lineage.ecosystem.maintenance;
