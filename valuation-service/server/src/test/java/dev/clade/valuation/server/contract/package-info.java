/** Tests over gRPC with a real PostgreSQL and Redis, and workers that know their game by heart. */
package dev.clade.valuation.server.contract;
