/**
 * Crawls hubs: lists every repository, follows what changes, finds what was renamed or removed, and
 * fetches what listings do not tell.
 *
 * <p>A crawl is an import of its hub's lane. It is a sequence of steps, each with a checkpoint that
 * is committed with the rows it brought, so a crawl that is killed anywhere goes on where it was
 * and asks the hub again only for what was on its way.
 */
package dev.clade.ingest.hub;
