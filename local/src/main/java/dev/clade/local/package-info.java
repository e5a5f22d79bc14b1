/**
 * The program behind {@code ./clade}: the mesh on one machine, and an example client of its
 * services.
 *
 * <p>Commands lie in {@code command}, what they call in packages of their own: {@code mesh} runs
 * the services, {@code client} calls them, {@code print} shows answers, {@code check} and {@code
 * bench} verify and measure. Everything that a command can do over gRPC, any other client can do
 * too.
 */
package dev.clade.local;
