/**
 * The worker contract over gRPC: maps messages, and says which failures mean what. The packages
 * that train, measure and lease know nothing of it.
 */
package dev.clade.valuation.worker.grpc;
