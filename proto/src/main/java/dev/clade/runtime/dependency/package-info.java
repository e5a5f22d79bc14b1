/**
 * What keeps a server from waiting for something that is gone: a circuit breaker and a bound on
 * calls in flight for each thing that it depends on, and their states in one place. The breakers
 * and bulkheads are Failsafe's.
 */
package dev.clade.runtime.dependency;
