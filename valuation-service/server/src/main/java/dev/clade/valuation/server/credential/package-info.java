/**
 * Credentials of the workers that this service starts: short-lived JSON Web Tokens that it signs
 * and verifies itself.
 *
 * <p>A credential of {@link dev.clade.valuation.server.credential.WorkerCredentials} says {@code
 * iss clade-valuation}, {@code aud clade}, {@code roles [worker]} and, where the worker serves one
 * run, that run in {@code valuation}; {@link dev.clade.valuation.server.credential.RunGuard} then
 * keeps it to this run. The key lies in the database, so that every replica knows it.
 */
package dev.clade.valuation.server.credential;
