/**
 * What a commit is for, after Swanson ("The dimensions of maintenance", 1976): to correct, to adapt
 * or to perfect; several, or none, of them.
 *
 * <p>The classifier of Castaño et al. (MSR 2024; arXiv 2311.13380) is a language model that was
 * trained on messages whose license is not known. Here are two that need no such model: written
 * rules, and a linear model that is trained on messages which the caller brings; none are shipped,
 * nor is anything trained on them.
 */
package dev.clade.lineage.ecosystem.maintenance.swanson;
