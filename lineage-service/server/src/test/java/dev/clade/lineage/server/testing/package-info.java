/** A catalogue for tests that speaks gRPC and does what tests tell it, also badly. */
package dev.clade.lineage.server.testing;
