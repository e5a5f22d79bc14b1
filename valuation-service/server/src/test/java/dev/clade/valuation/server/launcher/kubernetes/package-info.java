/** Tests of the launcher of Kubernetes against a mock of the API server that keeps objects. */
package dev.clade.valuation.server.launcher.kubernetes;
