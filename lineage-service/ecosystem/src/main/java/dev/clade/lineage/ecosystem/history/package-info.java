/**
 * The commits of a repository in the order of time.
 *
 * <p>They are as the hub lists them on the main branch. Times are compared in UTC. What a source
 * does not tell of a commit is not made up.
 */
package dev.clade.lineage.ecosystem.history;
