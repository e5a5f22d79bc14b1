/** Tests of the crawl's parts, on recorded answers and hand-written ones. */
package dev.clade.ingest.hub;
