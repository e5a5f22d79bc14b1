/** Repositories and versions for tests, also for those of servers. */
package dev.clade.embedding.testing;
